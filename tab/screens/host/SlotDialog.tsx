import { useState } from 'react';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { SlotView } from '../../../shared/views/views.ts';
import type { SlotContent } from '../../../shared/workshop/commands.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { SlotFields } from '../../parts/SlotFields.tsx';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

const blank: SlotContent = {
  kind: 'talk',
  title: '',
  speakers: [],
  durationMs: 10 * MINUTE_MS,
  notes: [],
  prompts: [],
  lenses: [],
};

const contentOf = (slot: SlotView): SlotContent => ({
  kind: slot.kind,
  title: slot.title,
  ...(slot.section === undefined ? {} : { section: slot.section }),
  ...(slot.lead === undefined ? {} : { lead: slot.lead }),
  ...(slot.plannedStart === undefined ? {} : { plannedStart: slot.plannedStart }),
  speakers: [...slot.speakers],
  durationMs: slot.durationMs,
  notes: [...(slot.notes ?? [])],
  prompts: [...slot.prompts],
  lenses: [...slot.lenses],
});

/** A slot added behind another one, or corrected. Nothing is sent until it is saved. */
export function SlotDialog(props: {
  readonly slot?: SlotView;
  readonly afterSlotId?: string;
  readonly onClose: () => void;
}) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const [content, setContent] = useState<SlotContent>(() => (props.slot === undefined ? blank : contentOf(props.slot)));
  const begun = props.slot?.startedAt !== undefined || view.breakouts[props.slot?.id ?? ''] !== undefined;
  const save = () => {
    if (props.slot !== undefined) send({ kind: 'ReviseSlot', slotId: props.slot.id, slot: content });
    else
      send({
        kind: 'AddSlot',
        slot: content,
        ...(props.afterSlotId === undefined ? {} : { afterSlotId: props.afterSlotId }),
      });
    props.onClose();
  };
  return (
    <Dialog
      open
      wide
      title={props.slot === undefined ? words.addSlot : words.editSlot}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={content.title.trim() === ''} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      {begun && (
        <Notice tone="info" still>
          <p>{words.begunSlot}</p>
        </Notice>
      )}
      <SlotFields content={content} onChange={setContent} />
    </Dialog>
  );
}
