import { readFileSync } from 'node:fs';
import { offerSwaps } from '../../shared/groups/offerSwaps.ts';
import type { Split } from '../../shared/groups/problem.ts';
import { reportSplit } from '../../shared/groups/report.ts';
import { type Roster, rosterProblem } from '../../shared/groups/roster.ts';
import { createSearch } from '../../shared/groups/search.ts';
import { searchNear } from '../../shared/groups/settle.ts';
import { readable } from './reportJson.ts';

/** About half a second where the bound is not reached, for a hundred people. */
const usualProposals = 4_000_000;
/** How far to look for a place for everybody new before somebody else must move. */
const nearProposals = 50_000;

export interface RosterArgs {
  readonly roster: string;
  /** A split to stay near to: `{"groups": [[ids] …]}`. */
  readonly previous?: string | undefined;
  readonly proposals?: number | undefined;
  readonly seed: number;
}

/** @returns `{"groups": …, "report": …}`; with a previous split, `report.offers` are exchanges that would pay, not made */
export function splitRoster({ roster, previous, proposals = usualProposals, seed }: RosterArgs): string {
  const problem = rosterProblem(readJson(roster) as Roster);
  const before = previous === undefined ? undefined : (readJson(previous) as { readonly groups: Split }).groups;
  const search =
    before === undefined
      ? createSearch(problem, seed)
      : searchNear(problem, before, seed, Math.min(proposals, nearProposals));
  search.advance(proposals - search.proposals());
  const groups = search.best();
  const report = reportSplit(problem, groups);
  const offers = before === undefined ? undefined : offerSwaps(problem, groups);
  return `${JSON.stringify({ groups, report: readable({ ...report, proposals: search.proposals(), offers }) })}\n`;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    throw new Error(`${path}: ${problem instanceof SyntaxError ? 'not JSON' : 'no such file, or it may not be read'}`);
  }
}
