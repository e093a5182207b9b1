import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { AgendaView, CommonView, SlotView } from '../../../shared/views/views.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { hourIn, type Words, wordsOf } from '../words.ts';
import { type Card, type CardElement, card, cutText, execute, spoken, type TextBlock, typed, words } from './card.ts';
import { joinActions, type WaysIn } from './waysIn.ts';

/** The workshop in the meeting's chat: what is on, what comes, how to join. It changes with the agenda and never ticks. */
export function workshopCard(view: CommonView, waysIn: WaysIn, language: Language): Card {
  const { code } = waysIn;
  const say = wordsOf[language];
  const { run, slots } = view.agenda;
  const index = slots.findIndex(({ id }) => id === currentSlotId(run));
  const current = slots[index];
  const next = run.kind === 'ended' ? undefined : slots[index + 1];
  const end = endOf(view.agenda, view.timeZone, say, language);
  const title = cutText(view.title, 120);
  return card({
    language,
    speak: spoken(title, current === undefined ? stillOf(view.agenda, say) : `${say.nowOn(current.title)}, ${end}`),
    body: [
      typed(title, { size: 'large', weight: 'bolder' }),
      current === undefined
        ? words(stillOf(view.agenda, say), { spacing: 'small' })
        : {
            type: 'Container',
            style: 'emphasis',
            bleed: true,
            items: [label(say.now), ...slotElements(current, 'medium'), words(end, { spacing: 'none' })],
          },
      ...(next === undefined ? [] : [label(say.next), ...slotElements(next, 'default')]),
      ...(code === '' ? [] : [words(say.joinByCode(code), { isSubtle: true, spacing: 'medium' })]),
    ],
    actions: [execute('whereAmI', say.myGroup, {}), ...joinActions(waysIn, say)],
  });
}

const label = (text: string): TextBlock => words(text, { size: 'small', weight: 'bolder', color: 'accent' });

function slotElements({ title, lead = '', speakers }: SlotView, size: 'medium' | 'default'): readonly CardElement[] {
  const people = [lead, ...speakers].filter((name) => name !== '').join(', ');
  return [
    typed(cutText(title, 160), { size, weight: 'bolder' }, 'none'),
    ...(people === '' ? [] : [typed(cutText(people, 160), { isSubtle: true }, 'none')]),
  ];
}

const endOf = ({ run }: AgendaView, timeZone: string, say: Words, language: Language): string =>
  run.kind === 'running' ? say.until(hourIn(run.endsAt, timeZone, language)) : say.paused;

const stillOf = ({ run }: AgendaView, say: Words): string => (run.kind === 'ended' ? say.ended : say.notStarted);
