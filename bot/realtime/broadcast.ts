import type { ViewMessage } from '../../shared/protocol/messages.ts';
import { type Audience, audienceKey, audienceOf } from '../../shared/views/audience.ts';
import { diffView } from '../../shared/views/mergePatch.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { Surroundings, UndeliveredMessage } from '../../shared/views/surroundings.ts';
import type { Me, View } from '../../shared/views/views.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { WorkshopSyntheses } from '../synthesis/workshopSyntheses.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { Channel, Publisher } from './channel.ts';
import { Presence } from './presence.ts';

/** Time as the broadcast needs it: the simulation drives its own. */
export interface Timers {
  now(): number;
  setTimeout(action: () => void, delayMs: number): unknown;
}

/** What could not be told in Teams, of one workshop. */
export interface UndeliveredNotices {
  readonly current: readonly UndeliveredMessage[];
  onChange(listener: () => void): void;
}

/** A page that listens, and whose eyes it sees with. */
interface Listener {
  readonly personId: string;
  readonly channel: Channel;
  /** Called when the person may no longer be here. */
  readonly expel: () => void;
  audienceKey?: string;
  me?: Me;
}

/** What every page of one audience shows. */
interface Stream {
  readonly audience: Audience;
  readonly listeners: Set<Listener>;
  view: View;
  version: number;
  sequence: number;
  lastSentAt: number;
  /** Something changed since then. */
  isBehind: boolean;
}

/** A change is shown at once when nothing was for a while; under load, pages of large audiences wait a little longer. */
const shortestIntervalMs = 50;
const longestIntervalMs = 500;
/** Flushing may take this share of the time at most, so that commands always come through. */
const flushShare = 0.1;
/** What flushing costs is a running mean over about so many: a single slow one (groups being opened) must not hold back the next. */
const costMemory = 8;

/** Milliseconds between two patches for an audience of so many pages: 50 for a group of 10, 500 from a thousand on. */
export const patchInterval = (pages: number): number =>
  Math.min(longestIntervalMs, Math.max(shortestIntervalMs, shortestIntervalMs + (pages - 10) * 0.45));

/**
 * Shows one workshop to its pages: per audience one projection, one difference, one message. Pages that come or change
 * audience get the whole view; the others get what changed, in sequence.
 */
export class Broadcast {
  readonly #runtime: WorkshopRuntime;
  readonly #syntheses: WorkshopSyntheses;
  readonly #publisher: Publisher;
  readonly #timers: Timers;
  readonly #reportFault: (fault: unknown) => void;
  readonly #undelivered: UndeliveredNotices | undefined;
  readonly #presence = new Presence();
  readonly #listeners = new Set<Listener>();
  readonly #streams = new Map<string, Stream>();
  #flushCostMs = 0;
  /** When the next flush happens; a sooner one may be planned beside it. */
  #plannedAt = Number.POSITIVE_INFINITY;

