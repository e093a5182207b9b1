import type { ServerMessageKind } from '../../bot/realtime/channel.ts';
import type { Claim, Invitation } from '../../shared/protocol/http.ts';
import type { ClockSample } from '../../shared/protocol/messages.ts';
import type { Role } from '../../shared/workshop/state.ts';
import { type Connection, createConnection } from '../../tab/net/connection.ts';
import { type KnownWorkshop, prepareJoin, recordJoin } from '../../tab/net/identity.ts';
import type { RandomBytes } from '../../tab/net/randomIds.ts';
import type { KeyValueStorage } from '../../tab/net/storage.ts';
import type { Timers } from '../../tab/net/timers.ts';
import { createMemoryTransport, type Line, type Link, type NetworkDeps } from './network.ts';

export interface DeviceDeps extends NetworkDeps {
  readonly random: () => number;
  readonly randomBytes: RandomBytes;
  readonly newCommandId: () => string;
  readonly onDelivered: (page: Page, kind: ServerMessageKind, message: readonly unknown[]) => void;
}

export interface DeviceTraits {
  readonly name: string;
  readonly invitation: Invitation;
  readonly linkId: string;
  readonly link: string;
  readonly skewMs: number;
  readonly driftPpm: number;
  readonly line: Line;
  readonly pageCount: number;
}

/** How far the clocks of a device have leapt in all: what its pages may be wrong by until they measure again. */
export interface Leaps {
  /** The last time, on its monotonic clock. */
  readonly at: number;
  readonly sleptMs: number;
  /** How far its wall clock was put forward; the last time, if that was the last leap. */
  readonly putMs: number;
  readonly lastPutMs: number;
}

/** A phone or a laptop: its clocks, its browser's memory, its line, its pages. */
export class Device {
  readonly traits: DeviceTraits;
  readonly known: KnownWorkshop;
  readonly disk = new Map<string, string>();
  refusesStorage = false;
  asleepUntil = 0;
  isJoined = false;
  isTurnedAway = false;
  /** What they said when they were asked who they are. */
  claim: Claim | undefined;
  pages: Page[] = [];
  readonly deps: DeviceDeps;
  readonly #bornAt: number;
  #sleptMs = 0;
  #putMs = 0;
  leapt: Leaps = { at: Number.NEGATIVE_INFINITY, sleptMs: 0, putMs: 0, lastPutMs: 0 };

  constructor(deps: DeviceDeps, traits: DeviceTraits) {
    this.deps = deps;
    this.traits = traits;
    this.#bornAt = deps.time.now;
    const newcomer = { name: traits.name, organisation: '' };
    this.known = prepareJoin(this.storage(), traits.invitation, newcomer, {
      random: deps.randomBytes,
      wallNow: this.wallNow,
    });
  }

  get role(): Role {
    return this.traits.invitation.role;
  }
  get personId(): string {
    return this.known.joinId;
  }
  get line(): Line {
    return this.traits.line;
  }

  /** Nothing runs on it. */
  get isAsleep(): boolean {
    return this.deps.time.now < this.asleepUntil;
  }

  readonly wallNow = (): number => this.deps.time.now + this.traits.skewMs + this.#putMs;
  /** Stands still while the device sleeps. */
  readonly monotonicNow = (): number =>
    (this.deps.time.now - this.#bornAt - this.#sleptMs) * (1 + this.traits.driftPpm / 1e6);

  sleep(durationMs: number): void {
    const { time } = this.deps;
    if (this.isAsleep) return;
    this.asleepUntil = time.now + durationMs;
    // It falls asleep an instant after what it did last.
    this.#sleptMs += durationMs - 1;
    time.at(this.asleepUntil, () => {
      this.#leap(durationMs - 1, 0);
      for (const page of this.pages) page.connection.wake();
    });
  }

  /** Its owner, or its network, puts its wall clock to another time; it says so to nobody. */
  putWallClock(byMs: number): void {
    this.#putMs += byMs;
    // Nothing may come of a clock that is put back.
    if (byMs > 0) this.#leap(0, byMs);
  }

  #leap(sleptMs: number, lastPutMs: number): void {
    const { leapt } = this;
    const at = this.monotonicNow();
    this.leapt = { at, sleptMs: leapt.sleptMs + sleptMs, putMs: leapt.putMs + lastPutMs, lastPutMs };
  }

