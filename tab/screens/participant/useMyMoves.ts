import { useState } from 'react';
import type { GroupSummary, View } from '../../../shared/views/views.ts';

/** Where one has gone while the page was open. */
export type MyMove =
  | { readonly kind: 'placed'; readonly group: GroupSummary }
  | { readonly kind: 'moved'; readonly group: GroupSummary }
  /** The group that one was in has joined another one. */
  | { readonly kind: 'merged'; readonly group: GroupSummary }
  | { readonly kind: 'choiceClosed' }
  | { readonly kind: 'released' };

/** What the page last showed of one's place. */
interface Standing {
  readonly kind: View['kind'];
  readonly slotId?: string;
  readonly groupId?: string;
  readonly isOffered: boolean;
}

export const standingOf = (view: View): Standing => {
  if (view.kind === 'group')
    return { kind: 'group', slotId: view.breakout.slotId, groupId: view.group.id, isOffered: false };
  const slotId = view.kind === 'lobby' ? view.openSlotId : undefined;
  return {
    kind: view.kind,
    ...(slotId === undefined ? {} : { slotId }),
    isOffered: view.kind === 'lobby' && view.choice !== undefined,
  };
};

/** What is to be told of a change; undefined when the page says it by itself, as when the groups go off. */
export function moveBetween(before: Standing, view: View): MyMove | undefined {
  if (before.kind === 'animator') return { kind: 'released' };
  if (view.kind === 'lobby') {
    return before.isOffered && view.choice === undefined ? { kind: 'choiceClosed' } : undefined;
  }
  if (view.kind !== 'group' || before.slotId !== view.breakout.slotId) return undefined;
  const { group } = view;
  if (before.groupId === undefined) return { kind: 'placed', group };
  return { kind: view.joinedBy?.some(({ id }) => id === before.groupId) ? 'merged' : 'moved', group };
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.kind === other.kind &&
  one.slotId === other.slotId &&
  one.groupId === other.groupId &&
  one.isOffered === other.isOffered;

/** The last change of one's place that is still to be told, and how to put it away. */
export function useMyMoves(view: View): readonly [MyMove | undefined, () => void] {
  const [standing, setStanding] = useState(() => standingOf(view));
  const [told, tell] = useState<MyMove>();
  const now = standingOf(view);
  if (!isSame(standing, now)) {
    setStanding(now);
    tell(moveBetween(standing, view));
  }
  return [told, () => tell(undefined)];
}
