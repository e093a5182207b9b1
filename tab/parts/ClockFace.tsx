import './ClockFace.css';
import { currentSlotId } from '../../shared/agenda/timer.ts';
import type { AgendaView } from '../../shared/views/views.ts';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';
import { type ClockReading, clockAnnouncement, readClock } from './clockReading.ts';
import { type ServerClock, useNow } from './useNow.ts';

export type ClockSize = 'small' | 'large' | 'wall';

interface ClockFaceProps {
  readonly client: ServerClock;
  readonly agenda: AgendaView;
  readonly size: ClockSize;
  /** Several clocks on one page: only one of them speaks. */
  readonly silent?: boolean;
}

/** The clock of the current slot, the same on every screen. */
export function ClockFace({ client, agenda, size, silent = false }: ClockFaceProps) {
  const now = useNow(client);
  const planned = agenda.slots.find((slot) => slot.id === currentSlotId(agenda.run))?.allottedMs ?? 0;
  return (
    <>
      <ClockDigits reading={readClock(agenda.run, now, planned)} size={size} />
      {silent ? null : (
        <ClockVoice minutes={client.knowsServerTime() ? clockAnnouncement(agenda.run, now, planned) : undefined} />
      )}
    </>
  );
}

/** The face itself. `label` says what is counted when it is not the slot. */
export function ClockDigits({
  reading,
  size,
  label,
}: {
  readonly reading: ClockReading;
  readonly size: ClockSize;
  readonly label?: string;
}) {
  const words = useText(clockWords);
  if (reading.kind === 'idle') {
    return (
      <div className={`clock clock--${size} clock--idle`}>
        <span className="clock__label">{reading.ended ? words.ended : words.notStarted}</span>
      </div>
    );
  }
  const over = reading.level === 'over';
  const caption = reading.paused
    ? over
      ? `${words.paused} – ${words.overrunShort}`
      : words.paused
    : over
      ? words.overrun
      : reading.warnAt === undefined
        ? (label ?? words.remaining)
        : words.warning(reading.warnAt);
  return (
    <div
      className={`clock clock--${size} clock--${reading.level}${reading.paused ? ' clock--paused' : ''}`}
      role="timer"
    >
      <span className="clock__label">
        <ClockSign reading={reading} />
        {caption}
      </span>
      <span className="clock__digits">{reading.digits}</span>
    </div>
  );
}

/** A shape beside the colour: a warning must be seen by people who do not see its colour. */
function ClockSign({ reading }: { readonly reading: ClockReading & { kind: 'counting' } }) {
  if (reading.paused) {
    return (
      <svg className="clock__sign" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 2h3v12H4zM9 2h3v12H9z" />
      </svg>
    );
  }
  if (reading.level === 'calm') return null;
  return (
    <svg className="clock__sign" viewBox="0 0 16 16" aria-hidden="true">
      {reading.level === 'over' ? (
        <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1m-1 3v5h2V4zm0 6.5v2h2v-2z" />
      ) : (
        <path d="M8 1l7.5 13.5H.5zM7 6v4.5h2V6zm0 5.5v2h2v-2z" />
      )}
    </svg>
  );
}

function ClockVoice({ minutes }: { readonly minutes: number | undefined }) {
  const words = useText(clockWords);
  return (
    <span className="visually-hidden" aria-live="polite">
      {minutes === undefined ? '' : minutes === 0 ? words.sayOver : words.sayLeft(minutes)}
    </span>
  );
}
