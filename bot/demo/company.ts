import type { Random } from '../../shared/core/random.ts';
import { shuffled } from '../../shared/core/random.ts';
import { suggestLens } from '../../shared/synthesis/suggestLens.ts';
import type { AnswerView } from '../../shared/views/views.ts';
import { themes } from './answers.ts';
import type { Guest } from './guest.ts';

/** An answer still to be said by someone of a group: two out of three are about what the group talks about most. */
export class Repertoire {
  readonly #random: Random;
  readonly #left: string[][];

  constructor(random: Random) {
    this.#random = random;
    this.#left = themes.map((theme) => shuffled(theme.answers, random));
  }

  /** @param groupNumber 1, 2, 3 …; undefined once everything was said */
  next(groupNumber: number): string | undefined {
    const favourite = (groupNumber - 1) % this.#left.length;
    const theme = this.#random() < 2 / 3 ? favourite : Math.floor(this.#random() * this.#left.length);
    const stillToSay = [this.#left[theme], this.#left[favourite], ...this.#left].find((texts) => texts?.length);
    return stillToSay?.pop();
  }
}

/** What the group of a guest is doing; undefined while they are in none. */
export interface Work {
  readonly slotId: string;
  readonly groupId: string;
  readonly groupNumber: number;
  readonly isOpen: boolean;
  readonly isPaused: boolean;
  readonly answers: readonly AnswerView[];
}

/** The work of a guest's group, as their own page would show it. */
export function workOf(guest: Guest): Work | undefined {
  const view = guest.view();
  if (view?.kind !== 'group' && view?.kind !== 'animator') return undefined;
  const { breakout, group, agenda } = view;
  if (breakout === undefined) return undefined;
  const answers = 'work' in breakout ? breakout.work.answers : breakout.answers;
  return {
    slotId: breakout.slotId,
    groupId: group.id,
    groupNumber: group.number,
    isOpen: breakout.phase.kind === 'open',
    isPaused: agenda.run.kind === 'paused',
    answers: Object.values(answers),
  };
}

/** A participant writes, while there is something left to say; else supports what they like. */
export async function speak(guest: Guest, repertoire: Repertoire, random: Random, share = 0.55): Promise<void> {
  const work = workOf(guest);
  if (work === undefined) return;
  const { slotId, groupId, groupNumber, answers } = work;
  const text = random() < share ? repertoire.next(groupNumber) : undefined;
  if (text !== undefined) {
    await guest.send({ kind: 'PostAnswer', slotId, groupId, promptIndex: 0, text });
    return;
  }
  const me = guest.me();
  const known = new Set([...(me?.answerIds ?? []), ...(me?.supportedIds ?? [])]);
  // What others support already is read first, as on any page.
  const others = answers.filter(({ id }) => !known.has(id)).toSorted((a, b) => b.supports - a.supports);
  const liked = others[Math.floor(random() ** 2 * others.length)];
  if (liked !== undefined) await guest.send({ kind: 'SupportAnswer', slotId, groupId, answerId: liked.id });
}

/**
 * An animator drafts a key idea out of what her group supports most about one theme, unless she has it already.
 * @param ordinal her first or her second
 */
export async function draft(animator: Guest, ordinal: 0 | 1): Promise<void> {
  const work = workOf(animator);
  if (work === undefined || ideasDrafted(animator) > ordinal) return;
  const { slotId, groupId, groupNumber } = work;
  const theme = themes[(groupNumber - 1) % themes.length];
  const text = theme?.keyIdeas[ordinal];
  if (theme === undefined || text === undefined) return;
  const isAbout = (answer: AnswerView): number => (theme.answers.includes(answer.text) ? 1 : 0);
  const citations = work.answers
    .toSorted((a, b) => isAbout(b) - isAbout(a) || b.supports - a.supports)
    .filter((_, index) => index % 2 === ordinal)
    .slice(0, 3)
    .map(({ id }) => id);
  const ack = await animator.send({ kind: 'DraftKeyIdea', slotId, groupId, text, citations });
  // Her page may show the idea before its acknowledgement or after: whoever goes on from here sees it.
  while (ack.ok && ideasDrafted(animator) <= ordinal) await animator.changed();
}

function ideasDrafted(animator: Guest): number {
  const view = animator.view();
  return view?.kind === 'animator' ? Object.keys(view.breakout?.work.keyIdeas ?? {}).length : 0;
}

/** An animator submits what she drafted, once there is enough of it, each idea with the lens that its words suggest. */
export async function submit(animator: Guest): Promise<void> {
  const view = animator.view();
  if (view?.kind !== 'animator' || view.breakout === undefined) return;
  const { slotId, work } = view.breakout;
  if (work.outcome.kind === 'submitted' || work.presented) return;
  const ready = Object.values(work.keyIdeas).filter(({ citations }) => citations.length > 0);
  const { keyIdeasPerGroup } = view.options;
  if (ready.length < keyIdeasPerGroup) return;
  const { lenses = [] } = view.agenda.slots.find(({ id }) => id === slotId) ?? {};
  for (const { id, text, lens, citations } of ready) {
    const said = citations.map((answerId) => work.answers[answerId]?.text ?? '');
    const suggested = lens ?? suggestLens({ lenses, text, citations: said, language: view.language });
    if (lens === undefined && suggested !== undefined) {
      await animator.send({ kind: 'PutLens', slotId, groupId: work.groupId, keyIdeaId: id, lens: suggested });
    }
  }
  const keyIdeaIds = ready.slice(0, keyIdeasPerGroup).map(({ id }) => id);
  await animator.send({ kind: 'SubmitKeyIdeas', slotId, groupId: work.groupId, keyIdeaIds });
}

/** An animator who was called back drafts what is still missing, and submits. */
export async function finish(animator: Guest): Promise<void> {
  const view = animator.view();
  if (view?.kind !== 'animator' || view.breakout?.work.outcome.kind !== 'drafting') return;
  for (const ordinal of [0, 1] as const) await draft(animator, ordinal);
  await submit(animator);
}
