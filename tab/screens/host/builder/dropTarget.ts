import type { Placement, Split } from '../../../../shared/groups/problem.ts';
import { groupOfPerson } from './draft.ts';

/** What dropping somebody somewhere would do: `g2` is a group of the plan, `p` and an id a person to change places with. */
export interface Drop {
  readonly group: number;
  /** Whom they would change places with. */
  readonly personId?: string;
  readonly moves: readonly Placement[];
}

/** @returns undefined where dropping changes nothing */
export function dropOf(split: Split, draggedId: string, target: string | undefined): Drop | undefined {
  if (target === undefined) return undefined;
  const own = groupOfPerson(split, draggedId);
  if (target.startsWith('g')) {
    const group = Number(target.slice(1));
    return group === own ? undefined : { group, moves: [{ personId: draggedId, group }] };
  }
  const personId = target.slice(1);
  const group = groupOfPerson(split, personId);
  if (group < 0 || group === own) return undefined;
  return {
    group,
    personId,
    moves: [
      { personId: draggedId, group },
      { personId, group: own },
    ],
  };
}