  /** Runs on the device, as soon as it is awake. */
  run(action: () => void): void {
    if (this.isAsleep) this.deps.time.at(this.asleepUntil, () => this.run(action));
    else action();
  }

  /** As the browser's: what is refused is held in memory, as long as the page lives. */
  storage(): KeyValueStorage {
    const memory = new Map<string, string>();
    return {
      get: (key) => memory.get(key) ?? this.disk.get(key),
      set: (key, value) => {
        if (this.refusesStorage) memory.set(key, value);
        else {
          this.disk.set(key, value);
          memory.delete(key);
        }
        return !this.refusesStorage;
      },
      remove: (key) => {
        memory.delete(key);
        this.disk.delete(key);
      },
      keys: (prefix) => [...new Set([...memory.keys(), ...this.disk.keys()])].filter((key) => key.startsWith(prefix)),
    };
  }

  enter(): void {
    if (this.isJoined) return;
    this.isJoined = true;
    recordJoin(this.storage(), this.known, {
      kind: 'joined',
      workshopId: this.traits.invitation.workshopId,
      personId: this.personId,
      role: this.role,
    });
    for (let count = 0; count < this.traits.pageCount; count++) this.pages.push(new Page(this));
  }
}

/** One open page: the real connection on this device's clocks and storage. */
export class Page {
  isAlive = true;
  link: Link | undefined;
  /** When the server's clock was measured, and how long the question and its answer took. */
  readonly readings: { readonly at: number; readonly sentAt: number; readonly roundTripMs: number }[] = [];
  /** How far the device's clocks had leapt when the server's was measured last. */
  settled: Leaps;
  /** So far ahead the clock might rightly be when it was looked at last. */
  aheadMs = 0;
  /** Version of the log that the page has heard of last. */
  shownVersion: number | undefined;
  lastServerNow = Number.NEGATIVE_INFINITY;
  readonly device: Device;
  readonly connection: Connection;
  readonly timers: Timers;

  constructor(device: Device) {
    this.device = device;
    this.settled = device.leapt;
    const { deps } = device;
    const guarded = (action: () => void) => () =>
      device.run(() => {
        if (this.isAlive) action();
      });
    this.timers = {
      now: device.monotonicNow,
      setTimeout: (action, ms) => {
        const timer = { isCancelled: false };
        const ring = guarded(() => {
          if (!timer.isCancelled) action();
        });
        deps.time.after(ms / (1 + device.traits.driftPpm / 1e6), ring);
        return timer;
      },
      // Also while it waits for the device to wake: it may have been due in its sleep.
      clearTimeout: (timer) => {
        (timer as { isCancelled: boolean }).isCancelled = true;
      },
    };
    const transport = createMemoryTransport(
      deps,
      {
        identity: device.known.identity,
        line: device.line,
        now: device.monotonicNow,
        onDevice: (action) => guarded(action)(),
        onDelivered: (kind, message) => {
          if (kind === 'clock') this.#measured(message[0] as ClockSample);
          deps.onDelivered(this, kind, message);
        },
      },
      (link) => {
        this.link = link;
      },
    );
    this.connection = createConnection({
      workshopId: device.traits.invitation.workshopId,
      personId: device.personId,
      transport,
      timers: this.timers,
      storage: device.storage(),
      random: deps.random,
      newCommandId: deps.newCommandId,
      wallNow: device.wallNow,
    });
  }

  #measured({ sentAt }: ClockSample): void {
    // Asked before a leap: the answer may have waited for the device to wake, and is not to be believed.
    if (sentAt < this.device.leapt.at) return;
    const receivedAt = this.timers.now();
    this.readings.push({ at: receivedAt, sentAt, roundTripMs: receivedAt - sentAt });
    this.settled = this.device.leapt;
  }

  /** Gone without a word, as when a browser is killed or a page reloaded: only what was stored stays. */
  vanish(): void {
    this.isAlive = false;
    this.link?.closeByPage();
  }
}
