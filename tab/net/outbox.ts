import type { FailedCommand, PendingCommand } from './client.ts';
import type { KeyValueStorage } from './storage.ts';

/**
 * Commands that the server has not stored, and those that it refused, kept on this device: one key per command, so
 * that two pages of the same person never write over each other. Everything is held in memory as well: when the
 * browser refuses to store, commands still leave.
 */
export interface Outbox {
  /** In the order in which they were given. */
  pending(): readonly PendingCommand[];
  failed(): readonly FailedCommand[];
  /** Stored when this returns, if the browser stores at all. */
  keep(command: PendingCommand): void;
  /** The server has it, or the person has read why not: nothing of it stays. */
  drop(commandId: string): void;
  /** Moves a pending command among the failed ones. */
  fail(command: FailedCommand): void;
  /**
   * Takes over what other pages of the same person left behind. True when something changed. A pending command is
   * never let go because its key is gone: only an ack says that the server has it, and asking twice is harmless.
   */
  reread(): boolean;
}

interface Entry<Shape> {
  readonly key: string;
  readonly record: Shape;
}

const pendingOf = 'aparte:outbox:';
const failedOf = 'aparte:failed:';
/** Under which the commands of all workshops stand; the id of the workshop follows. */
export const outboxPrefixes: readonly string[] = [pendingOf, failedOf];

/** Wide enough that keys sort like numbers. */
const ordinalDigits = 12;

export function createOutbox(storage: KeyValueStorage, workshopId: string, personId: string): Outbox {
  const pendingPrefix = `${pendingOf}${workshopId}:${personId}:`;
  const failedPrefix = `${failedOf}${workshopId}:${personId}:`;
  const pending = new Map<string, Entry<PendingCommand>>();
  const failed = new Map<string, Entry<FailedCommand>>();
  /**
   * Refused commands for which the browser had no room among the failed ones: the place that they keep on the device is
   * the old one. After a reload they are sent again, and refused again.
   */
  const unmoved = new Map<string, string>();
  let lastOrdinal = 0;

  function adopt<Shape extends PendingCommand>(prefix: string, entries: Map<string, Entry<Shape>>): boolean {
    let changed = false;
    for (const key of storage.keys(prefix)) {
      lastOrdinal = Math.max(lastOrdinal, Number(key.slice(prefix.length, prefix.length + ordinalDigits)) || 0);
      const record = parse<Shape>(storage.get(key));
      if (record === undefined || entries.has(record.commandId)) continue;
      entries.set(record.commandId, { key, record });
      changed = true;
    }
    return changed;
  }

  function forget<Shape>(entries: Map<string, Entry<Shape>>, commandId: string): void {
    const entry = entries.get(commandId);
    if (entry === undefined) return;
    entries.delete(commandId);
    storage.remove(entry.key);
  }

  function reread(): boolean {
    const changed = [adopt(failedPrefix, failed), adopt(pendingPrefix, pending)].includes(true);
    // Another page failed it, or closed between the two steps of `fail`.
    for (const commandId of failed.keys()) {
      if (unmoved.has(commandId)) pending.delete(commandId);
      else forget(pending, commandId);
    }
    return changed;
  }
  reread();

  return {
    pending: () => inOrder(pending),
    failed: () => inOrder(failed),
    keep(record) {
      lastOrdinal += 1;
      const key = `${pendingPrefix}${String(lastOrdinal).padStart(ordinalDigits, '0')}.${record.commandId}`;
      pending.set(record.commandId, { key, record });
      storage.set(key, JSON.stringify(record));
    },
    drop(commandId) {
      forget(pending, commandId);
      forget(failed, commandId);
      const place = unmoved.get(commandId);
      if (place !== undefined) storage.remove(place);
      unmoved.delete(commandId);
    },
    fail(record) {
      const { commandId } = record;
      const oldKey = pending.get(commandId)?.key;
      const key = `${failedPrefix}${oldKey?.slice(pendingPrefix.length) ?? commandId}`;
      failed.set(commandId, { key, record });
      // The words are written in their new place before they leave the old one.
      if (storage.set(key, JSON.stringify(record)) || oldKey === undefined) forget(pending, commandId);
      else {
        pending.delete(commandId);
        unmoved.set(commandId, oldKey);
      }
    },
    reread,
  };
}

const inOrder = <Shape>(entries: ReadonlyMap<string, Entry<Shape>>): readonly Shape[] =>
  [...entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((entry) => entry.record);

function parse<Shape extends PendingCommand>(stored: string | undefined): Shape | undefined {
  if (stored === undefined) return undefined;
  try {
    const value = JSON.parse(stored) as Partial<Shape> | null;
    if (typeof value?.commandId !== 'string' || typeof value.command?.kind !== 'string') return undefined;
    return value as Shape;
  } catch {
    // Not ours, or from another version: left alone.
    return undefined;
  }
}
