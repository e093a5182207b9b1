import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePeople } from '../../../bot/cli/peopleFile.ts';
import { splitPeople } from '../../../bot/cli/splitPeople.ts';
import { splitRoster } from '../../../bot/cli/splitRoster.ts';
import { workshop } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'split-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string, encoding: BufferEncoding = 'utf8'): string {
  const path = join(folder, name);
  writeFileSync(path, content, encoding);
  return path;
}

const usual = { groups: 2, met: [], seed: 1, proposals: 5_000 };
const people = [
  'Nom;Organisation;Région;Salle',
  'Anne;"Croix; Nord";Bretagne;2',
  'Zoé;Ligue;Bretagne;',
  'Luc;Ligue;Occitanie;',
  '"Jean ""JJ""";Asso;Occitanie;',
];

describe('a people file', () => {
  it('G10 comes back as it was, with the group in a last column', () => {
    const path = file('people.csv', people.join('\n'));
    const { stdout, stderr } = splitPeople({ ...usual, path, apart: 'organisation', pin: 'Salle', mix: 'Région=2' });
    const lines = stdout.trimEnd().split('\r\n');
    expect(lines.map((line) => line.replace(/;[^;]*$/, ''))).toEqual(people);
    expect(lines[0]).toBe('Nom;Organisation;Région;Salle;group');
    expect(lines[1]).toMatch(/;2;2$/);
    expect(JSON.parse(stderr)).toMatchObject({ sizes: [2, 2], optimum: 'proved', broken: [] });
  });

  it('G10 is read the same in Windows-1252, with commas or tabs, with a mark and with other line ends', () => {
    const plain = parsePeople(Buffer.from('Nom;Région\nZoé;Île\n'), 'a');
    const cells = plain.rows.map((row) => row.cells);
    for (const bytes of [
      Buffer.from('Nom;Région\r\nZoé;Île', 'latin1'),
      Buffer.from('\uFEFFNom,Région\r\n"Zoé",Île\r\n\r\n'),
      Buffer.from('Nom\tRégion\nZoé\tÎle\n'),
      Buffer.from('\uFEFFNom;Région\nZoé;Île', 'utf16le'),
    ]) {
      const read = parsePeople(bytes, 'a');
      expect(read.columns).toEqual(plain.columns);
      expect(read.rows.map((row) => row.cells)).toEqual(cells);
    }
  });

  it('G10 a workbook is split like a text, below the title of its list', () => {
    const path = join(import.meta.dirname, '../../fixtures/people/inscrits-excel.xlsx');
    const lines = splitPeople({ ...usual, path })
      .stdout.trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('\uFEFFNom;Prénom;Courriel;Structure;Région;Première fois ?;Inscription;CP;group');
    expect(lines[1]).toMatch(
      /^DUPONT;Marie;marie\.dupont@example\.org;La Fabrique;Bretagne;TRUE;2026-03-01 14:30;01000;[12]$/,
    );
    expect(lines).toHaveLength(4);
    expect(() => splitPeople({ ...usual, path: file('old.xls', '\xd0\xcf\x11\xe0', 'latin1') })).toThrow(/save it as/);
  });

  it('G10 what is wrong is said with its line', () => {
    const run =
      (content: string, args: object = {}) =>
      () =>
        splitPeople({ ...usual, path: file('wrong.csv', content), ...args });
    expect(run('')).toThrow(/wrong\.csv: line 1: the file is empty/);
    expect(run('Nom;Ville')).toThrow(/line 1: there is nothing/);
    expect(run('Nom;Nom\nA;B')).toThrow(/line 1: the column "Nom" comes twice/);
    expect(run('Nom;Ville\nA;"x\ny"\nB;C;D')).toThrow(/line 4: 3 cells for 2 columns/);
    expect(run('Nom;Ville\nA;B\nC;"D')).toThrow(/line 3: a quote opens that nothing closes/);
    expect(run('Nom;Salle\nA;1\nB;3', { pin: 'salle' })).toThrow(/line 3: "3" is no group; groups are 1 to 2/);
    expect(run('Nom;Ville\nA;B', { mix: 'Pays' })).toThrow(/--mix: .* has no column "Pays", only: Nom, Ville/);
    expect(run('Nom;Ville\nA;B', { mix: 'Ville=beaucoup' })).toThrow(/whole number/);
    expect(run('Nom;Ville\nA;B', { met: [file('met.csv', 'Nom\nA')] })).toThrow(/--met: .* has no column "group"/);
  });

  it('G10 what may have been misread is told in the report: a first line without names of columns, and accents', () => {
    const warningsOf = (content: string, encoding: BufferEncoding = 'utf8') =>
      JSON.parse(splitPeople({ ...usual, path: file('doubt.csv', content, encoding) }).stderr).warnings;
    expect(warningsOf('Nom;Ville\nZoé;Île\nLuc;Orléans')).toEqual([]);
    expect(warningsOf('Anne Martin\nZoé Petit\nLuc Noir')).toEqual([
      expect.stringMatching(/^line 1: taken for the names/),
    ]);
    expect(warningsOf('Nom;Ville\nZo\x8e;Lyon\nLuc;Paris', 'latin1')).toEqual([expect.stringMatching(/UTF-8/)]);
  });

  it('G10 whoever reads only the beginning ends the command quietly', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `Person ${index}`);
    const long = file('long.csv', ['Nom', ...rows].join('\n'));
    const child = spawn(process.execPath, ['bot/cli.ts', 'split', long, '--ms', '1']);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(() => JSON.parse(stderr)).not.toThrow();
  });

  it('G11 a second round from the file of the first: nobody meets again who need not', () => {
    const rows = Array.from({ length: 9 }, (_, index) => `Person ${index},p${index}@example.org`);
    const first = splitPeople({ ...usual, groups: 3, path: file('first.csv', ['Name,E-mail', ...rows].join('\n')) });
    const met = file('met1.csv', first.stdout);
    const second = splitPeople({ ...usual, groups: 3, path: met, met: [met] });
    expect(second.stdout.split('\r\n')[0]).toBe('Name,E-mail,group,group 2');
    expect(JSON.parse(second.stderr).meetAgain).toEqual({ times: 0, fewest: 0, pairs: [] });
  });

  it('G3 an impossible wish is named with the people, by name and line, and groups from 1', () => {
    const path = file('three.csv', 'Nom,Organisation\nAnne,Croix\nLuc,Croix\nZoé,Croix\nMax,Ligue');
    const report = JSON.parse(splitPeople({ ...usual, path, apart: 'Organisation' }).stderr);
    expect(report.contradictions).toEqual([
      {
        kind: 'too_many_of_value',
        attribute: 'Organisation',
        value: 'Croix',
        people: ['Anne (line 2)', 'Luc (line 3)', 'Zoé (line 4)'],
        groups: 2,
      },
    ]);
    expect(report.broken).toHaveLength(1);
    expect([1, 2]).toContain(report.broken[0].group);
  });
});

