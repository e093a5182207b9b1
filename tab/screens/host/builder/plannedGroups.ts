import type { HostView } from '../../../../shared/views/views.ts';

/** A group of the preview: one of the workshop's, or a new one that publishing makes. */
export interface PlannedGroup {
  readonly groupId?: string;
  readonly number: number;
  readonly name: string;
}

/** How many groups there are to be, or how many people each of them is to hold. */
export type GroupSize =
  | { readonly kind: 'groups'; readonly count: number }
  | { readonly kind: 'people'; readonly count: number };

export const mostGroups = 50;

/** As many groups as asked for: at least one, at most as many as a workshop may have. */
export function groupCount(size: GroupSize, people: number): number {
  const wanted = size.kind === 'groups' ? size.count : Math.round(people / Math.max(1, size.count));
  return Math.min(mostGroups, Math.max(1, wanted));
}

/** The first of the workshop's groups, and new ones after them: with the numbers that the server will give them. */
export function plannedGroups(groups: HostView['groups'], count: number): PlannedGroup[] {
  const last = Math.max(0, ...groups.map(({ number }) => number));
  return Array.from({ length: count }, (_, index) => {
    const known = groups[index];
    if (known !== undefined) return { groupId: known.id, number: known.number, name: known.name };
    return { number: last + index - groups.length + 1, name: '' };
  });
}
