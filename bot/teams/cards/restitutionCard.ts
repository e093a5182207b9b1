import type { CommonView, PresentedGroup, StageView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { type Words, wordsOf } from '../words.ts';
import { type Card, type CardElement, card, cutText, fitCard, spoken, typed, words } from './card.ts';
import { joinActions, type WaysIn } from './waysIn.ts';

/** How much is shown, when all of it would be too large: ideas go last. */
interface Amount {
  readonly ideaChars: number;
  readonly citations: number;
  readonly citationChars: number;
  readonly groups: number;
}
const amounts: readonly [Amount, Amount, Amount, Amount] = [
  { ideaChars: 600, citations: 3, citationChars: 300, groups: 50 },
  { ideaChars: 400, citations: 1, citationChars: 160, groups: 50 },
  { ideaChars: 200, citations: 0, citationChars: 0, groups: 50 },
  { ideaChars: 120, citations: 0, citationChars: 0, groups: 20 },
];

/** The key ideas that the plenary is shown, with the words behind them: one group, or the wall of all. */
export function restitutionCard(
  view: CommonView & { readonly stage: StageView },
  waysIn: WaysIn,
  language: Language,
): Card {
  return fitCard((level) => draw(view, waysIn, language, amounts[level]));
}

function draw(
  view: CommonView & { readonly stage: StageView },
  waysIn: WaysIn,
  language: Language,
  amount: Amount,
): Card {
  const say = wordsOf[language];
  const { scene } = view.stage;
  const groups = scene.kind === 'wall' ? scene.groups : scene.kind === 'group' ? [scene.group] : [];
  const shown = groups.slice(0, amount.groups);
  return card({
    language,
    speak: spoken(say.restitution, ...shown.map((group) => groupTitle(group, language)).slice(0, 10)),
    body: [
      typed(cutText(view.title, 120), { isSubtle: true }),
      words(say.restitution, { size: 'large', weight: 'bolder', style: 'heading', spacing: 'none' }),
      ...shown.map((group) => groupElement(group, say, language, amount)),
      ...(shown.length < groups.length ? [words(say.moreInAparte, { isSubtle: true })] : []),
    ],
    actions: joinActions(waysIn, say),
  });
}

function groupElement(group: PresentedGroup, say: Words, language: Language, amount: Amount): CardElement {
  const animator = animatorBeyondName(group);
  return {
    type: 'Container',
    separator: true,
    spacing: 'medium',
    items: [
      typed(cutText(groupTitle(group, language), 120), { weight: 'bolder' }),
      ...(animator === undefined ? [] : [typed(say.animatedBy(cutText(animator, 120)), { isSubtle: true }, 'none')]),
      ...(group.keyIdeas.length === 0 ? [words(say.nothingSubmitted, { isSubtle: true })] : []),
      ...group.keyIdeas.flatMap(({ text, citations }, index): readonly CardElement[] => [
        typed(`${index + 1}. ${cutText(text, amount.ideaChars)}`, { size: 'medium' }, 'small'),
        ...citations
          .slice(0, amount.citations)
          .map((citation) =>
            typed(
              quoted(cutText(citation.text, amount.citationChars), language),
              { italic: true, isSubtle: true },
              'none',
            ),
          ),
      ]),
    ],
  };
}

const quoted = (text: string, language: Language): string =>
  language === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