describe('a roster', () => {
  const { people: persons } = workshop(40, 4);
  const roster = file(
    'roster.json',
    JSON.stringify({
      people: persons.map(({ id, values }) => ({ id, ...values })),
      groups: 4,
      weights: { org: 6, kind: 4 },
      together: [['p001', 'p002']],
      apart: [['p003', 'p004']],
      pinned: [['p005', 3]],
      previousGroups: persons.map(({ id }, index) => [id, 1 + (index % 4)]),
    }),
  );

  it('G4 two processes print the same bytes', () => {
    const run = () =>
      spawnSync(process.execPath, ['bot/cli.ts', 'split', '--roster', roster, '--seed', '7', '--proposals', '30000'], {
        encoding: 'utf8',
      });
    const [one, two] = [run(), run()];
    expect(one.stderr).toBe('');
    expect(one.status).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout).groups[2]).toContain('p005');
  });

  it('G7 near a previous split without some of its people, they are added and nobody moves', () => {
    const args = { roster, proposals: 20_000, seed: 1 };
    const { groups } = JSON.parse(splitRoster(args)) as { groups: string[][] };
    const fewer = groups.map((ids) => ids.filter((id) => id !== 'p005' && id !== 'p003' && id !== 'p009'));
    const near = JSON.parse(
      splitRoster({ ...args, previous: file('previous.json', JSON.stringify({ groups: fewer })) }),
    );
    for (const [group, ids] of fewer.entries()) expect(near.groups[group]).toEqual(expect.arrayContaining(ids));
    expect(near.groups.flat()).toHaveLength(40);
    expect(near.report.broken).toEqual([]);
    expect(near.report.offers.length).toBeLessThanOrEqual(2);
  });
});
