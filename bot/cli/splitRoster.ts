import { readFileSync } from 'node:fs';
import { reportSplit } from '../../shared/groups/report.ts';
import { type Roster, rosterProblem } from '../../shared/groups/roster.ts';
import { createSearch } from '../../shared/groups/search.ts';

/** @returns `{"groups": …, "report": …}` */
export function splitRoster({
  roster,
  proposals = '2000000',
  seed = '1',
}: {
  readonly roster: string;
  readonly proposals?: string;
  readonly seed?: string;
}): string {
  const problem = rosterProblem(JSON.parse(readFileSync(roster, 'utf8')) as Roster);
  const search = createSearch(problem, Number(seed));
  search.advance(Number(proposals));
  const groups = search.best();
  return `${JSON.stringify({ groups, report: { ...reportSplit(problem, groups), proposals: search.proposals() } })}\n`;
}
