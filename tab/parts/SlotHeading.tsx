import './SlotHeading.css';
import type { SlotView } from '../../shared/views/views.ts';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';

/** A slot said in three lines: what it is, its title, who leads and speaks. */
export function SlotHeading({ slot, level = 2 }: { readonly slot: SlotView; readonly level?: 2 | 3 }) {
  const words = useText(clockWords);
  const Heading = `h${level}` as const;
  return (
    <div className="slot-heading">
      <p className="slot-heading__kind">{words[`kind_${slot.kind}`]}</p>
      <Heading className="slot-heading__title">{slot.title}</Heading>
      {slot.lead === undefined ? null : <p className="slot-heading__people">{words.ledBy(slot.lead)}</p>}
      {slot.speakers.length === 0 ? null : (
        <p className="slot-heading__people">{words.with(slot.speakers.join(', '))}</p>
      )}
    </div>
  );
}
