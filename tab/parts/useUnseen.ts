import { useEffect, useState } from 'react';
import type { ClientSnapshot, PendingCommand } from '../net/client.ts';
import { isMadeBy } from './answerList.ts';

/** The view follows an ack within half a second even in a crowd; past this, what it says instead is right. */
const longestGapMs = 3_000;

export interface Unseen {
  /** In the order in which they were sent. */
  readonly unseen: readonly PendingCommand[];
  /** Those that the server has acknowledged. */
  readonly storedIds: ReadonlySet<string>;
}

/**
 * Whether the server has shown the effect of a stored command: what it sends after an ack was made after it. Whose an
 * answer is, and what one supports, comes apart from the view.
 */
function isShown({ command, commandId }: PendingCommand, before: ClientSnapshot, now: ClientSnapshot): boolean {
  switch (command.kind) {
    case 'PostAnswer':
      return now.me?.answerIds.some((id) => isMadeBy(id, commandId)) ?? false;
    case 'SupportAnswer':
    case 'UnsupportAnswer':
    case 'NoteArrival':
    case 'ClearArrival':
    case 'ChooseGroup':
    case 'ReviseMyself':
      return before.me !== now.me;
    default:
      return before.view !== now.view;
  }
}

/**
 * Commands whose effect the view may not show yet: those on their way, and those stored an instant ago.
 * Acks overtake views: without the second ones a text would vanish and come back.
 */
export function useUnseen(snapshot: ClientSnapshot): Unseen {
  const [previous, setPrevious] = useState(snapshot);
  const [stored, setStored] = useState<readonly PendingCommand[]>([]);
  if (previous !== snapshot) {
    const still = new Set([...snapshot.pending, ...snapshot.failed].map((command) => command.commandId));
    const acknowledged = previous.pending.filter(({ commandId }) => !still.has(commandId));
    const unshown = stored.filter((pending) => !isShown(pending, previous, snapshot));
    setPrevious(snapshot);
    if (acknowledged.length > 0 || unshown.length < stored.length) setStored([...unshown, ...acknowledged]);
  }
  useEffect(() => {
    if (stored.length === 0) return;
    const timer = setTimeout(() => setStored([]), longestGapMs);
    return () => clearTimeout(timer);
  }, [stored]);
  return {
    unseen: stored.length === 0 ? snapshot.pending : [...stored, ...snapshot.pending],
    storedIds: new Set(stored.map((command) => command.commandId)),
  };
}
