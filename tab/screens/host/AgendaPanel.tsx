import { type AgendaForecast, forecast, type SlotForecast } from '../../../shared/agenda/forecast.ts';
import { plannedTimes } from '../../../shared/agenda/planTime.ts';
import { currentSlotId } from '../../../shared/agenda/timer.ts';
import { formatMinuteOfDay, MINUTE_MS } from '../../../shared/core/time.ts';
import type { SlotView } from '../../../shared/views/views.ts';
import { formatMinutes } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { formatDelay, formatTime } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Menu, type MenuItem } from '../../parts/Menu.tsx';
import { useNow } from '../../parts/useNow.ts';
import { builderWords } from '../../text/builder.ts';
import { clockWords } from '../../text/clock.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';
import './AgendaPanel.css';

type Stand = 'past' | 'current' | 'coming';

/** Every slot with its hour: as it was, as it is, as it is forecast. */
export function AgendaPanel() {
  const { client, view, open } = useHost();
  const words = useText(hostWords);
  const now = useNow(client);
  const { slots, run } = view.agenda;
  const currentId = currentSlotId(run);
  const currentIndex = slots.findIndex((slot) => slot.id === currentId);
  const day: AgendaForecast | undefined = run.kind === 'notStarted' ? undefined : forecast({ ...view.agenda, now });
  const forecasts = new Map(day?.slots.map((slot) => [slot.slotId, slot]));
  const planned = plannedTimes(slots);
  const lastId = slots.at(-1)?.id;
  const past = run.kind === 'ended' ? slots : slots.slice(0, Math.max(currentIndex, 0));
  const row = (slot: SlotView, index: number) => (
    <li key={slot.id}>
      {slot.section !== undefined && slot.section !== slots[index - 1]?.section && (
        <h3 className="agenda__section">{slot.section}</h3>
      )}
      <SlotRow
        slot={slot}
        index={index}
        stand={index < past.length ? 'past' : slot.id === currentId ? 'current' : 'coming'}
        forecast={forecasts.get(slot.id)}
        plannedMinute={planned[index]?.startMinute}
      />
    </li>
  );
  return (
    <section className="panel agenda" aria-labelledby="agenda-title">
      <header className="panel__head">
        <h2 id="agenda-title">{words.agenda}</h2>
        {run.kind !== 'ended' && (
          <Button
            variant="quiet"
            onClick={() => open({ kind: 'addSlot', ...(lastId === undefined ? {} : { afterSlotId: lastId }) })}
          >
            <Icon name="add" />
            {words.addSlot}
          </Button>
        )}
      </header>
      {slots.length === 0 ? (
        <p className="panel__empty">{words.agendaEmpty}</p>
      ) : (
        <>
          {past.length > 0 && (
            <details className="agenda__past" open={run.kind === 'ended'}>
              <summary>{words.slotsDone(past.length)}</summary>
              <ol className="agenda__list">{past.map(row)}</ol>
            </details>
          )}
          <ol className="agenda__list">
            {slots.slice(past.length).map((slot, place) => row(slot, past.length + place))}
          </ol>
        </>
      )}
    </section>
  );
}

interface SlotRowProps {
  readonly slot: SlotView;
  readonly index: number;
  readonly stand: Stand;
  readonly forecast: SlotForecast | undefined;
  /** By its own hour, or by the slots in front of it. */
  readonly plannedMinute: number | undefined;
}

function SlotRow({ slot, index, stand, forecast: expected, plannedMinute }: SlotRowProps) {
  const words = useText(hostWords);
  const kinds = useText(clockWords);
  const items = useSlotActions(slot, index, stand);
  return (
    <div className={`agenda__row agenda__row--${stand}`} aria-current={stand === 'current' ? 'step' : undefined}>
      <SlotTime slot={slot} stand={stand} expected={expected} plannedMinute={plannedMinute} />
      <div className="agenda__what">
        <p className="agenda__title">
          {stand === 'past' && slot.startedAt !== undefined && (
            <span className="agenda__done">
              <Icon name="check" />
              <span className="visually-hidden">{words.slotDone} </span>
            </span>
          )}
          {slot.title}
        </p>
        <p className="agenda__facts">
          {kinds[`kind_${slot.kind}`]} · {formatMinutes(slot.allottedMs / MINUTE_MS)}
          {slot.allottedMs !== slot.durationMs && <> ({words.insteadOf(formatMinutes(slot.durationMs / MINUTE_MS))})</>}
          {slot.lead && <> · {slot.lead}</>}
        </p>
      </div>
      {items.length > 0 && (
        <Menu variant="quiet" label={words.slotActions(slot.title)} items={items}>
          <Icon name="more" />
        </Menu>
      )}
    </div>
  );
}

