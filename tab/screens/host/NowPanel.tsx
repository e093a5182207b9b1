import { currentEndsAt, currentSlotId } from '../../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { SlotView } from '../../../shared/views/views.ts';
import { formatMinutes } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { ClockFace } from '../../parts/ClockFace.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useNow } from '../../parts/useNow.ts';
import { clockWords } from '../../text/clock.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { ForecastLine } from './ForecastLine.tsx';
import { isUnderWay, useHost } from './hostContext.ts';
import { nextAction } from './nextAction.ts';
import { PrimaryAction } from './PrimaryAction.tsx';
import './NowPanel.css';

/** Where the agenda stands, its clock, and the next thing to do. */
export function NowPanel() {
  const { client, view } = useHost();
  const words = useText(hostWords);
  const { slots, run } = view.agenda;
  const now = useNow(client);
  const at = slots.findIndex((slot) => slot.id === currentSlotId(run));
  const current = slots[at];
  const following = slots[at + 1];
  const shown = current ?? (run.kind === 'notStarted' ? slots[0] : undefined);
  return (
    <section className="now" aria-labelledby="now-title">
      <div className="now__slot">
        <p className="now__where">
          {current
            ? words.slotOf(at + 1, slots.length)
            : run.kind === 'ended'
              ? words.workshopEndedAt(formatTime(run.endedAt, view.timeZone))
              : shown
                ? words.notStartedYet
                : words.notStarted}
          {current?.section && <span> · {current.section}</span>}
        </p>
        <h2 id="now-title">{shown?.title ?? (run.kind === 'ended' ? words.endedTitle : words.noSlots)}</h2>
        {shown && <SlotPeople slot={shown} />}
        <ForecastLine now={now} />
      </div>
      {current && (
        <div className="now__clock">
          <ClockFace client={client} agenda={view.agenda} size="large" />
        </div>
      )}
      <div className="now__next">
        <PrimaryAction action={nextAction(view, now)} />
        <ClockControls />
        {current && following && <p className="now__following">{words.following(following.title)}</p>}
      </div>
    </section>
  );
}

function SlotPeople({ slot }: { readonly slot: SlotView }) {
  const words = useText(clockWords);
  const parts = [
    words[`kind_${slot.kind}`],
    formatMinutes(slot.allottedMs / MINUTE_MS),
    ...(slot.lead ? [words.ledBy(slot.lead)] : []),
    ...(slot.speakers.length > 0 ? [words.with(slot.speakers.join(', '))] : []),
  ];
  return <p className="now__people">{parts.join(' · ')}</p>;
}

const adjustments = [-1, 1, 3, 5] as const;

/** Shorter, longer, pause, back: always with what this host saw, so that two hosts act once. */
function ClockControls() {
  const { view, send, snapshot } = useHost();
  const words = useText(hostWords);
  const { run } = view.agenda;
  const slotId = currentSlotId(run);
  const seenEndsAt = currentEndsAt(run);
  if (slotId === undefined || seenEndsAt === undefined) return null;
  const adjusting = isUnderWay(snapshot, 'ExtendSlot') || isUnderWay(snapshot, 'ShortenSlot');
  return (
    <fieldset className="now__controls" aria-label={words.clockControls}>
      {adjustments.map((minutes) => (
        <Button
          key={minutes}
          aria-label={minutes < 0 ? words.shortenBy(-minutes) : words.extendBy(minutes)}
          busy={adjusting}
          onClick={() =>
            send({
              kind: minutes < 0 ? 'ShortenSlot' : 'ExtendSlot',
              slotId,
              byMs: Math.abs(minutes) * MINUTE_MS,
              seenEndsAt,
            })
          }
        >
          {minutes < 0 ? `\u2212${-minutes}` : `+${minutes}`}
        </Button>
      ))}
      {run.kind === 'running' ? (
        <Button busy={isUnderWay(snapshot, 'PauseAgenda')} onClick={() => send({ kind: 'PauseAgenda' })}>
          <Icon name="pause" />
          {words.pause}
        </Button>
      ) : (
        <Button busy={isUnderWay(snapshot, 'ResumeAgenda')} onClick={() => send({ kind: 'ResumeAgenda' })}>
          <Icon name="play" />
          {words.resume}
        </Button>
      )}
      <Button
        disabled={view.agenda.slots[0]?.id === slotId}
        busy={isUnderWay(snapshot, 'PreviousSlot')}
        onClick={() => send({ kind: 'PreviousSlot', fromSlotId: slotId })}
      >
        <Icon name="back" />
        {words.previous}
      </Button>
    </fieldset>
  );
}
