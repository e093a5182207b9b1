import type { EpochMs } from '../../shared/core/time.ts';
import type { Ack, CommandEnvelope, Problem } from '../../shared/protocol/messages.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { FailedCommand, PendingCommand } from './client.ts';
import type { Outbox } from './outbox.ts';
import { createAlarm, type Timers } from './timers.ts';

/**
 * Sends the commands of the outbox one at a time: the next leaves when the one before is acknowledged, so that an
 * edit never overtakes the answer that it edits, whatever is lost or refused for a moment on the way.
 */
export interface CommandQueue {
  send(command: Command): string;
  ack(commandId: string, ack: Ack): void;
  opened(): void;
  closed(): void;
  /** The view shows this version of the log: what is stored up to it need not be shown apart. */
  showing(version: number): void;
  /** Looks for what other pages of the same person left behind. */
  reread(): void;
  settled(commandId: string): Promise<Problem | undefined>;
  dismiss(commandId: string): void;
  pending(): readonly PendingCommand[];
  stored(): readonly PendingCommand[];
  failed(): readonly FailedCommand[];
}

export interface CommandQueueDeps {
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly random: () => number;
  readonly newCommandId: () => string;
  readonly serverNow: () => EpochMs;
  readonly transmit: (envelope: CommandEnvelope) => void;
  /** What `pending`, `stored` or `failed` say has changed. */
  readonly changed: () => void;
  /** The server no longer understands this page. */
  readonly outdated: () => void;
}

/** No ack after this long: sent again. Above a round trip of 4 s, the worst that people really have. */
const firstResendMs = 5_000;
const lastResendMs = 20_000;
/** A fault may be a restart or a full disk being emptied: 1 + 2 + 4 + 8 + 16 s of patience, then the person is told. */
const faultRetries = 5;
const firstFaultRetryMs = 1_000;
/** A server that asks for more has made a mistake; one that asks for less is not knocked at in a loop. */
const busyMs = { least: 100, most: 60_000 };
/** The view follows within half a second even in a crowd; a command that changes nothing visible has no view to wait for. */
const shownWithinMs = 3_000;

