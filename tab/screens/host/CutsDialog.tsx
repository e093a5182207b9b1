import { useState } from 'react';
import { forecast } from '../../../shared/agenda/forecast.ts';
import { proposeCuts } from '../../../shared/agenda/proposeCuts.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import { formatMinutes } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { formatDelay, formatTime } from '../../parts/formatTime.ts';
import { MinutesField } from '../../parts/SlotFields.tsx';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

/** Which slots to shorten to end on time: a proposal, corrected and accepted by the host. */
export function CutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, view, send } = useHost();
  const words = useText(hostDialogWords);
  // The proposal stands still while it is read; what it gives is told anew at each correction.
  const [now] = useState(() => client.serverNow());
  const [proposal] = useState(() => proposeCuts({ ...view.agenda, now }));
  const [allotted, setAllotted] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(proposal.cuts.map((cut) => [cut.slotId, cut.allottedMs])),
  );
  const titles = new Map(view.agenda.slots.map((slot) => [slot.id, slot.title]));
  const after = forecast({
    ...view.agenda,
    now,
    slots: view.agenda.slots.map((slot) => ({ ...slot, allottedMs: allotted[slot.id] ?? slot.allottedMs })),
  });
  const delay = formatDelay(after.delayMs ?? 0);
  const cuts = proposal.cuts
    .map((cut) => ({ slotId: cut.slotId, allottedMs: allotted[cut.slotId] ?? cut.allottedMs, fromMs: cut.fromMs }))
    .filter((cut) => cut.allottedMs !== cut.fromMs);
  return (
    <Dialog
      open
      title={words.cutsTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cutsKeep}</Button>
          <Button
            variant="primary"
            disabled={cuts.length === 0}
            onClick={() => {
              send({ kind: 'AbsorbDelay', cuts: cuts.map(({ slotId, allottedMs }) => ({ slotId, allottedMs })) });
              onClose();
            }}
          >
            {words.cutsAccept}
          </Button>
        </>
      }
    >
      {proposal.cuts.length === 0 ? (
        <p>{words.cutsNone}</p>
      ) : (
        <>
          <p>{words.cutsIntro}</p>
          <ul className="cuts">
            {proposal.cuts.map((cut) => (
              <li key={cut.slotId}>
                <span className="cuts__title">
                  {titles.get(cut.slotId)}
                  <small>{words.cutsFrom(formatMinutes(cut.fromMs / MINUTE_MS))}</small>
                </span>
                <MinutesField
                  label={words.cutsTo(titles.get(cut.slotId) ?? '')}
                  labelHidden
                  minutes={(allotted[cut.slotId] ?? cut.allottedMs) / MINUTE_MS}
                  onChange={(minutes) => setAllotted({ ...allotted, [cut.slotId]: minutes * MINUTE_MS })}
                />
                <span aria-hidden="true">min</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status">
        <strong>{words.cutsResult(formatTime(after.endAt, view.timeZone), delay)}</strong>
      </p>
    </Dialog>
  );
}
