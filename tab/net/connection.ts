import type { Refusal } from '../../shared/protocol/messages.ts';
import type { ClientSnapshot, ConnectionStatus, WorkshopClient } from './client.ts';
import { createCommandQueue } from './commandQueue.ts';
import { createOutbox } from './outbox.ts';
import { createServerClock } from './serverClock.ts';
import type { KeyValueStorage } from './storage.ts';
import { createAlarm, type Timers } from './timers.ts';
import type { Transport, TransportListener } from './transport.ts';
import { createViewStore } from './viewStore.ts';

export interface ConnectionDeps {
  readonly workshopId: string;
  readonly personId: string;
  readonly transport: Transport;
  readonly timers: Timers;
  readonly storage: KeyValueStorage;
  /** In [0, 1). */
  readonly random: () => number;
  readonly newCommandId: () => string;
  /** This device's own clock, epoch ms: used until the server's is measured. */
  readonly wallNow: () => number;
}

export interface Connection extends WorkshopClient {
  /** The device woke up, the page was shown, the network came back: find out at once where things stand. */
  wake(): void;
}

/** A link that has not opened after this long is given up: some networks swallow packets without a word. */
const openWithinMs = 15_000;
/** A question was sent and nothing at all was heard since: the link is dead even if nobody said so. */
const silenceMs = 10_000;
const silenceAfterWakeMs = 5_000;
/** After links lost to silence the patience grows, up to this many times: a view may be long on a very slow network. */
const mostPatience = 6;
/** An attempt as young as this is not started over when several signs of waking come together. */
const youngAttemptMs = 3_000;
const firstRetryMs = 500;
const lastRetryMs = 10_000;
/** How often a page looks for what others left, and for having slept. */
const roundMs = 30_000;
/** A round that comes this late was slept through. */
const sleptMs = 5_000;

