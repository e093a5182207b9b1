import { type ClockOffset, serverNowAt, withLeap, withReading } from '../../shared/agenda/clockOffset.ts';
import type { EpochMs } from '../../shared/core/time.ts';
import type { ClockSample } from '../../shared/protocol/messages.ts';
import { createLeapWatch } from './leapWatch.ts';
import { createAlarm, type Timers } from './timers.ts';

/** Asks the server the time, a few times at once when it matters and then now and then. */
export interface ServerClock {
  now(): EpochMs;
  /** Whether the server has told the time yet: before, `now` is this device's own clock, which may be wrong by anything. */
  isMeasured(): boolean;
  opened(): void;
  closed(): void;
  /** The device may have slept, or the network changed: measure at once. */
  measure(): void;
  /** One question. */
  ask(): void;
  take(sample: ClockSample): void;
  /** True when the clocks of this device have parted since the last look: it slept, or its wall clock was put forward. */
  looksLeapt(): boolean;
}

export interface ServerClockDeps {
  readonly timers: Timers;
  /** This device's own idea of the time, in epoch ms: shown until the first answer. */
  readonly wallNow: () => EpochMs;
  readonly ask: (sentAt: number) => void;
  /** A leap was noticed on the way: the time is to be asked at once. Called in the middle of anything, a rendering too. */
  readonly leapt: () => void;
}

/** Five questions: one of them is likely to meet neither a queue nor a sleeping radio. */
const burst = { count: 5, everyMs: 250 };
const everyMs = 30_000;
/**
 * Whether a leap was sleep (time to be caught up with) or a wall clock put forward (nothing at all), the device cannot
 * tell; the server can, and has this long to do so. Who has no network has most likely slept.
 */
const doubtMs = 3_000;

export function createServerClock(deps: ServerClockDeps): ServerClock {
  const { timers } = deps;
  const leaps = createLeapWatch(timers.now, deps.wallNow);
  let clock: ClockOffset | undefined;
  let left = 0;
  /** A leap not yet believed, since when; and how much of those believed no reading has confirmed. */
  let doubted: { readonly ms: number; readonly since: number } | undefined;
  let believedMs = 0;
  /** The answer to a question older than this may have waited on a device asleep: it says nothing. */
  let askedSince = Number.NEGATIVE_INFINITY;

  function shift(leapMs: number): void {
    believedMs += leapMs;
    if (clock !== undefined) clock = withLeap(clock, timers.now(), leapMs);
  }
  function looksLeapt(): boolean {
    const now = timers.now();
    const leapMs = leaps.look();
    if (leapMs > 0) {
      doubted = { ms: (doubted?.ms ?? 0) + leapMs, since: now };
      askedSince = now;
      return true;
    }
    if (leapMs < 0) {
      // Put back again: what was never sleep counts no more. Beyond that, a wall clock put back concerns nobody.
      const undoubtedMs = Math.max(0, -leapMs - (doubted?.ms ?? 0));
      const ms = (doubted?.ms ?? 0) + leapMs;
      doubted = doubted === undefined || ms <= 0 ? undefined : { ...doubted, ms };
      if (undoubtedMs > 0 && believedMs > 0) shift(-Math.min(undoubtedMs, believedMs));
    }
    if (doubted !== undefined && now - doubted.since >= doubtMs) {
      shift(doubted.ms);
      doubted = undefined;
    }
    return false;
  }
  function look(): void {
    if (looksLeapt()) deps.leapt();
  }

  const alarm = createAlarm(timers, () => ask());
  function ask(): void {
    look();
    left = Math.max(0, left - 1);
    alarm.set(left > 0 ? burst.everyMs : everyMs);
    deps.ask(timers.now());
  }
  function measure(): void {
    left = burst.count;
    ask();
  }

  return {
    now() {
      look();
      return Math.round(clock === undefined ? deps.wallNow() : serverNowAt(clock, timers.now()));
    },
    isMeasured: () => clock !== undefined,
    opened: measure,
    closed: () => alarm.cancel(),
    measure,
    ask,
    take(sample) {
      look();
      const receivedAt = timers.now();
      const { sentAt, serverNow } = sample;
      // A question of another page of ours, or an answer that went astray: not to be believed.
      if (!(sentAt >= askedSince && sentAt <= receivedAt) || !Number.isFinite(serverNow)) return;
      // Whichever of the two a leap was, what was measured before it is no longer sure.
      if (doubted !== undefined && clock !== undefined) clock = withLeap(clock, receivedAt, 0);
      clock = withReading(clock, { sentAt, receivedAt, serverNow });
      doubted = undefined;
      believedMs = 0;
    },
    looksLeapt,
  };
}
