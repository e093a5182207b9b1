import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { graphScope } from '../../../bot/teams/graphMeetings.ts';
import { teamsEnvironment } from '../../../bot/teams/teamsSettings.ts';
import { consentedPage } from '../../../shared/protocol/http.ts';
import { type Json, jsonOf, packageEnvironment, packageOf } from '../../doubles/appPackage.ts';

const guides = ['TEAMS.md', 'TEAMS.en.md'];
const textOf = (guide: string): string => readFileSync(new URL(`../../../manifest/${guide}`, import.meta.url), 'utf8');

/** Rows of tables: `| \`Name\` | … | … |`. */
const rowsOf = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...text.matchAll(/^\| `([\w.]+)` \|(.+)\|$/gm)].map(([, name = '', cells = '']) => [name, cells.split('|')]),
  );

const manifest = jsonOf(packageOf(), 'manifest.json') as {
  permissions: string[];
  authorization: { permissions: { resourceSpecific: { name: string; type: Json }[] } };
};
const asked = [
  ...manifest.permissions,
  ...manifest.authorization.permissions.resourceSpecific.map(({ name }) => name),
  // In the name of a host, by the server: it stands in no package.
  new URL(graphScope).pathname.slice(1),
];

describe('the administrator’s guide', () => {
  it.each(guides)(
    'MP11 %s says of every permission that is asked why, and what works without it; of no other',
    (guide) => {
      const rows = rowsOf(textOf(guide));
      for (const name of asked) {
        const [why = '', without = ''] = rows.get(name) ?? [];
        expect({ name, isExplained: why.trim().length > 10 && without.trim().length > 10 }).toEqual({
          name,
          isExplained: true,
        });
      }
      const permissions = [...rows.keys()].filter((name) => name.includes('.'));
      expect(permissions.filter((name) => !asked.includes(name))).toEqual([]);
    },
  );

  it.each(guides)('MP11 %s names every setting', (guide) => {
    const rows = rowsOf(textOf(guide));
    const names = [
      ...Object.keys(packageEnvironment),
      'TEAMS_WEBSITE_URL',
      'TEAMS_CHANNEL_TABS',
      ...Object.keys(teamsEnvironment),
    ];
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
  });

  it.each(guides)('MP11 MR11 %s says where the window of Microsoft leads back to', (guide) => {
    expect(textOf(guide)).toContain(`https://ateliers.example.org${consentedPage}`);
  });

  it('MP11 nothing is asked that reads what people write to each other, or listens', () => {
    expect(asked.filter((name) => /ChatMessage|ChannelMessage|Transcript|Recording|Audio|Calls/.test(name))).toEqual(
      [],
    );
  });
});
