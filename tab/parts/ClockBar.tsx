import './ClockBar.css';
import { currentSlotId } from '../../shared/agenda/timer.ts';
import type { AgendaView, AnnouncementView } from '../../shared/views/views.ts';
import { AnnouncementBanner } from './AnnouncementBanner.tsx';
import { BellButton } from './BellButton.tsx';
import { useBell } from './bell.ts';
import { ClockFace } from './ClockFace.tsx';
import type { ServerClock } from './useNow.ts';

interface ClockBarProps {
  readonly client: ServerClock;
  readonly agenda: AgendaView;
  readonly announcement: AnnouncementView | undefined;
}

/** Clock, slot and bell of a page that scrolls: it stays in sight, and the host's words with it. */
export function ClockBar({ client, agenda, announcement }: ClockBarProps) {
  const bell = useBell(client, agenda.run);
  const slot = agenda.slots.find((each) => each.id === currentSlotId(agenda.run));
  return (
    <div className="clock-bar-place">
      {slot === undefined ? null : (
        <div className="clock-bar">
          <ClockFace client={client} agenda={agenda} size="small" />
          <p className="clock-bar__slot">{slot.title}</p>
          <BellButton {...bell} compact />
        </div>
      )}
      <AnnouncementBanner announcement={announcement} />
    </div>
  );
}
