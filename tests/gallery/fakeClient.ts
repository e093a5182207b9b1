import type { Problem } from '../../shared/protocol/messages.ts';
import type { Me, View } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { ClientSnapshot, WorkshopClient } from '../../tab/net/client.ts';

export interface FakeClient extends WorkshopClient {
  /** What the screen sent, in order. */
  readonly sent: readonly Command[];
  /** Replaces what the screen reads. */
  show(change: Partial<ClientSnapshot>): void;
}

/** A client with no server behind: it shows what it is given, at an instant that stands still. */
export function fakeClient(given: { view: View; me?: Me; now: number } & Partial<ClientSnapshot>): FakeClient {
  const { now, ...rest } = given;
  let snapshot: ClientSnapshot = { status: { kind: 'online' }, pending: [], stored: [], failed: [], ...rest };
  const sent: Command[] = [];
  const listeners = new Set<() => void>();
  const show = (change: Partial<ClientSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  return {
    sent,
    show,
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(command) {
      sent.push(command);
      return `command-${sent.length}`;
    },
    settled: () => Promise.resolve<Problem | undefined>(undefined),
    dismiss: (commandId) => show({ failed: snapshot.failed.filter((failed) => failed.commandId !== commandId) }),
    serverNow: () => now,
    knowsServerTime: () => true,
    close: () => undefined,
  };
}
