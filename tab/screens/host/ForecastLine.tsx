import { forecast } from '../../../shared/agenda/forecast.ts';
import { currentEndsAt } from '../../../shared/agenda/timer.ts';
import { type EpochMs, MINUTE_MS } from '../../../shared/core/time.ts';
import { Button } from '../../parts/Button.tsx';
import { formatDelay, formatTime } from '../../parts/formatTime.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

/** "Fin prévue 16:07, +7 min", and the way to absorb it. */
export function ForecastLine({ now }: { readonly now: EpochMs }) {
  const { view, open } = useHost();
  const words = useText(hostWords);
  const { run } = view.agenda;
  if (run.kind !== 'running' && run.kind !== 'paused') return null;
  const day = forecast({ ...view.agenda, now });
  const delay = day.delayMs === undefined ? '' : formatDelay(day.delayMs);
  const endsAt = currentEndsAt(run);
  const late = (day.delayMs ?? 0) >= MINUTE_MS;
  return (
    <p className="forecast">
      {run.kind === 'running' && endsAt !== undefined && endsAt > now && (
        <span>{words.slotEndsAt(formatTime(endsAt, view.timeZone))}</span>
      )}
      <span className={late ? 'forecast__late' : undefined}>
        {words.dayEndsAt(formatTime(day.endAt, view.timeZone))}
        {day.delayMs !== undefined && <strong>{delay === '' ? words.onTime : delay}</strong>}
      </span>
      {late && (
        <Button variant="quiet" onClick={() => open({ kind: 'cuts' })}>
          {words.absorb}
        </Button>
      )}
    </p>
  );
}
