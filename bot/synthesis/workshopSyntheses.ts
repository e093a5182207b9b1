import type { GroupSynthesis } from '../../shared/synthesis/groupSynthesis.ts';
import { focusBreakout } from '../../shared/views/audience.ts';
import { placeKey } from '../../shared/views/surroundings.ts';
import { findSlot } from '../../shared/workshop/agenda/findSlot.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { Background, BackgroundTimers } from './background.ts';
import { type GroupSource, GroupSynthesizer } from './groupSynthesizer.ts';
import type { ModelOffer } from './synthesizer.ts';
import { WallGathering } from './wallGathering.ts';

/** Whose group is looked at by somebody who may see its synthesis. */
export type Watched = 'all' | ReadonlySet<string>;

export interface SynthesesDeps {
  readonly timers: BackgroundTimers;
  readonly background: Background;
  readonly reportFault: (fault: unknown) => void;
  /** What may propose instead of the engine in this workshop, once a host has said so. */
  readonly model?: ModelOffer | undefined;
}

/** An animator who reloads her page finds what she left. */
const idleMs = 60_000;

/**
 * The syntheses of one workshop: of each group of the breakout in front of people that has answers, as long as its
 * animator or a host is there, and until the plenary has seen its key ideas. Nothing of it is stored: what a restart
 * loses is worked out again.
 */
export class WorkshopSyntheses {
  readonly #runtime: WorkshopRuntime;
  readonly #deps: SynthesesDeps;
  readonly #groups = new Map<string, GroupSynthesizer>();
  readonly #current = new Map<string, GroupSynthesis>();
  readonly #listeners = new Set<(whom: 'everyone' | 'facilitators') => void>();
  /** Group → since when nobody looks at it. */
  readonly #idleSince = new Map<string, number>();
  /** Breakout → sets of key ideas that several groups share. */
  readonly #shared = new Map<string, readonly (readonly string[])[]>();
  readonly #wall: WallGathering;
  #watched: Watched = new Set();

  constructor(runtime: WorkshopRuntime, deps: SynthesesDeps) {
    this.#runtime = runtime;
    this.#deps = deps;
    const { background, reportFault } = deps;
    this.#wall = new WallGathering({
      background,
      reportFault,
      publish: (slotId, shared) => {
        this.#shared.set(slotId, shared);
        for (const listener of this.#listeners) listener('everyone');
      },
    });
    runtime.onChange((state) => this.#follow(state));
  }

  /** By breakout: sets of key ideas that several groups share, once the wall is to show them together. */
  get shared(): ReadonlyMap<string, readonly (readonly string[])[]> {
    return this.#shared;
  }

  /** By `placeKey`. */
  get current(): ReadonlyMap<string, GroupSynthesis> {
    return this.#current;
  }

  /** Host name of the model that can be asked here. */
  get modelHost(): string | undefined {
    return this.#deps.model?.host;
  }

  /** `facilitators`: what changed is for hosts and animators alone. */
  onChange(listener: (whom: 'everyone' | 'facilitators') => void): void {
    this.#listeners.add(listener);
  }

  /** Says who looks now. */
  watch(watched: Watched): void {
    this.#watched = watched;
    const { state } = this.#runtime;
    if (state !== undefined) this.#follow(state);
  }

  #follow(state: WorkshopState): void {
    this.#wall.follow(state);
    const wanted = this.#wanted(state);
    for (const [key, group] of this.#groups) {
      if (wanted.has(key)) continue;
      group.stop();
      this.#groups.delete(key);
      this.#current.delete(key);
    }
    for (const [key, source] of wanted) {
      const known = this.#groups.get(key);
      if (known === undefined) this.#groups.set(key, this.#start(key, source));
      else known.feed(source);
    }
  }

  #wanted(state: WorkshopState): ReadonlyMap<string, GroupSource> {
    const slotId = focusBreakout(state, 'formed');
    const works = slotId === undefined ? undefined : state.breakouts[slotId]?.works;
    const wanted = new Map<string, GroupSource>();
    if (slotId === undefined || works === undefined) return wanted;
    const { model } = this.#deps;
    // For the endpoint that the host was told of, and for no other that was configured since.
    const isAllowed = model !== undefined && state.allowedModelHost === model.host;
    const question = findSlot(state, slotId)?.prompts.join('\n') ?? '';
    for (const [groupId, work] of Object.entries(works)) {
      const key = placeKey({ slotId, groupId });
      const isNeeded = work.presentedAt === undefined && Object.keys(work.answers).length > 0;
      if (!isNeeded || !this.#isWatched(groupId, key)) continue;
      const { language, options } = state;
      const source = { work, question, language, ideas: options.keyIdeasPerGroup };
      wanted.set(key, isAllowed ? { ...source, model: model.synthesizer } : source);
    }
    return wanted;
  }

  /** Somebody looks, or did a moment ago. */
  #isWatched(groupId: string, key: string): boolean {
    if (this.#watched === 'all' || this.#watched.has(groupId)) {
      this.#idleSince.delete(key);
      return true;
    }
    if (!this.#groups.has(key)) return false;
    const { timers } = this.#deps;
    const since = this.#idleSince.get(key);
    if (since !== undefined) return timers.now() - since < idleMs;
    this.#idleSince.set(key, timers.now());
    timers.setTimeout(() => this.watch(this.#watched), idleMs);
    return true;
  }

  #start(key: string, source: GroupSource): GroupSynthesizer {
    const { timers, background, reportFault } = this.#deps;
    return new GroupSynthesizer(source, {
      timers,
      background,
      reportFault,
      publish: (synthesis) => {
        this.#current.set(key, synthesis);
        for (const listener of this.#listeners) listener('facilitators');
      },
    });
  }
}
