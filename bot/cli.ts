import { readFileSync } from 'node:fs';
import { toGoldJson } from '../shared/agenda/import/programmeJson.ts';
import { readProgramme } from '../shared/agenda/import/readProgramme.ts';
import { split, splitUsage } from './cli/split.ts';

const usage = `npm run -s aparte -- import FILE     reads a programme document (.md, .txt) and prints its agenda as JSON
${splitUsage}`;

/** Prints the agenda that a programme document holds. Exit code 1 and one line on stderr when there is none. */
function importProgramme(path: string): number {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    console.error(`${path}: no such file, or it may not be read`);
    return 1;
  }
  const programme = readProgramme(bytes.toString('utf8'));
  if (!programme.ok) {
    console.error(JSON.stringify(programme.problem));
    return 1;
  }
  console.log(JSON.stringify(toGoldJson(programme.value), undefined, 2));
  return 0;
}

function main([command, ...args]: readonly string[]): number {
  const [path] = args;
  if (command === 'import' && path !== undefined) return importProgramme(path);
  if (command === 'split') return split(args);
  console.error(usage);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
