import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageProblems } from '../../../manifest/checkPackage.ts';
import { readPackageSettings } from '../../../manifest/packageSettings.ts';
import { packageEnvironment, packageOf, packageSettings } from '../../doubles/appPackage.ts';

const wrong = (change: Readonly<Record<string, string | undefined>>, version = '1.2.0'): readonly string[] => {
  const read = readPackageSettings({ ...packageEnvironment, ...change }, version);
  return read.ok ? [] : read.problem;
};

describe('settings of the package', () => {
  it('MP1 what the environment says is taken, ids in small letters', () => {
    expect(readPackageSettings(packageEnvironment, '1.2.0')).toEqual({ ok: true, value: packageSettings });
    const website = 'https://www.example.org/aparte';
    const chosen = readPackageSettings({ ...packageEnvironment, TEAMS_WEBSITE_URL: website }, '1.2.0');
    expect(chosen.ok && chosen.value.websiteUrl).toBe(website);
    const asking = readPackageSettings({ ...packageEnvironment, TEAMS_CHANNEL_TABS: 'chosen' }, '1.2.0');
    expect(asking.ok && asking.value.channelTabs).toBe('chosen');
    expect(wrong({ TEAMS_WEBSITE_URL: '', PUBLIC_URL: 'https://ateliers.example.org:8443/' })).toEqual([]);
  });

  it('MP1 each setting that is missing is told with where it comes from', () => {
    const lines = wrong(Object.fromEntries(Object.keys(packageEnvironment).map((name) => [name, ''])));
    expect(lines.map((line) => line.split(': is missing: ')[0])).toEqual(Object.keys(packageEnvironment));
    expect(lines.every((line) => /: is missing: .{20}/.test(line))).toBe(true);
  });

  it.each([
    [{ TEAMS_APP_ID: 'aparte' }, 'TEAMS_APP_ID: must be a GUID'],
    [{ TEAMS_CLIENT_ID: '00000000-0000-0000-0000-000000000000' }, 'TEAMS_CLIENT_ID: must be an id of yours'],
    [{ TEAMS_APP_ID: packageEnvironment.TEAMS_CLIENT_ID.toUpperCase() }, 'TEAMS_APP_ID: must differ'],
    [{ PUBLIC_URL: 'http://ateliers.example.org' }, 'PUBLIC_URL: must be an https address'],
    [{ PUBLIC_URL: 'https://ateliers.example.org/aparte' }, 'PUBLIC_URL: must have no path'],
    [{ PUBLIC_URL: 'https://someone@ateliers.example.org' }, 'PUBLIC_URL: must have no path'],
    ...[
      'localhost:3000',
      '10.0.0.7',
      '[::1]',
      'serveur',
      'aparte.local',
      'aparte.internal',
      'localhost.',
      '2130706433',
    ].map((host) => [{ PUBLIC_URL: `https://${host}` }, 'PUBLIC_URL: must be a host that everybody reaches'] as const),
    [{ TEAMS_PUBLISHER: ' ' }, 'TEAMS_PUBLISHER: must not be blank'],
    [{ TEAMS_PUBLISHER: 'x'.repeat(33) }, 'TEAMS_PUBLISHER: must have 32 characters at most'],
    [{ TEAMS_PRIVACY_URL: 'example.org' }, 'TEAMS_PRIVACY_URL: must be an https address'],
    [{ TEAMS_TERMS_URL: 'https://localhost/terms' }, 'TEAMS_TERMS_URL: must be a host'],
    [{ TEAMS_WEBSITE_URL: 'http://example.org' }, 'TEAMS_WEBSITE_URL: must be an https address'],
    [{ TEAMS_CHANNEL_TABS: 'yes' }, 'TEAMS_CHANNEL_TABS: must be "found" or "chosen"'],
  ] as const)('MP1 MP5 MP6 a wrong setting is told in one line: %o', (change, line) => {
    const [first = '', ...others] = wrong(change);
    expect(first).toContain(line);
    expect(others).toEqual([]);
  });

  it('MP1 a version that Teams could not compare is refused', () => {
    for (const version of ['1', '1.2', 'v1.2.0', '1.2.0-beta', '01.2.0', '1.2.0.4'])
      expect(wrong({}, version)).toEqual(['--version: must be three numbers, like 1.2.0']);
  });

  it('MP1 MP2 whatever the environment holds, settings that pass make a package that passes', () => {
    const part = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
    const host = fc.tuple(part, part, fc.constantFrom('org', 'fr', 'asso.fr', 'local')).map((parts) => parts.join('.'));
    const environment = fc.record({
      TEAMS_APP_ID: fc.uuid(),
      TEAMS_CLIENT_ID: fc.uuid(),
      PUBLIC_URL: host.map((name) => `https://${name}`),
      TEAMS_PUBLISHER: fc.oneof(fc.string({ maxLength: 34 }), fc.constantFrom('$& $1 "', 'Éduc’ & « Pop »', '\\u0000')),
      TEAMS_PRIVACY_URL: fc.webUrl({ validSchemes: ['https'] }),
      TEAMS_TERMS_URL: fc.webUrl(),
      TEAMS_CHANNEL_TABS: fc.constantFrom('', 'found', 'chosen'),
    });
    let passed = 0;
    fc.assert(
      fc.property(environment, (chosen) => {
        const read = readPackageSettings(chosen, '3.1.4');
        if (!read.ok) return;
        passed += 1;
        expect(packageProblems(packageOf(read.value), read.value.publicUrl)).toEqual([]);
      }),
      // Each run looks at every pixel of the icons.
      { numRuns: 40 },
    );
    expect(passed).toBeGreaterThan(5);
  });
});
