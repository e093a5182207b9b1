import './ClockBar.css';
import { currentSlotId } from '../../shared/agenda/timer.ts';
import type { AgendaView } from '../../shared/views/views.ts';
import { BellButton } from './BellButton.tsx';
import { useBell } from './bell.ts';
import { ClockFace } from './ClockFace.tsx';
import type { ServerClock } from './useNow.ts';

/** Clock, slot and bell of a page that scrolls: it stays in sight. */
export function ClockBar({ client, agenda }: { readonly client: ServerClock; readonly agenda: AgendaView }) {
  const bell = useBell(client, agenda.run);
  const slot = agenda.slots.find((each) => each.id === currentSlotId(agenda.run));
  if (slot === undefined) return null;
  return (
    <div className="clock-bar">
      <ClockFace client={client} agenda={agenda} size="small" />
      <p className="clock-bar__slot">{slot.title}</p>
      <BellButton {...bell} compact />
    </div>
  );
}
