import { parseArgs } from 'node:util';
import { type Printed, runCommand } from './runCommand.ts';
import { splitUsage } from './splitUsage.ts';

const options = {
  groups: { type: 'string' },
  mix: { type: 'string' },
  apart: { type: 'string' },
  together: { type: 'string' },
  pin: { type: 'string' },
  met: { type: 'string', multiple: true },
  roster: { type: 'string' },
  previous: { type: 'string' },
  rounds: { type: 'string' },
  mdgp: { type: 'string' },
  proposals: { type: 'string' },
  seed: { type: 'string' },
  ms: { type: 'string' },
} as const;

/** `split …`: prints the split on stdout. @returns the exit code */
export const split = (args: readonly string[]): Promise<number> => runCommand(args, { parse, run, usage: splitUsage });

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const asked = [values.roster, values.rounds, values.mdgp, positionals[0]].filter((one) => one !== undefined);
  if (asked.length !== 1 || positionals.length > 1)
    throw new Error('split: one of PEOPLE.csv, --roster, --rounds, --mdgp');
  return {
    ...values,
    people: positionals[0],
    seed: whole('--seed', values.seed, -(2 ** 31)) ?? 1,
    ms: whole('--ms', values.ms, 1),
    proposals: whole('--proposals', values.proposals, 0),
    groups: whole('--groups', values.groups, 1),
  };
}

async function run(args: ReturnType<typeof parse>): Promise<Printed> {
  const { roster, previous, rounds, mdgp, people, seed, ms, proposals } = args;
  if (roster !== undefined) {
    const { splitRoster } = await import('./splitRoster.ts');
    return { stdout: splitRoster({ roster, previous, seed, proposals }) };
  }
  if (rounds !== undefined) {
    const { splitRounds } = await import('./splitRounds.ts');
    return { stdout: splitRounds(rounds, seed, proposals) };
  }
  if (mdgp !== undefined) {
    const { splitDistances } = await import('./splitDistances.ts');
    return { stdout: splitDistances(mdgp, ms ?? 1_000, seed) };
  }
  const { splitPeople } = await import('./splitPeople.ts');
  return splitPeople({ ...args, path: people ?? '', groups: args.groups ?? 3, met: args.met ?? [] });
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isInteger(number) || number < least || number > 2 ** 53)
    throw new Error(`${name}: expected a whole number from ${least} on, not "${text}"`);
  return number;
}
