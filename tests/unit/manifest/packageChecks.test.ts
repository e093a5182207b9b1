import { describe, expect, it } from 'vitest';
import { packageProblems } from '../../../manifest/checkPackage.ts';
import type { PackageFiles } from '../../../manifest/packageFiles.ts';
import {
  bytesOf,
  type Json,
  jsonOf,
  packageOf,
  packageSettings,
  packageTemplate,
  withValue,
} from '../../doubles/appPackage.ts';
import { type Drawing, pngOf } from '../../doubles/pngOf.ts';

const whole = packageOf();
const problems = (files: PackageFiles): readonly string[] => packageProblems(files, packageSettings.publicUrl);
const withManifest = (place: string, value: Json | undefined): PackageFiles =>
  withValue(whole, 'manifest.json', place, value);
const withEnglish = (place: string, value: Json | undefined): PackageFiles => withValue(whole, 'en.json', place, value);
const withFile = (name: string, bytes: Uint8Array): PackageFiles => new Map([...whole, [name, bytes]]);
const without = (name: string): PackageFiles => new Map([...whole].filter(([one]) => one !== name));

/** Broken in one way: one line says so, and names the place. */
const told = (files: PackageFiles, line: string): void => {
  const [first = '', ...others] = problems(files);
  expect(first).toContain(line);
  expect(others).toEqual([]);
};