/** The hour that counts, and how far it is from the plan. */
function SlotTime({
  slot,
  stand,
  expected,
  plannedMinute,
}: Pick<SlotRowProps, 'slot' | 'stand' | 'plannedMinute'> & { expected: SlotForecast | undefined }) {
  const { view } = useHost();
  const words = useText(hostWords);
  // Once the agenda runs, the plan may have been shifted to its real start: the origin says so.
  const { planOrigin } = view.agenda;
  const planned =
    plannedMinute === undefined
      ? undefined
      : planOrigin === undefined
        ? formatMinuteOfDay(Math.round(plannedMinute))
        : formatTime(planOrigin + plannedMinute * MINUTE_MS, view.timeZone);
  const actual = slot.startedAt === undefined ? undefined : formatTime(slot.startedAt, view.timeZone);
  if (stand === 'coming') {
    const at = expected === undefined ? planned : formatTime(expected.startAt, view.timeZone);
    const delay = expected?.delayMs === undefined ? '' : formatDelay(expected.delayMs);
    return (
      <p className="agenda__time">
        <span className="visually-hidden">{expected ? words.forecastStart : words.plannedStart} </span>
        {at ?? '–'}
        {delay !== '' && <small className={delay.startsWith('+') ? 'agenda__late' : 'agenda__early'}>{delay}</small>}
      </p>
    );
  }
  return (
    <p className="agenda__time">
      <span className="visually-hidden">{actual ? words.actualStart : words.plannedStart} </span>
      {actual ?? planned ?? '–'}
      {actual !== undefined && planned !== undefined && planned !== actual && (
        <small>
          <span className="visually-hidden">{words.plannedStart} </span>
          <s>{planned}</s>
        </small>
      )}
    </p>
  );
}

function useSlotActions(slot: SlotView, index: number, stand: Stand): MenuItem[] {
  const { view, send, open } = useHost();
  const words = useText(hostWords);
  const builder = useText(builderWords);
  const { slots, run } = view.agenda;
  const fromSlotId = currentSlotId(run);
  const running = fromSlotId !== undefined;
  const touched = slot.startedAt !== undefined || stand !== 'coming';
  if (run.kind === 'ended') return [];
  const moveAfter = (afterIndex: number) => {
    const after = slots[afterIndex]?.id;
    send({ kind: 'MoveSlot', slotId: slot.id, ...(after === undefined ? {} : { afterSlotId: after }) });
  };
  const before = slots[index - 1];
  return [
    ...(running && stand !== 'current'
      ? [
          {
            label: stand === 'past' ? words.backToSlot : words.jumpToSlot,
            onSelect: () => send({ kind: 'StartSlot', slotId: slot.id, fromSlotId }),
          },
        ]
      : []),
    // Any breakout to come, not only the one that the panel of the groups shows.
    ...(slot.kind === 'breakout' && (view.breakouts[slot.id]?.phase.kind ?? 'formed') === 'formed'
      ? [{ label: builder.prepare, onSelect: () => open({ kind: 'builder', slotId: slot.id }) }]
      : []),
    { label: words.editSlot, onSelect: () => open({ kind: 'editSlot', slotId: slot.id }) },
    ...(touched
      ? []
      : [
          {
            label: words.moveUp,
            disabled: before === undefined || before.startedAt !== undefined,
            onSelect: () => moveAfter(index - 2),
          },
          { label: words.moveDown, disabled: index === slots.length - 1, onSelect: () => moveAfter(index + 1) },
        ]),
    ...(stand === 'past'
      ? []
      : [{ label: words.addAfter, onSelect: () => open({ kind: 'addSlot', afterSlotId: slot.id }) }]),
    ...(touched || view.breakouts[slot.id]
      ? []
      : [{ label: words.removeSlot, danger: true, onSelect: () => open({ kind: 'removeSlot', slotId: slot.id }) }]),
  ];
}
