import { proposed } from '../../shared/synthesis/describeIdeas.ts';
import type { GroupSynthesis } from '../../shared/synthesis/groupSynthesis.ts';
import { isSaidIn } from '../../shared/synthesis/labels.ts';
import { createLiveSynthesis, type LiveSynthesis } from '../../shared/synthesis/liveSynthesis.ts';
import { type SettledTheme, settleThemes } from '../../shared/synthesis/settleThemes.ts';
import type { AnswerToGather } from '../../shared/synthesis/voices.ts';
import type { Answer, GroupWork, KeptTheme, Language } from '../../shared/workshop/state.ts';
import type { Background, BackgroundTimers } from './background.ts';
import type { Proposals, SynthesisTask, Synthesizer } from './synthesizer.ts';

/** What a group's synthesis is made from, as the log says now. */
export interface GroupSource {
  readonly work: GroupWork;
  readonly question: string;
  readonly language: Language;
  readonly ideas: number;
  /** Who may propose instead of the engine; absent as long as the host has not switched it on. */
  readonly model?: Synthesizer;
}

export interface GroupSynthesizerDeps {
  readonly timers: BackgroundTimers;
  readonly background: Background;
  readonly publish: (synthesis: GroupSynthesis) => void;
  readonly reportFault: (fault: unknown) => void;
}

/** Answers come in bursts: what comes within this time is worked out together. */
const gatherMs = 250;
/** A model is asked once nothing has changed for so long: each question costs money, and it would be out of date at once. */
const quietMs = 4_000;

const toGather = ({ id, text, supporterIds, authorId }: Answer): AnswerToGather => ({
  id,
  text,
  supports: supporterIds.length,
  person: authorId,
});

/** Whether something else stands there: how many support it is no other word. */
const saysOther = (before: GroupWork['answers'], after: GroupWork['answers']): boolean =>
  before !== after &&
  Object.values(after).some((answer) => {
    const known = before[answer.id];
    return known !== answer && (known?.text !== answer.text || known.withdrawn !== answer.withdrawn);
  });

/** The synthesis of one group, kept up while its answers come in. Nothing here is on the way of an acknowledgement. */
export class GroupSynthesizer {
  readonly #deps: GroupSynthesizerDeps;
  #source: GroupSource;
  #live: LiveSynthesis | undefined;
  /** The answers that the engine has, as they were when it got them. */
  #given = new Map<string, Answer>();
  #shown: readonly SettledTheme[] = [];
  /** `planned`: begins in a moment. `stale`: the log went on while it worked. */
  #phase: 'idle' | 'planned' | 'working' | 'stale' = 'idle';
  #isStopped = false;
  #changedAt: number;
  /** What the model said, and of which answers; it stands until it says something else, or is switched off. */
  #proposals: Proposals | undefined;
  #askedFor: GroupWork['answers'] | undefined;
  #asking: AbortController | undefined;

  constructor(source: GroupSource, deps: GroupSynthesizerDeps) {
    this.#source = source;
    this.#deps = deps;
    this.#changedAt = deps.timers.now();
    this.#plan();
  }

  /** Takes note of what the log says now; costs nothing when that is the same. */
  feed(source: GroupSource): void {
    const before = this.#source;
    this.#source = source;
    const isAsked = before.question !== source.question || before.ideas !== source.ideas;
    if (isAsked) this.#live = undefined;
    if (source.model !== before.model) this.#forgetModel();
    const { answers, arrangement } = source.work;
    // What was asked would be out of date before it is answered.
    if (isAsked || saysOther(before.work.answers, answers)) this.#asking?.abort();
    const isChanged =
      isAsked ||
      source.model !== before.model ||
      before.work.answers !== answers ||
      before.work.arrangement !== arrangement;
    if (isChanged) this.#plan();
  }

  stop(): void {
    this.#isStopped = true;
    this.#asking?.abort();
  }