describe('checks of the package', () => {
  it('MP2 MP4 MP5 MP6 MP7 MP8 the package of this house has no problem', () => {
    expect(problems(whole)).toEqual([]);
  });

  it.each([
    [
      '/bots/0/scopes/0',
      'groupchat',
      'manifest.json /bots/0/scopes/0: must be equal to one of the allowed values (team',
    ],
    ['/name/short', 'x'.repeat(31), 'manifest.json /name/short: must NOT have more than 30 characters'],
    ['/description/short', 'é'.repeat(81), 'manifest.json /description/short: must NOT have more than 80'],
    ['/id', 'aparte', 'manifest.json /id: must match pattern'],
    ['/accentColor', 'blue', 'manifest.json /accentColor: must match pattern'],
    ['/developer/privacyUrl', undefined, "manifest.json /developer: must have required property 'privacyUrl'"],
    ['/supportsStage', true, 'manifest.json /: must NOT have additional properties (supportsStage)'],
    ['/manifestVersion', '1.18', 'manifest.json /manifestVersion: no schema of that version'],
    ['/manifestVersion', '../v1.25', 'manifest.json /manifestVersion: no schema of that version'],
    ['/manifestVersion', undefined, 'manifest.json /manifestVersion: no schema of that version'],
    ['/$schema', 'https://example.org/schema.json', '/$schema: must be https://developer.microsoft.com/'],
    ['/version', '1.2', '/version: must be three numbers'],
  ] as const)('MP2 what the schema or the version refuses is told: %s %s', (place, value, line) => {
    told(withManifest(place, value), line);
  });

  it('MP2 a language file that its schema refuses is told', () => {
    told(withEnglish('/name.short', 'x'.repeat(31)), 'en.json /name.short: must NOT have more than 30 characters');
    told(withFile('en.json', bytesOf([])), 'en.json: is no JSON');
    told(withFile('manifest.json', new TextEncoder().encode('{')), 'manifest.json: is missing, or no JSON');
    told(without('manifest.json'), 'manifest.json: is missing, or no JSON');
  });

  it.each([
    ['/staticTabs/0/contentUrl', 'https://elsewhere.example.org/t', 'must stand on https://ateliers.example.org'],
    ['/staticTabs/0/contentUrl', undefined, '/staticTabs/0/contentUrl: is missing'],
    ['/staticTabs/0/websiteUrl', 'https://ateliers.example.org.example.com/', 'must stand on'],
    ['/validDomains', ['*.example.org'], '/validDomains: must be ateliers.example.org'],
    ['/validDomains', ['ateliers.example.org', 'example.org'], '/validDomains: must be ateliers.example.org'],
    ['/validDomains', undefined, '/validDomains: must be ateliers.example.org'],
    ['/webApplicationInfo/resource', 'api://example.org/1', '/webApplicationInfo/resource: must be api://ateliers.'],
    ['/developer/websiteUrl', 'http://www.example.org', '/developer/websiteUrl: must be https'],
    ['/developer/privacyUrl', 'https://localhost/privacy', '/developer/privacyUrl: localhost is reached from one'],
    ['/developer/termsOfUseUrl', 'https://192.168.1.4/terms', '/developer/termsOfUseUrl: 192.168.1.4 is reached'],
    ['/developer/termsOfUseUrl', 'https://', '/developer/termsOfUseUrl: is no address'],
  ] as const)('MP5 an address that is not ours, or not for others, is told: %s %s', (place, value, line) => {
    told(withManifest(place, value as Json | undefined), line);
  });

  it('MP5 a package for a server on one machine is told, address by address', () => {
    const local = packageOf({
      ...packageSettings,
      publicUrl: 'https://localhost:3000',
      websiteUrl: 'https://localhost/',
    });
    expect(packageProblems(local, 'https://localhost:3000').map((line) => line.split(':')[0])).toEqual([
      '/developer/websiteUrl',
      '/staticTabs/0/contentUrl',
      '/staticTabs/0/websiteUrl',
    ]);
  });

  it('MP6 ids that are mixed up are told', () => {
    const { appId, clientId } = packageSettings;
    told(withManifest('/bots/0/botId', appId), '/bots/0/botId: must be the id in /webApplicationInfo');
    expect(problems(withManifest('/bots', undefined))[0]).toBe('/bots: is missing');
    told(withManifest('/id', clientId), '/id: must differ from the id in /webApplicationInfo');
    told(withManifest('/id', '00000000-0000-0000-0000-000000000000'), '/id: is all zeros');
  });

  it('MP7 every text has its twin in the other language, and nothing is left unfilled', () => {
    told(withEnglish('/staticTabs[0].name', undefined), 'en.json: lacks "staticTabs[0].name"');
    told(
      withEnglish('/bots[0].commandLists[1].commands[2].title', undefined),
      'en.json: lacks "bots[0].commandLists[1].commands[2].title"',
    );
    told(withEnglish('/staticTabs[1].name', 'Display'), 'en.json: "staticTabs[1].name" translates nothing');
    told(withEnglish('/name.full', ' Aparté'), 'en.json /name.full: is blank, or has blanks around it');
    told(withManifest('/staticTabs/0/name', ''), 'manifest.json /staticTabs/0/name: is blank');
    told(
      withManifest('/developer/name', `\${{PUBLISHER}}`),
      `manifest.json /developer/name: \${{PUBLISHER}} was not filled`,
    );
    told(withManifest('/name/full', 'Aparté for Microsoft Teams'), '/name: must not name Microsoft or Teams');
    expect(packageProblems(packageTemplate, packageSettings.publicUrl)).not.toEqual([]);
  });

  it('MP8 a file that is missing, left over or in a folder is told', () => {
    told(without('outline.png'), 'outline.png: is named, and missing');
    told(without('en.json'), 'en.json: is named, and missing');
    told(withFile('notes.txt', new Uint8Array()), 'notes.txt: is in the package for nothing');
    const inFolder = withValue(
      withFile('icons/color.png', whole.get('color.png') ?? new Uint8Array()),
      'manifest.json',
      '/icons/color',
      'icons/color.png',
    );
    expect(problems(inFolder)).toEqual([
      'color.png: is in the package for nothing',
      'icons/color.png: must stand in no folder, in small letters, figures, dots and hyphens',
    ]);
  });

  const colour: Drawing = { width: 192, height: 192, at: () => [43, 76, 155] };
  /** A white square in the middle of nothing. */
  const outline: Drawing = {
    width: 32,
    height: 32,
    at: (x, y) => [255, 255, 255, Math.max(Math.abs(x - 16), Math.abs(y - 16)) < 9 ? 255 : 0],
  };
  const pixel = (drawing: Drawing, value: readonly number[], where: (x: number, y: number) => boolean): Uint8Array =>
    pngOf({ ...drawing, at: (x, y) => (where(x, y) ? value : drawing.at(x, y)) });
  const one = (x: number, y: number): boolean => x === 12 && y === 12;

  it('MP4 icons of the right kind pass, with or without a channel for transparency', () => {
    expect(problems(withFile('color.png', pngOf(colour)))).toEqual([]);
    expect(problems(withFile('color.png', pngOf({ ...colour, at: () => [43, 76, 155, 255] })))).toEqual([]);
    expect(problems(withFile('outline.png', pngOf(outline)))).toEqual([]);
    expect(problems(withFile('outline.png', pixel(outline, [255, 255, 255, 90], one)))).toEqual([]);
  });

  it.each([
    ['color.png', pngOf({ ...colour, width: 191 }), 'is 191 × 192 pixels, must be 192 × 192'],
    ['color.png', pngOf({ ...colour, at: () => [9, 9, 9] }), 'must be in colour'],
    [
      'color.png',
      pixel({ ...colour, at: () => [43, 76, 155, 255] }, [0, 0, 0, 254], one),
      'must fill the whole square',
    ],
    ['color.png', new TextEncoder().encode('<svg/>'), 'is no PNG'],
    ['outline.png', pngOf(colour), 'is 192 × 192 pixels, must be 32 × 32'],
    ['outline.png', pixel(outline, [255, 255, 254, 255], one), 'must be white only'],
    ['outline.png', pngOf({ ...outline, at: () => [255, 255, 255] }), 'must have a transparent background'],
    [
      'outline.png',
      pixel(outline, [255, 255, 255, 1], (x, y) => x === 31 && y === 31),
      'must have a transparent background',
    ],
    ['outline.png', pngOf({ ...outline, at: () => [255, 255, 255, 0] }), 'must be seen'],
  ] as const)('MP4 an icon of another kind is told: %s', (name, png, line) => {
    told(withFile(name, png), `${name}: ${line}`);
  });

  it('MP9 one tab stands everywhere in Teams, and whoever has no account may use it', () => {
    const manifest = jsonOf(whole, 'manifest.json') as Record<string, Json>;
    expect(manifest).toMatchObject({
      staticTabs: [{ contentUrl: 'https://ateliers.example.org/t', scopes: ['personal', 'team', 'groupChat'] }],
      bots: [{ scopes: ['personal', 'team', 'groupChat'] }],
      meetingExtensionDefinition: { supportsAnonymousGuestUsers: true },
      supportsChannelFeatures: 'tier1',
    });
    // A configuration page in the same scopes would never be shown.
    expect(manifest.configurableTabs).toBeUndefined();
    const [tab] = manifest.staticTabs as { context: string[] }[];
    for (const place of [
      'personalTab',
      'channelTab',
      'meetingChatTab',
      'meetingDetailsTab',
      'meetingSidePanel',
      'meetingStage',
    ])
      expect(tab?.context).toContain(place);
  });

  it('MP9 whoever adds the tab to a channel is asked for its workshop, where that was chosen, and nowhere else', () => {
    const chosen = packageOf({ ...packageSettings, channelTabs: 'chosen' });
    expect(problems(chosen)).toEqual([]);
    const manifest = jsonOf(chosen, 'manifest.json') as Record<string, Json>;
    expect(manifest).toMatchObject({
      staticTabs: [{ contentUrl: 'https://ateliers.example.org/t', scopes: ['personal', 'groupChat'] }],
      configurableTabs: [{ configurationUrl: 'https://ateliers.example.org/t', scopes: ['team'] }],
    });
    const [asked] = manifest.configurableTabs as { context: string[] }[];
    const [found] = manifest.staticTabs as { context: string[] }[];
    expect(asked?.context).toContain('channelTab');
    expect(found?.context).not.toContain('channelTab');
    expect(found?.context).toEqual(expect.arrayContaining(['meetingSidePanel', 'meetingStage', 'personalTab']));
  });

  it('MP5 MP9 a tab that asks what to show stands on our server, in a scope of its own', () => {
    const asking = (configurationUrl: string, scope: string): Json => [{ configurationUrl, scopes: [scope] }];
    const ours = 'https://ateliers.example.org/t';
    const onlyPersonal = withManifest('/staticTabs/0/scopes', ['personal', 'groupChat']);
    const withAsking = (value: Json): PackageFiles =>
      withValue(onlyPersonal, 'manifest.json', '/configurableTabs', value);
    expect(problems(withAsking(asking(ours, 'team')))).toEqual([]);
    told(withAsking(asking(ours, 'groupChat')), '/configurableTabs: is never shown in the scope "groupChat"');
    told(
      withAsking(asking('https://elsewhere.example.org/t', 'team')),
      '/configurableTabs/0/configurationUrl: must stand on https://ateliers.example.org',
    );
  });
});
