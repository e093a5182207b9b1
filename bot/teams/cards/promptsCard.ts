import { answersUntil } from '../../../shared/agenda/answerWindow.ts';
import type { GroupView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { hourIn, type Words, wordsOf } from '../words.ts';
import {
  type Card,
  type CardElement,
  card,
  cutText,
  execute,
  fitCard,
  spoken,
  type TextInput,
  typed,
  words,
} from './card.ts';

/** What one person sees of their own on the card, and nobody else. */
export interface OwnPart {
  /** Their answers in this group, the latest last. */
  readonly answers: readonly { readonly promptIndex: number; readonly text: string }[];
  /** What became of what they have just sent. */
  readonly notice?: { readonly tone: 'good' | 'attention'; readonly text: string };
  /** Prompt → what they typed and was not taken. */
  readonly kept: ReadonlyMap<number, string>;
}

/** More of them than anyone answers in a chat. */
const mostPrompts = 6;

export const inputId = (promptIndex: number): string => `answer${promptIndex}`;

export interface PromptsCard {
  readonly view: GroupView;
  /** The breakout whose questions they are: another may be in front of people by now. */
  readonly slotId: string;
  readonly prompts: readonly string[];
  readonly now: number;
  readonly language: Language;
  readonly own?: OwnPart;
  /** Teams accounts that are shown their own part whenever they look at the card. */
  readonly refreshFor: readonly string[];
}

/** The questions of a group in its own chat, answered from the card: everybody sees the same one until they answer. */
export const promptsCard = (parts: PromptsCard): Card =>
  fitCard((level) => drawPrompts(parts, [400, 200, 100, 60][level] as number, [12, 6, 3, 1][level] as number));

function drawPrompts(
  { view, slotId, prompts, now, language, own, refreshFor }: PromptsCard,
  chars: number,
  ownShown: number,
): Card {
  const say = wordsOf[language];
  const until = untilOf(view, slotId);
  const isOpen = now <= until;
  const title = cutText(groupTitle(view.group, language), 120);
  const asked = prompts.length === 0 ? [''] : prompts.slice(0, mostPrompts);
  const state = isOpen ? openWords(view, until, say, language) : say.answersClosed;
  const data = { slotId, groupId: view.group.id };
  const mine = own?.answers ?? [];
  return card({
    language,
    speak: spoken(title, ...asked.map((prompt) => cutText(prompt, 200)), state),
    body: [
      typed(title, { size: 'large', weight: 'bolder' }),
      words(state, { spacing: 'none', ...(isOpen ? {} : { color: 'warning' }) }),
      ...noticeOf(own),
      ...asked.flatMap((prompt, index): readonly CardElement[] => [
        ...(prompt === '' ? [] : [typed(cutText(prompt, chars * 2), { weight: 'bolder', size: 'medium' }, 'medium')]),
        ...mine
          .filter(({ promptIndex }) => promptIndex === index)
          .slice(-ownShown)
          .map(({ text }) => typed(`✓ ${cutText(text, chars)}`, { isSubtle: true }, 'small')),
        ...(isOpen ? [inputFor(index, prompt, own?.kept.get(index), say)] : []),
      ]),
      ...(isOpen && view.options.authors === 'hidden' ? [words(say.anonymous, { size: 'small', isSubtle: true })] : []),
    ],
    actions: isOpen ? [execute('answer', mine.length > 0 ? say.sendAnother : say.send, data, 'positive')] : [],
    // Closed, there is nothing of one's own to ask for: a room of people that looks back asks nobody anything.
    ...(refreshFor.length > 0 && isOpen
      ? { refresh: { action: execute('mine', say.yourAnswers, data), userIds: refreshFor } }
      : {}),
  });
}

function noticeOf(own: OwnPart | undefined): readonly CardElement[] {
  if (own?.notice === undefined) return [];
  const { tone, text } = own.notice;
  return [{ type: 'Container', style: tone, items: [words(text, { weight: 'bolder' })], spacing: 'small' }];
}

const inputFor = (index: number, prompt: string, kept: string | undefined, say: Words): TextInput => ({
  type: 'Input.Text',
  id: inputId(index),
  // A screen reader says which question the field belongs to; on screen the question stands above.
  label: prompt === '' ? say.yourAnswer : `${say.yourAnswer} (${index + 1})`,
  ...(kept === undefined ? {} : { value: kept }),
  isMultiline: true,
  maxLength: limits.answerChars,
});

function untilOf({ agenda, options, breakout }: GroupView, slotId: string): number {
  if (breakout.slotId !== slotId) return Number.NEGATIVE_INFINITY;
  return answersUntil({ slotId, phase: breakout.phase, run: agenda.run, graceMs: options.graceMs });
}

/** The hour of the bell, as on every screen: that answers count a little longer helps whoever is late, and hurries nobody. */
function openWords({ agenda, timeZone }: GroupView, until: number, say: Words, language: Language): string {
  if (!Number.isFinite(until)) return say.answersPaused;
  const bell = agenda.run.kind === 'running' ? Math.min(agenda.run.endsAt, until) : until;
  return say.answersUntil(hourIn(bell, timeZone, language));
}
