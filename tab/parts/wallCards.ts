import type {
  CommonView,
  GroupSummary,
  PresentedGroup,
  PresentedKeyIdea,
  StageView,
} from '../../shared/views/views.ts';

type Wall = Extract<StageView['scene'], { kind: 'wall' }>;

/** A key idea on the wall, and the group that brought it back. */
export interface WallIdea {
  readonly idea: PresentedKeyIdea;
  readonly group: Pick<GroupSummary, 'id' | 'number' | 'name'>;
  /** On a wall of several workshops: its title. */
  readonly workshop?: { readonly id: string; readonly title: string };
}

/** What stands together on the wall. */
export type WallCard =
  | { readonly kind: 'group'; readonly id: string; readonly group: GroupSummary; readonly ideas: readonly WallIdea[] }
  /** On a wall of several workshops. */
  | { readonly kind: 'workshop'; readonly id: string; readonly title: string; readonly ideas: readonly WallIdea[] }
  | {
      readonly kind: 'shared';
      readonly id: string;
      readonly groupCount: number;
      /** Absent on the wall of one workshop. */
      readonly workshopCount?: number;
      readonly ideas: readonly WallIdea[];
    }
  /** Without `lens`: ideas on which none was put. */
  | { readonly kind: 'lens'; readonly id: string; readonly lens?: string; readonly ideas: readonly WallIdea[] };

/** The lenses that the plenary reads by, in the order of the breakout's list. */
export const stageLenses = ({ agenda, stage }: CommonView): readonly string[] =>
  agenda.slots.find(({ id }) => id === stage?.breakoutSlotId)?.lenses ?? [];

const ideasOf = (group: PresentedGroup): readonly WallIdea[] => group.keyIdeas.map((idea) => ({ idea, group }));

const groupCard = (group: PresentedGroup, ideas: readonly WallIdea[]): WallCard => ({
  kind: 'group',
  id: group.id,
  group,
  ideas,
});

/** The wall as the host arranged it; every idea stands on it once. */
export function wallCards({ by, groups, together = [] }: Wall, lenses: readonly string[]): readonly WallCard[] {
  if (by === 'lens') return cardsByLens(groups.flatMap(ideasOf), lenses);
  if (by === 'group') return groups.map((group) => groupCard(group, ideasOf(group)));
  const all = new Map(groups.flatMap(ideasOf).map((each) => [each.idea.id, each]));
  const shared = together.map((ids) =>
    sharedCard(
      ids,
      ids.flatMap((id) => all.get(id) ?? []),
    ),
  );
  const isShared = new Set(together.flat());
  const others = groups.flatMap((group): WallCard[] => {
    const ideas = ideasOf(group).filter(({ idea }) => !isShared.has(idea.id));
    // All that this group brought back stands with others' already; one that brought nothing back says so.
    return ideas.length === 0 && group.keyIdeas.length > 0 ? [] : [groupCard(group, ideas)];
  });
  return [...shared, ...others];
}

/** What several groups say. */
export function sharedCard(ids: readonly string[], ideas: readonly WallIdea[]): WallCard {
  const groupCount = new Set(ideas.map(({ group }) => group.id)).size;
  const workshops = new Set(ideas.flatMap(({ workshop }) => workshop?.id ?? []));
  const counted = workshops.size === 0 ? {} : { workshopCount: workshops.size };
  return { kind: 'shared', id: ids.join(' '), groupCount, ...counted, ideas };
}

/** Each lens once, those of the list in its order, ideas without one last. */
export function cardsByLens(all: readonly WallIdea[], lenses: readonly string[]): readonly WallCard[] {
  const put = all.flatMap(({ idea }) => idea.lens ?? []);
  const known = new Set([...lenses.filter((lens) => put.includes(lens)), ...put]);
  const cards = [...known].map((lens): WallCard => {
    const ideas = all.filter(({ idea }) => idea.lens === lens);
    return { kind: 'lens', id: `lens ${lens}`, lens, ideas };
  });
  const bare = all.filter(({ idea }) => idea.lens === undefined);
  return bare.length === 0 ? cards : [...cards, { kind: 'lens', id: 'no lens', ideas: bare }];
}
