import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';
import { plannedStartToday } from './startIsFar.ts';

/** Asked when now is far from the hour of the programme: which hours count from here on? */
export function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, view, send } = useHost();
  const words = useText(hostDialogWords);
  const now = client.serverNow();
  const planned = formatTime(plannedStartToday(view, now) ?? now, view.timeZone);
  const start = (plan: 'asPlanned' | 'fromNow') => {
    send({ kind: 'StartAgenda', plan });
    onClose();
  };
  return (
    <Dialog open title={words.startTitle} onClose={onClose}>
      <p>{words.startFar(planned, formatTime(now, view.timeZone))}</p>
      <div className="choices">
        <Button variant="primary" onClick={() => start('fromNow')}>
          {words.startFromNow}
        </Button>
        <p>{words.startFromNowHint}</p>
        <Button onClick={() => start('asPlanned')}>{words.startAsPlanned(planned)}</Button>
        <p>{words.startAsPlannedHint}</p>
      </div>
    </Dialog>
  );
}