  constructor(
    runtime: WorkshopRuntime,
    syntheses: WorkshopSyntheses,
    publisher: Publisher,
    timers: Timers,
    reportFault: (fault: unknown) => void,
    undelivered?: UndeliveredNotices,
  ) {
    this.#runtime = runtime;
    this.#syntheses = syntheses;
    this.#publisher = publisher;
    this.#timers = timers;
    this.#reportFault = reportFault;
    this.#undelivered = undelivered;
    undelivered?.onChange(() => this.#changed(({ kind }) => kind === 'host'));
    runtime.onChange(() => this.#changed());
    syntheses.onChange((whom) =>
      this.#changed(({ kind }) => whom === 'everyone' || kind === 'host' || kind === 'animator'),
    );
  }

  get pages(): number {
    return this.#listeners.size;
  }

  /** Adds a page and sends it the whole view. Returns what to call when it is gone. */
  attach(personId: string, channel: Channel, expel: () => void): { resync: () => void; detach: () => void } {
    const listener: Listener = { personId, channel, expel };
    this.#listeners.add(listener);
    if (this.#presence.arrive(personId)) this.#changed();
    const detach = (): void => {
      if (!this.#listeners.delete(listener)) return;
      this.#leaveStream(listener);
      if (this.#presence.leave(personId)) this.#changed();
    };
    try {
      const state = this.#runtime.state;
      if (state !== undefined) {
        const surroundings = this.surroundings;
        const stream = this.#settle(listener, state, surroundings);
        if (stream !== undefined) this.#welcome([listener], stream);
        this.#tellOwn(listener, state, surroundings);
      }
    } catch (fault) {
      detach();
      throw fault;
    }
    return {
      resync: () => {
        const stream = this.#streamOf(listener);
        if (stream !== undefined) this.#welcome([listener], stream);
      },
      detach,
    };
  }

  get surroundings(): Surroundings {
    const { connected } = this.#presence;
    const { current: syntheses, shared, modelHost } = this.#syntheses;
    const undelivered = this.#undelivered?.current ?? [];
    return { names: this.#runtime.names, connected, syntheses, shared, modelHost, undelivered };
  }

  /** Answers are gathered for those who see what comes of it: hosts, and animators of their own group. */
  #watch(): void {
    const audiences = [...this.#streams.values()].map(({ audience }) => audience);
    const isHosted = audiences.some(({ kind }) => kind === 'host');
    const groupIds = audiences.flatMap((audience) => (audience.kind === 'animator' ? [audience.groupId] : []));
    this.#syntheses.watch(isHosted ? 'all' : new Set(groupIds));
  }

  #room(key: string): string {
    return `${this.#runtime.id}/${key}`;
  }

  #changed(concerns: (audience: Audience) => boolean = () => true): void {
    for (const stream of this.#streams.values()) if (concerns(stream.audience)) stream.isBehind = true;
    this.#plan();
  }

  /** When an audience may be sent its next patch: large ones wait longer, and all of them when the server is busy. */
  #dueAt({ lastSentAt, listeners }: Stream): number {
    return lastSentAt + Math.max(patchInterval(listeners.size), this.#flushCostMs / flushShare);
  }

  #plan(): void {
    if (this.#listeners.size === 0) return;
    const now = this.#timers.now();
    const behind = [...this.#streams.values()].filter((stream) => stream.isBehind);
    const dueAt = Math.max(now, Math.min(...behind.map((stream) => this.#dueAt(stream))));
    if (dueAt >= this.#plannedAt) return;
    this.#plannedAt = dueAt;
    this.#timers.setTimeout(() => this.#flush(), dueAt - now);
  }

  #flush(): void {
    this.#plannedAt = Number.POSITIVE_INFINITY;
    const state = this.#runtime.state;
    if (state === undefined) return;
    const startedAt = this.#timers.now();
    const surroundings = this.surroundings;
    // People first: whoever was moved or removed must not hear what their former group says from now on …
    for (const listener of [...this.#listeners]) this.#guard(listener, () => this.#depart(listener, state));
    const due = [...this.#streams.values()].filter((stream) => stream.isBehind && this.#dueAt(stream) <= startedAt);
    for (const stream of due) this.#advanceOrReport(stream, state, surroundings);
    // … and whoever comes must not be shown what stood there before: the answers of the breakout before this one.
    const newcomers = new Map<Stream, Listener[]>();
    for (const listener of [...this.#listeners]) {
      this.#guard(listener, () => {
        const stream = this.#settle(listener, state, surroundings);
        if (stream === undefined) return;
        const together = newcomers.get(stream) ?? [];
        together.push(listener);
        newcomers.set(stream, together);
      });
    }
    for (const [stream, together] of newcomers) this.#welcome(together, stream);
    for (const listener of this.#listeners) this.#guard(listener, () => this.#tellOwn(listener, state, surroundings));
    this.#flushCostMs += (this.#timers.now() - startedAt - this.#flushCostMs) / costMemory;
    if ([...this.#streams.values()].some((stream) => stream.isBehind)) this.#plan();
  }

  /** A bug met for one page costs the others nothing: it is cut off, and comes back by itself. */
  #guard(listener: Listener, act: () => void): void {
    try {
      act();
    } catch (fault) {
      this.#reportFault(fault);
      listener.channel.close();
    }
  }

  /** A bug met for one audience costs the others nothing: it is tried again with the next change, not at once. */
  #advanceOrReport(stream: Stream, state: WorkshopState, surroundings: Surroundings): void {
    try {
      this.#advance(stream, state, surroundings);
    } catch (fault) {
      stream.isBehind = false;
      stream.lastSentAt = this.#timers.now();
      this.#reportFault(fault);
    }
  }

  /** Sends an audience what changed for it. */
  #advance(stream: Stream, state: WorkshopState, surroundings: Surroundings): void {
    const view = projectView(state, stream.audience, surroundings);
    const patch = diffView(stream.view, view);
    stream.version = state.version;
    stream.isBehind = false;
    stream.lastSentAt = this.#timers.now();
    if (patch === undefined) return;
    stream.view = view;
    stream.sequence += 1;
    const { sequence, version } = stream;
    const audience = audienceKey(stream.audience);
    this.#publisher.publish(this.#room(audience), 'patch', { audience, sequence, version, patch });
  }

  /** Takes a page out of an audience that its person no longer belongs to. */
  #depart(listener: Listener, state: WorkshopState): void {
    const member = state.people[listener.personId];
    const audience = member === undefined ? undefined : audienceOf(state, member);
    if (audience === undefined) this.#expel(listener);
    else if (audienceKey(audience) !== listener.audienceKey) this.#leaveStream(listener);
  }

  /** Puts a page where its person belongs now. Returns the audience that it has come into, and is yet to be shown. */
  #settle(listener: Listener, state: WorkshopState, surroundings: Surroundings): Stream | undefined {
    const member = state.people[listener.personId];
    const audience = member === undefined ? undefined : audienceOf(state, member);
    if (audience === undefined) {
      this.#expel(listener);
      return undefined;
    }
    const key = audienceKey(audience);
    if (key === listener.audienceKey) return undefined;
    this.#leaveStream(listener);
    // What an audience was shown last may not be for a newcomer's eyes: they come in with its next patch.
    const shownVersion = this.#streams.get(key)?.version ?? state.version;
    if (shownVersion === state.version) return this.#enterStream(listener, audience, state, surroundings);
    this.#plan();
    return undefined;
  }

  /** Sends a person's own with what their audience is shown at the same version, never before it. */
  #tellOwn(listener: Listener, state: WorkshopState, surroundings: Surroundings): void {
    if (this.#streamOf(listener)?.version !== state.version) return;
    const me = projectMe(state, listener.personId, surroundings);
    if (me === undefined || (listener.me !== undefined && diffView(listener.me, me) === undefined)) return;
    listener.me = me;
    listener.channel.send('me', me, state.version);
  }

  #expel(listener: Listener): void {
    if (!this.#listeners.delete(listener)) return;
    this.#leaveStream(listener);
    if (this.#presence.leave(listener.personId)) this.#changed();
    listener.expel();
  }

  #leaveStream(listener: Listener): void {
    const key = listener.audienceKey;
    const stream = this.#streamOf(listener);
    if (key === undefined || stream === undefined) return;
    listener.channel.leave(this.#room(key));
    stream.listeners.delete(listener);
    delete listener.audienceKey;
    if (stream.listeners.size > 0) return;
    this.#streams.delete(key);
    this.#watch();
  }

  #enterStream(listener: Listener, audience: Audience, state: WorkshopState, surroundings: Surroundings): Stream {
    const key = audienceKey(audience);
    let stream = this.#streams.get(key);
    if (stream === undefined) {
      const view = projectView(state, audience, surroundings);
      stream = {
        audience,
        listeners: new Set(),
        view,
        version: state.version,
        sequence: 0,
        lastSentAt: Number.NEGATIVE_INFINITY,
        isBehind: false,
      };
      this.#streams.set(key, stream);
      this.#watch();
    }
    stream.listeners.add(listener);
    listener.audienceKey = key;
    listener.channel.join(this.#room(key));
    return stream;
  }

  #streamOf({ audienceKey: key }: Listener): Stream | undefined {
    return key === undefined ? undefined : this.#streams.get(key);
  }

  /** Shows the whole view to pages that have just come. When groups open they are hundreds at once: it is encoded once. */
  #welcome(newcomers: readonly Listener[], stream: Stream): void {
    const [first, ...others] = newcomers;
    if (others.length === 0) first?.channel.send('view', wholeView(stream));
    else {
      const door = `${this.#room(audienceKey(stream.audience))}/newcomers`;
      for (const { channel } of newcomers) channel.join(door);
      this.#publisher.publish(door, 'view', wholeView(stream));
      for (const { channel } of newcomers) channel.leave(door);
    }
  }
}

const wholeView = ({ audience, sequence, version, view }: Stream): ViewMessage => ({
  audience: audienceKey(audience),
  sequence,
  version,
  view,
});
