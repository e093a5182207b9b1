import type { Split } from '../../../../shared/groups/problem.ts';

/** Somebody who is elsewhere than in the groups compared with. −1: in none of them. */
export interface ComparedMove {
  readonly personId: string;
  readonly from: number;
  readonly to: number;
}

/** Who is elsewhere. Groups are compared by their place in the plan. */
export function comparedMoves(before: Split, now: Split): readonly ComparedMove[] {
  const was = new Map(before.flatMap((ids, group) => ids.map((id) => [id, group] as const)));
  return now.flatMap((ids, to) =>
    ids.flatMap((personId) => {
      const from = was.get(personId) ?? -1;
      return from === to || from < 0 ? [] : [{ personId, from, to }];
    }),
  );
}