export function createCommandQueue(deps: CommandQueueDeps): CommandQueue {
  const { outbox, timers } = deps;
  const waiters = new Map<string, ((problem: Problem | undefined) => void)[]>();
  let stored: readonly { readonly command: PendingCommand; readonly version: number; readonly until: number }[] = [];
  let shownVersion = -1;
  let linked = false;
  /** The command on the wire, or waiting to be sent again. Kept by id, never by place. */
  let current:
    | { readonly commandId: string; sends: number; faults: number; inFlight: boolean; notBefore: number }
    | undefined;

  const alarm = createAlarm(timers, () => {
    if (current !== undefined) current.inFlight = false;
    pump();
  });
  const shownAlarm = createAlarm(timers, () => letGoOfShown());
  /** Two thirds to four thirds: a thousand phones do not knock in step. */
  const jittered = (ms: number) => ms * (2 / 3 + (deps.random() * 2) / 3);

  function pump(): void {
    if (!linked) return;
    const head = outbox.pending()[0];
    if (head === undefined) {
      current = undefined;
      alarm.cancel();
      return;
    }
    if (current?.commandId !== head.commandId) {
      current = { commandId: head.commandId, sends: 0, faults: 0, inFlight: false, notBefore: 0 };
    }
    if (current.inFlight) return;
    const waitMs = current.notBefore - timers.now();
    if (waitMs > 0) {
      alarm.set(waitMs);
      return;
    }
    current.inFlight = true;
    alarm.set(jittered(Math.min(lastResendMs, firstResendMs * 1.5 ** current.sends)));
    current.sends += 1;
    deps.transmit({ commandId: head.commandId, command: head.command });
  }

  function settle(commandId: string, problem: Problem | undefined): void {
    const waiting = waiters.get(commandId) ?? [];
    waiters.delete(commandId);
    for (const resolve of waiting) resolve(problem);
  }

  function succeed(commandId: string, version: number): void {
    // Also a command given up after faults, whose first sending turns out to have been stored.
    const command = [...outbox.pending(), ...outbox.failed()].find((kept) => kept.commandId === commandId);
    if (command === undefined) return;
    outbox.drop(commandId);
    if (version > shownVersion) {
      const { commandId: id, command: content, queuedAt } = command;
      stored = [
        ...stored,
        { command: { commandId: id, command: content, queuedAt }, version, until: timers.now() + shownWithinMs },
      ];
      letGoOfShown();
    }
    settle(commandId, undefined);
    deps.changed();
    pump();
  }

  function fail(commandId: string, problem: Problem): void {
    const command = outbox.pending().find((kept) => kept.commandId === commandId);
    if (command === undefined) return;
    outbox.fail({ ...command, problem });
    settle(commandId, problem);
    deps.changed();
    pump();
  }

  /** The same command again, later. Only the one on the wire: a late repeat of this answer has been heard already. */
  function postpone(commandId: string, waitMs: number): void {
    if (current?.commandId !== commandId || !current.inFlight) return;
    current.inFlight = false;
    current.notBefore = timers.now() + waitMs;
    pump();
  }

  function letGoOfShown(): void {
    const now = timers.now();
    const left = stored.filter((one) => one.version > shownVersion && one.until > now);
    if (left.length !== stored.length) {
      stored = left;
      deps.changed();
    }
    const [first] = left;
    if (first === undefined) shownAlarm.cancel();
    else shownAlarm.set(Math.max(0, first.until - now));
  }

  return {
    send(command) {
      const commandId = deps.newCommandId();
      outbox.keep({ commandId, command, queuedAt: deps.serverNow() });
      deps.changed();
      pump();
      return commandId;
    },
    ack(commandId, ack) {
      if (ack.ok) {
        succeed(commandId, ack.version);
        return;
      }
      const { problem } = ack;
      switch (problem.kind) {
        case 'rejected':
        case 'invalid':
        case 'denied':
          fail(commandId, problem);
          return;
        case 'busy':
          postpone(commandId, jittered(Math.min(busyMs.most, Math.max(busyMs.least, problem.retryMs))));
          return;
        case 'outdated':
          deps.outdated();
          return;
        case 'fault': {
          if (current?.commandId !== commandId || !current.inFlight) return;
          current.faults += 1;
          if (current.faults > faultRetries) fail(commandId, problem);
          else postpone(commandId, jittered(firstFaultRetryMs * 2 ** (current.faults - 1)));
        }
      }
    },
    opened() {
      linked = true;
      if (current !== undefined) {
        current.inFlight = false;
        current.sends = 0;
        // A fault may have ended with the server that had it; a busy server is still the same.
        if (current.faults > 0) current.notBefore = 0;
      }
      pump();
    },
    closed() {
      linked = false;
      if (current !== undefined) current.inFlight = false;
      alarm.cancel();
    },
    showing(version) {
      // Not the greatest ever: a server brought back from a backup starts lower.
      shownVersion = version;
      letGoOfShown();
    },
    reread() {
      if (!outbox.reread()) return;
      for (const { commandId, problem } of outbox.failed()) settle(commandId, problem);
      deps.changed();
      pump();
    },
    settled(commandId) {
      const refused = outbox.failed().find((command) => command.commandId === commandId);
      if (refused !== undefined) return Promise.resolve(refused.problem);
      if (!outbox.pending().some((command) => command.commandId === commandId)) return Promise.resolve(undefined);
      return new Promise((resolve) => waiters.set(commandId, [...(waiters.get(commandId) ?? []), resolve]));
    },
    dismiss(commandId) {
      if (!outbox.failed().some((command) => command.commandId === commandId)) return;
      outbox.drop(commandId);
      deps.changed();
    },
    pending: () => outbox.pending(),
    stored: () => stored.map((one) => one.command),
    failed: () => outbox.failed(),
  };
}
