import { countRepeats, searchRounds } from '../../shared/groups/rounds.ts';

/** Enough for the classic cases to reach what is known; about half a second. */
const usualProposals = 4_000_000;

/** @param wish `groups,size,rounds` @returns `{"rounds": …, "repeats": n}` */
export function splitRounds(wish: string, seed: number, proposals = usualProposals): string {
  const numbers = wish.split(',').map(Number);
  const [groups, size, rounds] = numbers;
  if (numbers.length !== 3 || groups === undefined || size === undefined || rounds === undefined)
    throw new Error('--rounds: expected groups,size,rounds, such as 8,4,5');
  if (!numbers.every((number) => Number.isInteger(number) && number > 0) || groups * size > 5_000)
    throw new Error('--rounds: groups, size and rounds are whole numbers from 1 on, and at most 5,000 people');
  const search = searchRounds({ groups, size, rounds }, seed);
  search.advance(proposals);
  const best = search.best();
  return `${JSON.stringify({ rounds: best, repeats: countRepeats(best) })}\n`;
}
