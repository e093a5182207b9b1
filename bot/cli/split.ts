import { parseArgs } from 'node:util';
import { splitRoster } from './splitRoster.ts';

export const splitUsage = `npm run -s aparte -- split PEOPLE.csv --groups 3   (see: split --help)`;

/** What stops a command: one line for whoever typed it. */
export class CommandProblem extends Error {}

/** `split …`: prints the split on stdout. @returns the exit code */
export function split(args: readonly string[]): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        roster: { type: 'string' },
        previous: { type: 'string' },
        proposals: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    void positionals;
    if (values.roster !== undefined) process.stdout.write(splitRoster({ roster: values.roster, ...values }));
    return 0;
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    return 1;
  }
}
