import { z } from 'zod';
import { err, ok, type Result } from '../shared/core/result.ts';
import { isPublicHost } from './publicHost.ts';

const channelTabs = ['found', 'chosen'] as const;
/** How the tab in a channel knows its workshop. */
export type ChannelTabs = (typeof channelTabs)[number];

/** What makes the package that of one server, one organisation. */
export interface PackageSettings {
  /** Of the package; stays for as long as the app does. */
  readonly appId: string;
  /** Of the registration in Microsoft Entra, which is the bot's, too. */
  readonly clientId: string;
  /** "https://ateliers.example.org", without a slash at the end. */
  readonly publicUrl: string;
  /** Who answers for the app, as Teams shows it. */
  readonly publisher: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** `found`: by the conversation, as everywhere. `chosen`: whoever adds the tab to a channel says which workshop it carries. */
  readonly channelTabs: ChannelTabs;
  /** "1.2.0": Teams takes an update only when it has grown. */
  readonly version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @param what said of a setting that is missing: what it is and where it comes from */
const needed =
  (what: string, wrong: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? `is missing: ${what}` : wrong;

const nobody = '00000000-0000-0000-0000-000000000000';
/** Portals show ids in capitals or not; tokens have them in small letters. */
const id = (what: string) =>
  z
    .guid({ error: needed(what, 'must be a GUID, like 7f8a1c52-3b0e-4d19-9a64-0c2be1f3d857') })
    .transform((guid) => guid.toLowerCase())
    .refine((guid) => guid !== nobody, 'must be an id of yours, not all zeros');
const page = (what: string) =>
  z
    .url({ protocol: /^https$/, abort: true, error: needed(what, 'must be an https address') })
    .refine(
      (address) => isPublicHost(new URL(address).hostname),
      'must be a host that everybody reaches by its name (a tunnel gives your own machine one)',
    );

const isOrigin = (address: string): boolean => {
  const { pathname, search, hash, username } = new URL(address);
  return pathname === '/' && search === '' && hash === '' && username === '';
};

const settingsSchema = z.object({
  TEAMS_APP_ID: id('an id of the app package that you choose once and keep (as "uuidgen" makes them)'),
  TEAMS_CLIENT_ID: id('the "Application (client) ID" of the registration in Microsoft Entra'),
  PUBLIC_URL: page('the https address of your Aparté, like https://ateliers.example.org').refine(
    isOrigin,
    'must have no path, like https://ateliers.example.org',
  ),
  TEAMS_PUBLISHER: z
    .string({ error: needed('the name of your organisation, as Teams shows it', 'must be a text') })
    .trim()
    .min(1, 'must not be blank')
    .max(32, 'must have 32 characters at most'),
  TEAMS_PRIVACY_URL: page('the page of your organisation that says what happens to personal data'),
  TEAMS_TERMS_URL: page('the page of your organisation with the terms of use'),
  TEAMS_WEBSITE_URL: page('').optional(),
  TEAMS_CHANNEL_TABS: z.enum(channelTabs, { error: 'must be "found" or "chosen"' }).default('found'),
});

const version = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/;

/**
 * The settings, from the environment that the server has, and some that only the package needs.
 * @param packageVersion "1.2.0"
 * @returns or else what is wrong, a line each, by the name of the setting
 */
export function readPackageSettings(
  environment: Environment,
  packageVersion: string,
): Result<PackageSettings, readonly string[]> {
  // `TEAMS_WEBSITE_URL=` in a file means that nothing was chosen.
  const chosen = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(chosen);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (parsed.data?.TEAMS_APP_ID !== undefined && parsed.data.TEAMS_APP_ID === parsed.data.TEAMS_CLIENT_ID)
    wrong.push('TEAMS_APP_ID: must differ from TEAMS_CLIENT_ID: the package outlives a registration that is made anew');
  if (!version.test(packageVersion)) wrong.push('--version: must be three numbers, like 1.2.0');
  if (!parsed.success || wrong.length > 0) return err(wrong);
  const { data } = parsed;
  const publicUrl = new URL(data.PUBLIC_URL).origin;
  return ok({
    appId: data.TEAMS_APP_ID,
    clientId: data.TEAMS_CLIENT_ID,
    publicUrl,
    publisher: data.TEAMS_PUBLISHER,
    websiteUrl: data.TEAMS_WEBSITE_URL ?? `${publicUrl}/`,
    privacyUrl: data.TEAMS_PRIVACY_URL,
    termsUrl: data.TEAMS_TERMS_URL,
    channelTabs: data.TEAMS_CHANNEL_TABS,
    version: packageVersion,
  });
}
