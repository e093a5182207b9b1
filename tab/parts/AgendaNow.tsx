import './AgendaNow.css';
import { currentSlotId } from '../../shared/agenda/timer.ts';
import { formatMinuteOfDay } from '../../shared/core/time.ts';
import type { CommonView, SlotView } from '../../shared/views/views.ts';
import { clockWords } from '../text/clock.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { dateLocale } from './formatTime.ts';
import { SlotHeading } from './SlotHeading.tsx';

/** What goes on in the workshop, and what comes next. */
export function AgendaNow({ view }: { readonly view: CommonView }) {
  const words = useText(participantWords);
  const clock = useText(clockWords);
  const { slots, run } = view.agenda;
  const index = slots.findIndex((slot) => slot.id === currentSlotId(run));
  const current = slots[index];
  const next = slots[index + 1];
  return (
    <div className="agenda-now">
      {run.kind === 'notStarted' ? (
        <p className="agenda-now__start">
          {next?.plannedStart === undefined ? words.startsSoon : <StartLine view={view} slot={next} />}
        </p>
      ) : null}
      {current === undefined ? null : (
        <div className="agenda-now__slot">
          <p className="agenda-now__when">{clock.now}</p>
          <SlotHeading slot={current} />
        </div>
      )}
      {next === undefined ? null : (
        <div className="agenda-now__slot agenda-now__slot--next">
          <p className="agenda-now__when">
            {clock.next}
            {next.plannedStart === undefined ? null : ` – ${formatMinuteOfDay(next.plannedStart)}`}
          </p>
          <SlotHeading slot={next} level={3} />
        </div>
      )}
    </div>
  );
}

/** The day is said only when it is another one than today. */
function StartLine({ view, slot }: { readonly view: CommonView; readonly slot: SlotView }) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const time = formatMinuteOfDay(slot.plannedStart ?? 0);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: view.timeZone }).format();
  if (view.date === undefined || view.date === today) return words.startsAt(time);
  const day = new Date(view.date).toLocaleDateString(dateLocale[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return words.startsOn(day, time);
}
