import { useEffect, useState } from 'react';
import type { ClientSnapshot, PendingCommand } from '../net/client.ts';

/** The view follows an ack within half a second even in a crowd; past this, what it says instead is right. */
const longestGapMs = 3_000;

export interface Unseen {
  /** In the order in which they were sent. */
  readonly unseen: readonly PendingCommand[];
  /** Those that the server has acknowledged. */
  readonly storedIds: ReadonlySet<string>;
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
    setPrevious(snapshot);
    if (acknowledged.length > 0) setStored([...stored, ...acknowledged]);
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
