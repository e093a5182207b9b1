/** `npm run package:teams`: writes the Teams app package of this server, from the settings in the environment. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packageProblems } from './checkPackage.ts';
import { fillTemplate } from './fillTemplate.ts';
import { readPackageFiles, zipPackage } from './packageFiles.ts';
import { readPackageSettings } from './packageSettings.ts';

const usage = 'npm run -s package:teams [-- --out aparte-teams.zip] [--version 1.2.0]     settings: manifest/TEAMS.md';

const { version: ownVersion } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @returns the exit code: 0, 1 when the package cannot be made, 2 for wrong settings or options */
function main(args: readonly string[]): number {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (problem) {
    return failed(2, [messageOf(problem), usage]);
  }
  const settings = readPackageSettings(process.env, options.version ?? ownVersion);
  if (!settings.ok) return failed(2, settings.problem);
  const template = readPackageFiles(fileURLToPath(new URL('./template', import.meta.url)));
  const files = fillTemplate(template, settings.value);
  const problems = packageProblems(files, settings.value.publicUrl);
  if (problems.length > 0) return failed(1, problems);
  try {
    writeWhole(options.out, zipPackage(files));
  } catch (problem) {
    return failed(1, [`--out: ${options.out} cannot be written: ${messageOf(problem)}`]);
  }
  const { publicUrl, version } = settings.value;
  process.stdout.write(`${options.out}: Aparté ${version} for ${publicUrl}\n`);
  return 0;
}

function readOptions(args: readonly string[]): { readonly out: string; readonly version: string | undefined } {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string', default: 'aparte-teams.zip' }, version: { type: 'string' } },
  });
  return { out: values.out, version: values.version };
}

/** Under another name first: whoever finds the file finds all of it. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const whole = resolve(path);
  const partial = `${whole}.${process.pid}.part`;
  try {
    writeFileSync(partial, bytes);
    renameSync(partial, whole);
  } finally {
    rmSync(partial, { force: true });
  }
}

function failed(code: number, lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return code;
}

/** "ENOENT: no such file or directory, open '/nope/x'" → "no such file or directory": the path there is not the one asked for. */
const messageOf = (problem: unknown): string =>
  (problem instanceof Error ? problem.message : String(problem)).replace(/^E[A-Z]+: ([^,]+), .*$/, '$1');

process.exitCode = main(process.argv.slice(2));
