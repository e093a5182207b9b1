import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One line of code in one file; `rule` is what the linter must say of it, undefined when it must say nothing. */
interface Snippet {
  readonly id: string;
  readonly path: string;
  readonly code: string;
  readonly rule: string | undefined;
}

const imports = 'lint/style/noRestrictedImports';
const globals = 'lint/style/noRestrictedGlobals';
const plugin = 'plugin';

const refused = (id: string, folder: string, ...sources: readonly string[]): readonly Snippet[] =>
  sources.map((source) => ({ id, path: folder, code: `export { x } from '${source}';`, rule: imports }));
const accepted = (id: string, folder: string, ...sources: readonly string[]): readonly Snippet[] =>
  refused(id, folder, ...sources).map((snippet) => ({ ...snippet, rule: undefined }));
const pure = (rule: string | undefined, ...expressions: readonly string[]): readonly Snippet[] =>
  expressions.map((code) => ({ id: 'C2', path: 'shared/workshop', code: `export const x = ${code};`, rule }));

const snippets: readonly Snippet[] = [
  ...[
    'core',
    'agenda',
    'agenda/import',
    'groups',
    'people',
    'people/xlsx',
    'synthesis',
    'workshop/people',
    'views',
    'protocol',
  ].flatMap((layer) => [
    ...refused(
      'C1',
      `shared/${layer}`,
      'node:fs',
      'react',
      'express',
      'kysely',
      '../../bot/app.ts',
      '../../../tab/net/client.ts',
    ),
    {
      id: 'C1',
      path: `shared/${layer}`,
      code: "import type { x } from '../../bot/app.ts'; export type X = x;",
      rule: imports,
    },
    { id: 'C1', path: `shared/${layer}`, code: "export const x = () => import('node:fs');", rule: imports },
  ]),
  ...accepted('C1', 'shared/workshop', 'zod', './state.ts', '../core/result.ts'),
  ...accepted('C1', 'shared/synthesis', '@orama/stemmers/french'),

  ...pure(
    globals,
    'Date.now()',
    'new Date()',
    'new Date(0)',
    'Date.UTC(1)',
    'performance.now()',
    'setTimeout(() => {}, 1)',
  ),
  ...pure(
    globals,
    'crypto.randomUUID()',
    'fetch("x")',
    'console',
    'process.env',
    'document.title',
    'globalThis',
    'window',
    'Buffer',
  ),
  ...pure(plugin, 'Math.random()', 'Math.random', '[Math].map(() => Math.random())'),
  { id: 'C2', path: 'shared/core', code: 'const { random } = Math; export const x = random;', rule: plugin },
  ...pure(undefined, 'Math.max(1, 2)', 'new Intl.DateTimeFormat("fr").format(0)', '(random: () => number) => random()'),

  ...refused('C3', 'shared/core', '../agenda/timer.ts', '../workshop/state.ts', 'zod'),
  ...accepted('C3', 'shared/core', './result.ts'),
  ...refused(
    'C3',
    'shared/agenda',
    '../groups/splitEvenly.ts',
    '../synthesis/words.ts',
    '../workshop/decide.ts',
    '../views/views.ts',
    '../protocol/parse.ts',
  ),
  ...refused('C3', 'shared/agenda', '../workshop/commands.ts'),
  ...accepted('C3', 'shared/agenda', '../core/time.ts', './timer.ts', '../workshop/state.ts'),
  ...refused(
    'C3',
    'shared/groups',
    '../agenda/timer.ts',
    '../synthesis/words.ts',
    '../workshop/state.ts',
    '../views/views.ts',
    '../protocol/http.ts',
  ),
  ...accepted('C3', 'shared/groups', '../core/random.ts'),
  ...refused(
    'C3',
    'shared/people',
    '../agenda/timer.ts',
    '../groups/splitEvenly.ts',
    '../synthesis/words.ts',
    '../workshop/limits.ts',
    '../views/views.ts',
    '../protocol/http.ts',
  ),
  ...refused('C3', 'shared/groups', '../people/person.ts'),
  ...refused('C3', 'shared/agenda', '../people/person.ts'),
  ...refused('C3', 'shared/synthesis', '../people/person.ts'),
  ...accepted('C3', 'shared/people', '../core/order.ts', './person.ts'),
  ...accepted('C3', 'shared/people/xlsx', '../table.ts'),
  ...accepted('C3', 'shared/workshop', '../people/nameIndex.ts', './people/join.ts'),
  ...refused(
    'C3',
    'shared/synthesis',
    '../agenda/timer.ts',
    '../groups/splitEvenly.ts',
    '../workshop/evolve.ts',
    '../views/views.ts',
    '../protocol/http.ts',
  ),
  ...accepted('C3', 'shared/synthesis', '../core/result.ts', '../workshop/state.ts'),
  ...refused('C3', 'shared/workshop', '../views/views.ts', '../protocol/messages.ts', '../synthesis/words.ts'),
  ...refused('C3', 'shared/workshop/groups', '../../views/views.ts', '../../protocol/messages.ts'),
  ...accepted(
    'C3',
    'shared/workshop/groups',
    '../../agenda/timer.ts',
    '../../groups/splitEvenly.ts',
    '../agenda/findSlot.ts',
  ),
  ...refused('C3', 'shared/views', '../protocol/messages.ts'),
  ...accepted('C3', 'shared/views', '../workshop/state.ts', '../workshop/agenda/findSlot.ts', '../agenda/timer.ts'),
  ...accepted('C3', 'shared/protocol', '../views/views.ts', '../workshop/commands.ts'),

  ...refused('C4', 'bot', '../tab/net/client.ts'),
  ...refused('C4', 'bot/realtime', '../../tab/text/problems.ts'),
  ...accepted('C4', 'bot/realtime', '../../shared/views/audience.ts', '../workshop/runtime.ts', 'node:http'),
  ...refused('C4', 'tab/net', '../../bot/config.ts', 'node:fs'),
  ...refused('C4', 'tab/screens/host', '../../../bot/api.ts'),
  ...accepted('C4', 'tab/screens/host', '../../../shared/views/views.ts', '../../net/client.ts', 'react'),

  ...refused('C4', 'manifest', '../bot/config.ts', '../tab/net/client.ts'),
  ...accepted('C4', 'manifest', '../shared/core/result.ts', 'zod', 'node:fs'),

  ...refused('C5', 'bot/realtime', 'socket.io', 'socket.io-client', 'node:sqlite'),
  ...refused('C5', 'bot/workshop', 'socket.io', 'node:sqlite'),
  ...refused('C5', 'bot/synthesis', '@microsoft/teams-ai', 'openai', 'botbuilder', 'botbuilder-core'),
  { id: 'C5', path: 'bot/synthesis', code: "export const x = () => import('@microsoft/teams-ai');", rule: imports },
  ...refused('C5', 'tab/net', '@microsoft/teams-ai'),
  ...refused('C5', 'bot/store', 'node:sqlite', 'socket.io'),
  ...refused('C5', 'bot/teams', 'jose', 'socket.io', 'botbuilder', '@microsoft/teams-ai'),
  ...refused('C5', 'tab/net', 'socket.io-client', 'socket.io', '@microsoft/teams-js'),
  ...refused('C5', 'manifest/checks', 'ajv', 'ajv-draft-04', 'fflate'),
];
/** Files that may name a vendor: they keep their own name. */
const vendors: readonly Snippet[] = [
  { id: 'C5', path: 'bot/realtime/hub.ts', code: "export { Server } from 'socket.io';", rule: undefined },
  { id: 'C5', path: 'bot/teams/teamsApp.ts', code: "export { TeamsInfo } from 'botbuilder';", rule: undefined },
  { id: 'C5', path: 'bot/store/nodeSqlite.ts', code: "export { DatabaseSync } from 'node:sqlite';", rule: undefined },
  { id: 'C5', path: 'bot/demo/guest.ts', code: "export { io } from 'socket.io-client';", rule: undefined },
  {
    id: 'C5',
    path: 'bot/synthesis/languageModel.ts',
    code: "export const x = () => import('@microsoft/teams-ai');",
    rule: undefined,
  },
  { id: 'C5', path: 'manifest/checks/schema.ts', code: "export { default } from 'ajv-draft-04';", rule: undefined },
  { id: 'C5', path: 'manifest/packageFiles.ts', code: "export { zipSync } from 'fflate';", rule: undefined },
  { id: 'C5', path: 'tab/net/teamsHost.ts', code: "export { app } from '@microsoft/teams-js';", rule: undefined },
  { id: 'C5', path: 'bot/teams/identity.ts', code: "export { jwtVerify } from 'jose';", rule: undefined },
  { id: 'C5', path: 'tab/net/socketTransport.ts', code: "export { io } from 'socket.io-client';", rule: undefined },
];