  #plan(): void {
    this.#changedAt = this.#deps.timers.now();
    if (this.#phase === 'working') this.#phase = 'stale';
    if (this.#phase !== 'idle') return;
    this.#phase = 'planned';
    this.#deps.timers.setTimeout(() => this.#begin(), gatherMs);
  }

  #begin(): void {
    this.#phase = 'working';
    const work = this.#catchUp();
    this.#deps.background.add(() => {
      if (this.#isStopped) return true;
      try {
        if (work.next().done !== true) return false;
        this.#publish();
      } catch (fault) {
        // Begun afresh with the next change; what was shown stays.
        this.#live = undefined;
        this.#deps.reportFault(fault);
      }
      const isStale = this.#phase === 'stale';
      this.#phase = 'idle';
      if (isStale) this.#plan();
      return true;
    });
  }

  /** Gives the engine what changed, one answer a step, and works it out. */
  *#catchUp(): Generator<undefined, void> {
    const { work, question, ideas } = this.#source;
    const standing = Object.values(work.answers).filter((answer) => !answer.withdrawn);
    if (this.#live === undefined) {
      this.#live = createLiveSynthesis({ ideas, question, answers: standing.map(toGather) });
      this.#given = new Map(standing.map((answer) => [answer.id, answer]));
    }
    const live = this.#live;
    for (const answer of Object.values(work.answers)) {
      const before = this.#given.get(answer.id);
      if (answer === before || (answer.withdrawn && before === undefined)) continue;
      if (answer.withdrawn) {
        live.remove(answer.id);
        this.#given.delete(answer.id);
      } else {
        live.put(toGather(answer));
        this.#given.set(answer.id, answer);
      }
      yield;
    }
    while (!live.advance(1)) yield;
  }

  #publish(): void {
    const live = this.#live;
    if (live === undefined) return;
    const { themes, ideas } = live.current();
    const given = this.#given;
    const kept = this.#kept();
    this.#shown = settleThemes({
      shown: this.#shown,
      kept,
      gathered: themes,
      likeness: live.likeness,
      isOlder: (one, other) => (given.get(one)?.postedAt ?? 0) < (given.get(other)?.postedAt ?? 0),
      isSaid: (label, answerIds) =>
        isSaidIn(
          label,
          answerIds.flatMap((id) => given.get(id)?.text ?? []),
        ),
    });
    const proposals = this.#proposals;
    this.#deps.publish({
      themes: this.#shown.map(({ id, label, answerIds }) => ({ id, label, answerIds })),
      ideas: proposals?.ideas ?? ideas.map(proposed),
      source: proposals === undefined ? 'builtin' : 'model',
      dropped: proposals?.dropped ?? [],
    });
    this.#askWhenQuiet();
  }

  #kept(): readonly KeptTheme[] {
    return this.#source.work.arrangement?.themes ?? [];
  }

  #forgetModel(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#askedFor = undefined;
    this.#proposals = undefined;
  }

  #askWhenQuiet(): void {
    const { model, work } = this.#source;
    if (model === undefined || this.#askedFor === work.answers || this.#given.size === 0) return;
    const { timers } = this.#deps;
    timers.setTimeout(() => {
      const isQuiet = timers.now() - this.#changedAt >= quietMs;
      if (isQuiet && !this.#isStopped && this.#source.work.answers === work.answers) void this.#ask();
    }, quietMs);
  }

  async #ask(): Promise<void> {
    const { model, work, question, language, ideas } = this.#source;
    if (model === undefined || this.#askedFor === work.answers) return;
    if (this.#asking?.signal.aborted === false) return;
    const asking = new AbortController();
    this.#asking = asking;
    this.#askedFor = work.answers;
    const task: SynthesisTask = {
      answers: [...this.#given.values()].map(({ id, text, supporterIds }) => ({
        id,
        text,
        supports: supporterIds.length,
      })),
      question,
      language,
      ideas,
      kept: this.#kept(),
    };
    // A model that fails leaves the word to the engine: that is what it is there for.
    const proposals = await model.propose(task, asking.signal).catch(() => undefined);
    if (asking.signal.aborted || this.#isStopped) return;
    this.#asking = undefined;
    this.#proposals = proposals;
    this.#publish();
  }
}
