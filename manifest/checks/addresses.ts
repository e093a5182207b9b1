import { type Manifest, textsIn } from '../manifest.ts';
import { isPublicHost } from '../publicHost.ts';

/** Addresses and domains: of this server where Teams shows its pages, and within everybody's reach. */
export function addressProblems(manifest: Manifest, publicUrl: string): readonly string[] {
  return [
    ...reachProblems(manifest),
    ...pageProblems(manifest, publicUrl),
    ...domainProblems(manifest, new URL(publicUrl).host),
  ];
}

function reachProblems(manifest: Manifest): readonly string[] {
  return [...textsIn(manifest)].flatMap(([place, text]) => {
    if (!/^https?:/i.test(text)) return [];
    if (!URL.canParse(text)) return [`${place}: is no address`];
    const { protocol, hostname } = new URL(text);
    if (protocol !== 'https:') return [`${place}: must be https`];
    return isPublicHost(hostname) ? [] : [`${place}: ${hostname} is reached from one machine or network only`];
  });
}

function pageProblems({ staticTabs = [], configurableTabs = [] }: Manifest, publicUrl: string): readonly string[] {
  const pages = [
    ...staticTabs.flatMap(({ contentUrl, websiteUrl }, index) => [
      [`/staticTabs/${index}/contentUrl`, contentUrl] as const,
      [`/staticTabs/${index}/websiteUrl`, websiteUrl] as const,
    ]),
    ...configurableTabs.map(
      (tab, index) => [`/configurableTabs/${index}/configurationUrl`, tab.configurationUrl] as const,
    ),
  ];
  return pages.flatMap(([place, address]) => {
    if (address === undefined) return [`${place}: is missing`];
    const isOurs = URL.canParse(address) && new URL(address).origin === publicUrl;
    return isOurs ? [] : [`${place}: must stand on ${publicUrl}`];
  });
}

/** Whatever is allowed beyond our own host could be shown as if it were Aparté's. */
function domainProblems({ validDomains = [], webApplicationInfo }: Manifest, host: string): readonly string[] {
  const resource = `api://${host}/${webApplicationInfo?.id}`;
  return [
    ...(validDomains.length === 1 && validDomains[0] === host ? [] : [`/validDomains: must be ${host}, and only that`]),
    ...(webApplicationInfo?.resource === resource ? [] : [`/webApplicationInfo/resource: must be ${resource}`]),
  ];
}
