import { type ClockOffset, serverNowAt, withReading } from '../../shared/agenda/clockOffset.ts';
import type { EpochMs } from '../../shared/core/time.ts';
import type { ClockSample } from '../../shared/protocol/messages.ts';
import { createAlarm, type Timers } from './timers.ts';

/** Asks the server the time, a few times at once when it matters and then now and then. */
export interface ServerClock {
  now(): EpochMs;
  opened(): void;
  closed(): void;
  /** The device may have slept, or the network changed: measure at once. */
  measure(): void;
  /** One question. */
  ask(): void;
  take(sample: ClockSample): void;
}

export interface ServerClockDeps {
  readonly timers: Timers;
  /** This device's own idea of the time, in epoch ms: shown until the first answer. */
  readonly wallNow: () => EpochMs;
  readonly ask: (sentAt: number) => void;
}

/** Five questions: one of them is likely to meet neither a queue nor a sleeping radio. */
const burst = { count: 5, everyMs: 250 };
const everyMs = 30_000;

export function createServerClock(deps: ServerClockDeps): ServerClock {
  const { timers } = deps;
  let clock: ClockOffset | undefined;
  let left = 0;

  const alarm = createAlarm(timers, () => ask());
  function ask(): void {
    left = Math.max(0, left - 1);
    alarm.set(left > 0 ? burst.everyMs : everyMs);
    deps.ask(timers.now());
  }
  function measure(): void {
    left = burst.count;
    ask();
  }

  return {
    now: () => Math.round(clock === undefined ? deps.wallNow() : serverNowAt(clock, timers.now())),
    opened: measure,
    closed: () => alarm.cancel(),
    measure,
    ask,
    take(sample) {
      const receivedAt = timers.now();
      // A question of another page of ours, or an answer that went astray: not to be believed.
      if (!(sample.sentAt <= receivedAt) || !Number.isFinite(sample.serverNow)) return;
      clock = withReading(clock, { sentAt: sample.sentAt, receivedAt, serverNow: sample.serverNow });
    },
  };
}
