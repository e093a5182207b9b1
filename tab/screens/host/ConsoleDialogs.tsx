import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { CutsDialog } from './CutsDialog.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { GroupsDialog } from './GroupsDialog.tsx';
import { type ConsoleDialog, useHost } from './hostContext.ts';
import { LinksDialog } from './LinksDialog.tsx';
import { OptionsDialog } from './OptionsDialog.tsx';
import { PeopleDialog } from './PeopleDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SlotDialog } from './SlotDialog.tsx';
import { StartDialog } from './StartDialog.tsx';

interface ConsoleDialogsProps {
  readonly dialog: ConsoleDialog;
  readonly shortcuts: { readonly on: boolean; readonly choose: (on: boolean) => void };
}

/** The dialog that is open. One whose thing has gone meanwhile closes by itself. */
export function ConsoleDialogs({ dialog, shortcuts }: ConsoleDialogsProps) {
  const { view, send, open } = useHost();
  const words = useText(hostWords);
  const onClose = () => open(undefined);
  const slot = 'slotId' in dialog ? view.agenda.slots.find((one) => one.id === dialog.slotId) : undefined;
  switch (dialog.kind) {
    case 'start':
      return <StartDialog onClose={onClose} />;
    case 'cuts':
      return <CutsDialog onClose={onClose} />;
    case 'links':
      return <LinksDialog onClose={onClose} />;
    case 'people':
      return <PeopleDialog onClose={onClose} />;
    case 'groups':
      return <GroupsDialog onClose={onClose} />;
    case 'options':
      return <OptionsDialog onClose={onClose} />;
    case 'report':
      return <ReportDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog {...shortcuts} onClose={onClose} />;
    case 'addSlot':
      return (
        <SlotDialog
          {...(dialog.afterSlotId === undefined ? {} : { afterSlotId: dialog.afterSlotId })}
          onClose={onClose}
        />
      );
    case 'editSlot':
      return slot ? <SlotDialog slot={slot} onClose={onClose} /> : null;
    case 'removeSlot':
      return slot ? (
        <ConfirmDialog
          title={words.removeSlot}
          confirm={words.removeSlotNow}
          onConfirm={() => send({ kind: 'RemoveSlot', slotId: slot.id })}
          onClose={onClose}
        >
          <p>{words.removeSlotAsk(slot.title)}</p>
        </ConfirmDialog>
      ) : null;
    case 'reformGroups':
      return (
        <ConfirmDialog
          title={words.reformGroups}
          confirm={words.reformNow}
          onConfirm={() => send({ kind: 'FormGroups', slotId: dialog.slotId })}
          onClose={onClose}
        >
          <p>{words.reformAsk}</p>
        </ConfirmDialog>
      );
    case 'end':
      return (
        <ConfirmDialog
          title={words.do_endWorkshop}
          confirm={words.endNow}
          onConfirm={() => send({ kind: 'EndWorkshop' })}
          onClose={onClose}
        >
          <p>{words.endAsk}</p>
        </ConfirmDialog>
      );
    case 'group': {
      const group = view.groups.find((one) => one.id === dialog.groupId);
      const work = view.breakouts[dialog.slotId]?.works[dialog.groupId];
      return slot && group && work ? <GroupDialog slot={slot} group={group} work={work} onClose={onClose} /> : null;
    }
  }
}
