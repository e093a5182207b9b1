import { readFileSync } from 'node:fs';
import { splitUsage } from './cli/splitUsage.ts';

const usage = `npm run -s aparte -- import FILE     reads a programme document (.md, .txt) and prints its agenda as JSON
${splitUsage}`;

/** Prints the agenda that a programme document holds. Exit code 1 and one line on stderr when there is none. */
async function importProgramme(path: string): Promise<number> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    console.error(`${path}: no such file, or it may not be read`);
    return 1;
  }
  const { toGoldJson } = await import('../shared/agenda/import/programmeJson.ts');
  const { readProgramme } = await import('../shared/agenda/import/readProgramme.ts');
  const programme = readProgramme(bytes.toString('utf8'));
  if (!programme.ok) {
    console.error(JSON.stringify(programme.problem));
    return 1;
  }
  console.log(JSON.stringify(toGoldJson(programme.value), undefined, 2));
  return 0;
}

/** A command loads what it needs itself: starting is most of the time that a small one takes. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  const [path] = args;
  if (command === 'import' && path !== undefined) return importProgramme(path);
  if (command === 'split') {
    const { split } = await import('./cli/split.ts');
    return split(args);
  }
  console.error(usage);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
