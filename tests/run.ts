import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureChromium } from './ensureChromium.ts';

/**
 * The whole test command: style, unused code, types, the pages' build, then every test. It ends with "N passed, N failed"
 * alone on a line. What comes before the tests counts as one check each: a failing one fails the command.
 */
const environment = {
  ...process.env,
  PATH: `${join(process.cwd(), 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
};

let passed = 0;
let failed = 0;

const run = (command: string, args: readonly string[], extra: Record<string, string> = {}): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, ...extra },
    shell: process.platform === 'win32',
  }).status === 0;

function check(name: string, isGood: boolean): void {
  console.log(`${isGood ? 'ok' : 'FAILED'}  ${name}`);
  if (isGood) passed += 1;
  else failed += 1;
}

/** Runs one of the two projects of tests/vitest.config.ts and counts its tests. */
function suite(project: string, extra: Record<string, string>): void {
  const folder = mkdtempSync(join(tmpdir(), 'aparte-tests-'));
  const outputFile = join(folder, 'results.json');
  const isGreen = run(
    'vitest',
    [
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    extra,
  );
  let counted = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  try {
    counted = JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    console.log(`FAILED  ${project}: the test runner left no results`);
  }
  rmSync(folder, { recursive: true, force: true });
  passed += counted.numPassedTests;
  // A file that does not even load has no tests to count, and a skipped test checks nothing: both fail the command.
  const skipped = counted.numPendingTests + counted.numTodoTests;
  failed += counted.numFailedTests + skipped + (isGreen || counted.numFailedTests + skipped > 0 ? 0 : 1);
  if (isGreen && counted.numPassedTests === 0) failed += 1;
}

check('style', run('biome', ['check', '--error-on-warnings', '.']));
check('unused code', run('knip', ['--no-progress']));
for (const room of ['shared', 'bot', 'tab', 'manifest', 'tests']) check(`types of ${room}`, run('tsc', ['-p', room]));
check('build of the pages', run('vite', ['build', '--config', 'tab/vite.config.ts', '--logLevel', 'warn']));
suite('core', {});
try {
  suite('system', { CHROMIUM_PATH: ensureChromium() });
} catch (fault) {
  check(fault instanceof Error ? fault.message : String(fault), false);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
