import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const skipped = new Set(['node_modules', 'dist', '.git', 'fixtures', 'out']);

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

/** "T3 the rule": a line of SPEC.md. */
const ruleLine = /^(?:- )?\**([A-Z]+\d+)\** \S/;

interface Rule {
  readonly id: string;
  readonly file: string;
}

function rules(): readonly Rule[] {
  const file = 'shared/SPEC.md';
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const id = ruleLine.exec(line)?.[1];
      return id === undefined ? [] : [{ id, file }];
    });
}

/** Index behind the string that opens at `from`; braces inside a template are passed over as text. */
function behindString(code: string, from: number): number {
  const quote = code[from];
  for (let index = from + 1; index < code.length; index++) {
    if (code[index] === '\\') index += 1;
    else if (code[index] === quote) return index + 1;
  }
  return code.length;
}

/** Index behind the bracket that closes the one at `from`. Strings and comments are passed over. */
function behindBracket(code: string, from: number): number {
  let depth = 0;
  for (let index = from; index < code.length; index++) {
    const character = code[index] ?? '';
    if (`'"\``.includes(character)) index = behindString(code, index) - 1;
    else if (code.startsWith('//', index)) index = code.indexOf('\n', index);
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return code.length;
}

interface Title {
  readonly text: string;
  readonly file: string;
}

/** What the tests of a file are called: the first argument of `it(…)`, `test(…)`, `it.each(…)(…)`. */
function titlesIn(code: string, file: string): readonly Title[] {
  const titles: Title[] = [];
  for (const call of code.matchAll(/(?<![\w.'"`])(?:it|test)(\.\w+)?\(/g)) {
    let open = call.index + call[0].length - 1;
    if (['.each', '.for', '.skipIf', '.runIf'].includes(call[1] ?? '')) open = behindBracket(code, open);
    if (code[open] !== '(') continue;
    const start = open + 1 + (/^\s*/.exec(code.slice(open + 1))?.[0].length ?? 0);
    const isString = `'"\``.includes(code[start] ?? '');
    const text = isString ? code.slice(start + 1, behindString(code, start) - 1) : code.slice(start, start + 40);
    titles.push({ text, file });
  }
  return titles;
}

const testFiles = [...filesIn(join(root, 'tests'))].filter((path) => /\.(?:test|contract)\.tsx?$/.test(path));
const titles = testFiles.flatMap((path) => titlesIn(readFileSync(path, 'utf8'), relative(root, path)));
/** "T3 …" cites one rule, "T3 V1 …" two, "X1–X18 …" eighteen. */
function citedBy({ text }: Pick<Title, 'text'>): readonly string[] {
  const [head = ''] = /^(?:[A-Z]+\d+(?:–[A-Z]+\d+)? )*/.exec(text) ?? [];
  return head
    .trim()
    .split(' ')
    .flatMap((cited) => {
      const [from = '', to] = cited.split('–');
      const letters = from.replace(/\d+/, '');
      const [first, last] = [from, to ?? from].map((id) => Number(id.slice(letters.length)));
      if (letters === '' || first === undefined || last === undefined) return [];
      return Array.from({ length: last - first + 1 }, (_, index) => `${letters}${first + index}`);
    });
}

describe('rules and tests', () => {
  it('C6 every rule has a test', () => {
    const cited = new Set(titles.flatMap(citedBy));
    expect(rules().filter(({ id }) => !cited.has(id))).toEqual([]);
  });

  it('C6 every test begins with the rule that it holds', () => {
    const known = new Set(rules().map(({ id }) => id));
    const isHolding = (cited: readonly string[]): boolean => cited.length > 0 && cited.every((id) => known.has(id));
    expect(titles.filter((title) => !isHolding(citedBy(title)))).toEqual([]);
    expect(titles.length).toBeGreaterThan(100);
  });

  it('C6 every rule has an id of its own', () => {
    const ids = rules().map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('C6 titles are found in whatever way a test is written', () => {
    const code = [
      "it('A1 plain', () => {});",
      'test("A2 double", () => {});',
      'it(\n  `A3 template`,\n  () => {});',
      "it.each([['x)', \"(y\"], [`z`]])('A4 %s', () => {});",
      'it.each(\n  // (a note)\n  all.map(([a]) => f(a)),\n)(\n  "A5 each", () => {});',
      "await page.it('not one'); edit('not one'); submit.test('not one')",
      'it(title, () => {});',
    ].join('\n');
    const found = titlesIn(code, 'x').map(({ text }) => text);
    expect(found.slice(0, 5)).toEqual(['A1 plain', 'A2 double', 'A3 template', 'A4 %s', 'A5 each']);
    expect(found).toHaveLength(6);
    expect(['T3 V1 two', 'X9–X11 three', 'none', 'T3'].map((text) => citedBy({ text }))).toEqual([
      ['T3', 'V1'],
      ['X9', 'X10', 'X11'],
      [],
      [],
    ]);
  });
});
