import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synthesizeAnswers } from '../../../bot/cli/synthesizeAnswers.ts';
import { scoreLinks, scoreMatches, synthesizeCases } from '../../../bot/cli/synthesizeCases.ts';
import { synthesizeReports } from '../../../bot/cli/synthesizeReports.ts';
import type { Synthesis } from '../../../shared/synthesis/synthesize.ts';
import { workshop } from './answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'synthesize-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const usual = { ideas: 2, language: undefined, question: '' };
const read = (content: string): Synthesis =>
  JSON.parse(synthesizeAnswers({ ...usual, path: file('answers.csv', content) })) as Synthesis;

describe('synthesize on the command line', () => {
  it('Y13 prints themes, ideas and what is in neither of a file of answers', () => {
    const lines = workshop.map((text, index) => `r${index};${quoted(text)};${index === 3 ? 4 : ''}`);
    const { themes, ideas, uncovered } = read(['Réf;Réponse;Soutiens', ...lines].join('\r\n'));
    expect(themes[0]?.answers).toEqual(['r0', 'r1', 'r2']);
    expect(ideas.map((idea) => [...idea.answers].sort())).toEqual([
      ['r3', 'r4', 'r5'],
      ['r0', 'r1', 'r2'],
    ]);
    expect(ideas.map((idea) => idea.coverage)).toEqual([0.3333, 0.3333]);
    for (const idea of ideas) expect(Object.keys(idea)).toEqual(['text', 'answers', 'coverage']);
    for (const theme of themes) expect(Object.keys(theme)).toEqual(['label', 'answers']);
    expect(uncovered).toEqual(['r6', 'r7', 'r8']);
  });

  it('Y13 numbers answers without an id, and takes the longest column for the text', () => {
    const { ideas, uncovered } = read(
      'Ville,Propos,Auteur\nLens,Réparer les vélos du quartier,a\nLille,Réparer les vélos du quartier,a\nDouai,Planter des arbres,b',
    );
    expect(ideas.map(({ answers }) => answers)).toEqual([['1', '2'], ['3']]);
    expect(uncovered).toEqual([]);
  });

  it('Y13 loses no answer of a list without a column name', () => {
    expect(read('Un guichet unique\nMoins de papiers').themes.flatMap(({ answers }) => answers)).toEqual(['1', '2']);
    for (const header of ['Réponses', 'Que reprenez-vous ?'])
      expect(read(`${header}\nMoins de papiers`).themes.flatMap(({ answers }) => answers)).toEqual(['1']);
  });

  it('Y13 says what is wrong with a file, and with what was asked', () => {
    expect(() => read('id,text\na,un\na,deux')).toThrow('answers.csv: line 3: the id "a" comes twice');
    expect(() => read('texte\nDu papier, des stylos')).toThrow(/line 2: 2 cells for 1 columns; a text with "," stands/);
    expect(() => read('id,text\n')).toThrow('answers.csv: line 1: there is nothing below the column names');
    expect(() => read('id,text\n,un')).toThrow('answers.csv: line 2: the answer has no id');
    expect(() => synthesizeCases(join(folder, 'none.jsonl'), 2, undefined)).toThrow(/none\.jsonl: no such file/);
    expect(() => synthesizeCases(file('bad.jsonl', '\n{"id":1}\n'), 2, undefined)).toThrow(/bad\.jsonl: line 2:/);
    expect(() => scoreMatches(file('bad.json', '{'), undefined)).toThrow(/bad\.json: this is no JSON/);
    const asked = [['--ideas', '0', 'x.csv'], ['--lang', 'de', 'x.csv'], [], ['a.csv', '--cases', 'b']];
    for (const args of asked) expect(run(args)).toMatchObject({ status: 2, stdout: '' });
    expect(run(['none.csv'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('none.csv') });
  });

  it('Y2 Y13 prints the ideas of cases, the same bytes by two processes', () => {
    const one = {
      id: 'c1',
      lang: 'fr',
      question: 'Que reprenez-vous ?',
      answers: workshop.map((text, i) => ({ id: `r${i}`, text })),
    };
    const path = file('cases.jsonl', `${JSON.stringify(one)}\n${JSON.stringify({ ...one, id: 'c2', answers: [] })}\n`);
    const [first, second] = [run(['--cases', path]), run(['--cases', path])];
    expect(first.status).toBe(0);
    expect(first.stdout).toBe(second.stdout);
    const printed = first.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(printed).toMatchObject([
      { id: 'c1', ideas: [{ citations: expect.any(Array) }, {}] },
      { id: 'c2', ideas: [] },
    ]);
  });

  it('Y13 scores how well likeness finds key points and sources', () => {
    const answers = ['Mutualiser les achats', 'Les achats en commun', 'Un fonds commun', 'Le café'].map((text, i) => ({
      id: `a${i}`,
      text,
    }));
    const keyPoints = [
      { id: 'k0', text: 'La mutualisation des achats' },
      { id: 'k1', text: 'Créer un fonds' },
    ];
    const matched = { topic: 'Coopérer', answers, keyPoints };
    const labelled = (labels: readonly unknown[]) =>
      JSON.parse(scoreMatches(file('m.json', JSON.stringify({ groups: [{ ...matched, labels }] })), 'fr')) as unknown;
    expect(
      labelled([
        ['a0', 'k0', 1],
        ['a1', 'k0', 1],
        ['a2', 'k1', 1],
      ]),
    ).toEqual({
      groups: 1,
      strict: 1,
      relaxed: 1,
      later: { strict: 1, relaxed: 1 },
    });
    expect(labelled([])).toEqual({ groups: 1, strict: 0, relaxed: 1, later: { strict: 0, relaxed: 1 } });
    const contributions = answers.map(({ id, text }, i) => ({
      id,
      text: `${text}, dit-on ici.`,
      syntheses: i < 2 ? [text] : [],
    }));
    const linked = { themes: [{ question: '', contributions }] };
    expect(JSON.parse(scoreLinks(file('l.json', JSON.stringify(linked)), 'fr'))).toEqual({
      syntheses: 2,
      recallAt1: 1,
      meanReciprocalRank: 1,
    });
  });
});

describe('synthesize on reports', () => {
  const reportOf = (number: number, texts: readonly string[]): string => {
    const groups = texts.map((text, index) => ({
      id: `group-000${index + 1}`,
      number: index + 1,
      name: `Groupe ${index + 1}`,
      keyIdeas: [
        {
          id: `idea-${index}`,
          text,
          status: 'submitted',
          lens: `Axe ${index}`,
          citations: [{ id: `answer-${index}`, text, supports: 0 }],
        },
        { id: `draft-${index}`, text, status: 'draft', citations: [] },
      ],
    }));
    const workshop = { id: `atelier-000${number}`, title: `Atelier ${number}` };
    const madeAt = '2026-07-07T14:00:00.000Z';
    const breakouts = [{ slotId: 'slot-0001', groups }];
    const report = { format: 'aparte.report', version: 1, madeAt, workshop, breakouts };
    return file(`${number}.json`, JSON.stringify(report));
  };

  it('Y19 tells what workshops share, by likeness and by lens, submitted ideas alone', () => {
    const one = reportOf(1, ['Un fonds commun alimenté par les entreprises', 'Ouvrir les lieux']);
    const two = reportOf(2, ['Créer un fonds commun avec les entreprises locales', 'Former les élus']);
    const told = JSON.parse(synthesizeReports([one, two], 'fr'));
    expect(told.shared).toEqual([
      {
        workshops: 2,
        ideas: [
          expect.objectContaining({ workshop: 'Atelier 1', group: 'Groupe 1' }),
          expect.objectContaining({ workshop: 'Atelier 2', group: 'Groupe 1' }),
        ],
      },
    ]);
    expect(told.byLens.map(({ lens, ideas }: { lens: string; ideas: unknown[] }) => [lens, ideas.length])).toEqual([
      ['Axe 0', 2],
      ['Axe 1', 2],
    ]);
    expect(told.alone).toHaveLength(2);
    expect(told.withoutLens).toEqual([]);
    // The same report twice does not agree with itself.
    const again = JSON.parse(synthesizeReports([one, one], 'fr'));
    expect([again.shared.length, again.alone.length]).toEqual([0, 2]);
  });

  it('Y19 names a file that is no report, and says what is wrong', () => {
    const other = file('other.json', '{"format":"else"}');
    expect(() => synthesizeReports([other], undefined)).toThrow(`${other}: not a JSON report of Aparté`);
    const empty = { format: 'aparte.report', version: 1, workshop: { id: 'a', title: 'A' } };
    const later = file('later.json', JSON.stringify({ ...empty, version: 2 }));
    expect(() => synthesizeReports([later], undefined)).toThrow(`${later}: a report of another version`);
    const partial = file('partial.json', JSON.stringify({ ...empty, breakouts: [{ slotId: 'slot-0001' }] }));
    expect(() => synthesizeReports([partial], undefined)).toThrow(/partial\.json: [\s\S]*breakouts\[0\]\.groups/);
    expect(() => synthesizeReports([file('text.json', 'id,text')], undefined)).toThrow(/text\.json: this is no JSON/);
    const { status, stderr } = run(['--reports', file('broken.json', '{'), '--lang', 'fr']);
    expect(status).toBe(1);
    expect(stderr).toContain('broken.json');
    expect(run(['--reports']).status).toBe(2);
  });
});

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/cli.ts', 'synthesize', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
