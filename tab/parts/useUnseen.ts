import { useEffect, useState } from 'react';
import type { ClientSnapshot, PendingCommand } from '../net/client.ts';

/** The view follows an ack within half a second even in a crowd; past this it says something else, and is right. */
const longestGapMs = 3_000;

/**
 * Commands whose effect the view does not show yet: those on their way, and those stored an instant ago.
 * Acks overtake views, so without the second ones a text would vanish and come back.
 */
export function useUnseen(snapshot: ClientSnapshot): {
  readonly unseen: readonly PendingCommand[];
  readonly storedIds: ReadonlySet<string>;
} {
  const [previous, setPrevious] = useState(snapshot);
  const [stored, setStored] = useState<readonly PendingCommand[]>([]);
  if (previous !== snapshot) {
    setPrevious(snapshot);
    const waiting = new Set(snapshot.pending.map((pending) => pending.commandId));
    const refused = new Set(snapshot.failed.map((failed) => failed.commandId));
    const gone = previous.pending.filter(({ commandId }) => !waiting.has(commandId) && !refused.has(commandId));
    // A view that came after the ack shows its effect: what was stored before it is seen.
    const kept = previous.view === snapshot.view ? stored : [];
    if (gone.length > 0 || kept !== stored) setStored([...kept, ...gone]);
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