/** The client's half of the road of a command: outbox, resending, view, clock. It opens its transport at once. */
export function createConnection(deps: ConnectionDeps): Connection {
  const { transport, timers } = deps;
  const listeners = new Set<() => void>();
  let status: ConnectionStatus = { kind: 'connecting' };
  let snapshot: ClientSnapshot | undefined;
  /** Counts attempts, so that a late word of an earlier link is not taken for one of this link. */
  let attempt = 0;
  /** When the attempt under way began; undefined when none is. */
  let knockingSince: number | undefined;
  let failures = 0;
  let linkOpen = false;
  let ended = false;

  function changed(): void {
    snapshot = undefined;
    for (const listener of [...listeners]) listener();
  }

  const clock = createServerClock({
    timers,
    wallNow: deps.wallNow,
    ask(sentAt) {
      if (!linkOpen) return;
      expectWord(silenceMs);
      transport.send.clock(sentAt);
    },
    leapt: () => {
      if (!ended) leapAlarm.set(0);
    },
  });
  /** Not in the middle of whatever looked at the clock. */
  const leapAlarm = createAlarm(timers, () => wake(true));
  const queue = createCommandQueue({
    outbox: createOutbox(deps.storage, deps.workshopId, deps.personId),
    timers,
    random: deps.random,
    newCommandId: deps.newCommandId,
    serverNow: clock.now,
    transmit(envelope) {
      if (!linkOpen) return;
      expectWord(silenceMs);
      transport.send.command(envelope);
    },
    changed,
    outdated: () => refuse('outdated'),
  });
  const views = createViewStore({
    timers,
    resync() {
      if (!linkOpen) return;
      expectWord(silenceMs);
      transport.send.resync();
    },
    changed,
    following() {
      failures = 0;
      become({ kind: 'online' });
    },
    showing: queue.showing,
  });

  const retry = createAlarm(timers, () => open());
  const openLimit = createAlarm(timers, () => lose());
  let wordBy: number | undefined;
  const silence = createAlarm(timers, () => {
    wordBy = undefined;
    lose();
  });
  /** Halfway, a question of which the answer costs the server nothing: a command that is slow to be stored is no dead link. */
  const doubt = createAlarm(timers, () => clock.ask());
  /** From now on something must be heard within `ms`; an earlier limit stands. */
  function expectWord(ms: number): void {
    const patientMs = ms * Math.min(mostPatience, 1 + failures);
    const by = timers.now() + patientMs;
    if (wordBy !== undefined && wordBy <= by) return;
    wordBy = by;
    silence.set(patientMs);
    doubt.set(patientMs / 2);
  }
  function heard(): void {
    wordBy = undefined;
    silence.cancel();
    doubt.cancel();
  }

  let roundDueAt = timers.now() + roundMs;
  const round = createAlarm(timers, () => {
    const isLate = timers.now() - roundDueAt > sleptMs;
    nextRound();
    queue.reread();
    if (clock.looksLeapt() || isLate) wake(true);
  });
  function nextRound(): void {
    roundDueAt = timers.now() + roundMs;
    round.set(roundMs);
  }

  function become(next: ConnectionStatus): void {
    if (next.kind === status.kind) return;
    status = next;
    changed();
  }

  function open(): void {
    if (ended) return;
    attempt += 1;
    knockingSince = timers.now();
    const mine = attempt;
    /** Passes on what concerns the link of now. */
    const ifMine =
      <Values extends unknown[]>(take: (...values: Values) => void) =>
      (...values: Values) => {
        if (mine !== attempt || ended) return;
        heard();
        take(...values);
      };
    const listener: TransportListener = {
      opened: ifMine(() => {
        openLimit.cancel();
        knockingSince = undefined;
        linkOpen = true;
        views.opened();
        clock.opened();
        queue.reread();
        queue.opened();
      }),
      closed: ifMine(() => lose()),
      receive: {
        ack: ifMine(queue.ack),
        clock: ifMine(clock.take),
        view: ifMine(views.takeView),
        patch: ifMine(views.takePatch),
        me: ifMine(views.takeMe),
        refused: ifMine(refuse),
      },
    };
    openLimit.set(openWithinMs);
    // A leap is noticed before the greeting asks the time, or its answer could not be told from one of before.
    clock.looksLeapt();
    transport.open(listener);
  }

  /** Everything about the link stops; commands and view stay. */
  function unlink(): void {
    attempt += 1;
    linkOpen = false;
    knockingSince = undefined;
    heard();
    openLimit.cancel();
    retry.cancel();
    transport.close();
    queue.closed();
    views.closed();
    clock.closed();
  }

  function lose(): void {
    unlink();
    // Half to whole: a thousand pages do not come back in step after a restart.
    retry.set(Math.min(lastRetryMs, firstRetryMs * 2 ** failures) * (0.5 + deps.random() / 2));
    failures += 1;
    become({ kind: 'offline', since: clock.now() });
  }

  function refuse(refusal: Refusal): void {
    ended = true;
    unlink();
    round.cancel();
    leapAlarm.cancel();
    become({ kind: 'refused', refusal });
  }

  /** `slept`: whatever was under way when the device fell asleep is as old as its sleep. */
  function wake(slept: boolean): void {
    if (ended) return;
    queue.reread();
    if (linkOpen) {
      clock.measure();
      expectWord(silenceAfterWakeMs);
    } else if (slept || knockingSince === undefined || timers.now() - knockingSince > youngAttemptMs) {
      failures = 0;
      unlink();
      open();
    }
  }

  nextRound();
  open();

  return {
    snapshot() {
      const view = views.view();
      const me = views.me();
      snapshot ??= {
        status,
        ...(view === undefined ? {} : { view }),
        ...(me === undefined ? {} : { me }),
        pending: queue.pending(),
        stored: queue.stored(),
        failed: queue.failed(),
      };
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: queue.send,
    settled: queue.settled,
    dismiss: queue.dismiss,
    serverNow: clock.now,
    knowsServerTime: clock.isMeasured,
    close() {
      ended = true;
      unlink();
      round.cancel();
      leapAlarm.cancel();
      listeners.clear();
    },
    wake: () => wake(clock.looksLeapt()),
  };
}
