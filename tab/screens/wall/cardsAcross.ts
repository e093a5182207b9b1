import type { IdeaAcross } from '../../../shared/views/acrossWorkshops.ts';
import { cardsByLens, sharedCard, type WallCard } from '../../parts/wallCards.ts';

/** How a wall of several workshops is arranged. */
export const acrossOrders = ['nearness', 'workshop', 'lens'] as const;
export type AcrossOrder = (typeof acrossOrders)[number];

/**
 * The wall of several workshops; every idea stands on it once.
 * @param together ids of ideas that several groups share, as far as that is worked out
 */
export function cardsAcross(
  by: AcrossOrder,
  ideas: readonly IdeaAcross[],
  together: readonly (readonly string[])[],
): readonly WallCard[] {
  if (by === 'lens') return cardsByLens(ideas, []);
  const all = new Map(ideas.map((each) => [each.idea.id, each]));
  const sets = by === 'nearness' ? together : [];
  const shared = sets.map((ids) =>
    sharedCard(
      ids,
      ids.flatMap((id) => all.get(id) ?? []),
    ),
  );
  const isShared = new Set(sets.flat());
  const left = Map.groupBy(
    ideas.filter(({ idea }) => !isShared.has(idea.id)),
    ({ workshop }) => workshop,
  );
  const others = [...left].map(([{ id, title }, own]): WallCard => ({ kind: 'workshop', id, title, ideas: own }));
  return [...shared, ...others];
}