const pathOf = ({ path }: Snippet, index: number): string =>
  path.endsWith('.ts') ? path : `${path}/snippet${index}.ts`;

describe('the linter, as this repository sets it up', () => {
  let folder = '';
  /** What it said, by file. */
  const said = new Map<string, string[]>();
  const all = [...snippets, ...vendors];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-lint-'));
    for (const path of ['biome.json', 'tests/lint']) cpSync(join(root, path), join(folder, path), { recursive: true });
    all.forEach((snippet, index) => {
      const path = join(folder, pathOf(snippet, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${snippet.code}\n`);
    });
    for (const { category, location, severity } of lint(folder)) {
      if (severity !== 'error') continue;
      said.set(location.path, [...(said.get(location.path) ?? []), category]);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const of = (id: string): readonly (readonly [string, string, string, string | undefined])[] =>
    all.flatMap((snippet, index) => {
      const verdict = snippet.rule === undefined ? 'taken' : 'refused';
      return snippet.id === id ? [[pathOf(snippet, index), snippet.code, verdict, snippet.rule] as const] : [];
    });
  const check = (path: string, rule: string | undefined): void => {
    const rules = (said.get(path) ?? []).filter((each) => [imports, globals, plugin].includes(each));
    if (rule === undefined) expect(rules).toEqual([]);
    else expect(rules).toContain(rule);
  };

  it.each(of('C1'))('C1 in %s: %s is %s', (path, _code, _verdict, rule) => check(path, rule));
  it.each(of('C2'))('C2 in %s: %s is %s', (path, _code, _verdict, rule) => check(path, rule));
  it.each(of('C3'))('C3 in %s: %s is %s', (path, _code, _verdict, rule) => check(path, rule));
  it.each(of('C4'))('C4 in %s: %s is %s', (path, _code, _verdict, rule) => check(path, rule));
  it.each(of('C5'))('C5 in %s: %s is %s', (path, _code, _verdict, rule) => check(path, rule));
});

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function lint(folder: string): readonly Diagnostic[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const command = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
  try {
    return parse(
      execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  } catch (failure) {
    // Errors were found, as they should be: the linter says so by its status.
    return parse(String((failure as { readonly stdout?: unknown }).stdout));
  }
}

const parse = (output: string): readonly Diagnostic[] =>
  (JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
