import './SlotScene.css';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import type { DisplayView, SlotView } from '../../../shared/views/views.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { ClockFace } from '../../parts/ClockFace.tsx';
import { clockWords } from '../../text/clock.ts';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { useFitText } from './useFitText.ts';

interface SlotSceneProps {
  readonly client: WorkshopClient;
  readonly view: DisplayView;
  readonly slot: SlotView;
}

/** Beyond it the title needs the lines that names would have. */
const longTitleChars = 140;

/** Who speaks of what, until when, and what follows. */
export function SlotScene({ client, view, slot }: SlotSceneProps) {
  const clock = useText(clockWords);
  const title = useFitText(`${slot.id}${slot.title}`, 1.6, 5);
  return (
    <div className={`slot-scene ${slot.title.length > longTitleChars ? 'slot-scene--long' : ''}`}>
      <div className="slot-scene__words">
        <p className="slot-scene__kind">{clock[`kind_${slot.kind}`]}</p>
        <div ref={title} className="slot-scene__title">
          <h2>{slot.title}</h2>
        </div>
        {slot.lead === undefined ? null : <p className="slot-scene__people">{clock.ledBy(slot.lead)}</p>}
        {slot.speakers.length === 0 ? null : (
          <p className="slot-scene__people">{clock.with(slot.speakers.join(', '))}</p>
        )}
      </div>
      <div className="slot-scene__clock">
        <ClockFace client={client} agenda={view.agenda} size="wall" />
      </div>
      <NextSlot view={view} slot={slot} />
    </div>
  );
}

function NextSlot({ view, slot }: Pick<SlotSceneProps, 'view' | 'slot'>) {
  const words = useText(displayWords);
  const { slots } = view.agenda;
  const next = slots[slots.indexOf(slot) + 1];
  if (next === undefined) return null;
  return (
    <p className="slot-scene__next">
      <strong>{words.next}</strong>
      {next.plannedStart === undefined ? null : <span>{formatMinuteOfDay(next.plannedStart)}</span>}
      <span className="slot-scene__next-title">{next.title}</span>
    </p>
  );
}
