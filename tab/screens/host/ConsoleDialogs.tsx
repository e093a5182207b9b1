import { lazy, Suspense } from 'react';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import { RebalanceDialog } from './balance/RebalanceDialog.tsx';
import { GroupBuilder } from './builder/GroupBuilder.tsx';
import { CutsDialog } from './CutsDialog.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { GroupsDialog } from './GroupsDialog.tsx';
import { type ConsoleDialog, useHost } from './hostContext.ts';
import { LinksDialog } from './LinksDialog.tsx';
import { GroupListsDialog } from './lists/GroupListsDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { NameAnimatorDialog } from './NameAnimatorDialog.tsx';
import { OptionsDialog } from './OptionsDialog.tsx';
import { PeopleDialog } from './people/PeopleDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { RoomsDialog } from './rooms/RoomsDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SlotDialog } from './SlotDialog.tsx';
import { StartDialog } from './StartDialog.tsx';

/** Reading lists is for the day before: it is no weight on the console of the day itself. */
const ImportPeople = lazy(() => import('./people/ImportPeople.tsx'));

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
      return <PeopleDialog openedId={dialog.personId} onClose={onClose} />;
    case 'importPeople':
      return (
        <Suspense fallback={null}>
          <ImportPeople onClose={onClose} onSeePeople={() => open({ kind: 'people' })} />
        </Suspense>
      );
    case 'groups':
      return <GroupsDialog onClose={onClose} />;
    case 'rooms':
      return slot ? <RoomsDialog slot={slot} onClose={onClose} /> : null;
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
    case 'builder':
      return slot ? <GroupBuilder key={slot.id} slot={slot} onClose={onClose} /> : null;
    case 'groupLists': {
      const breakout = view.breakouts[dialog.slotId];
      return slot && breakout ? (
        <GroupListsDialog
          slot={slot}
          breakout={breakout}
          {...(dialog.first === undefined ? {} : { first: dialog.first })}
          onClose={onClose}
        />
      ) : null;
    }
    case 'rebalance': {
      const breakout = view.breakouts[dialog.slotId];
      return breakout ? <RebalanceDialog breakout={breakout} onClose={onClose} /> : null;
    }
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
    case 'nameAnimator':
    case 'mergeGroup': {
      const group = view.groups.find((one) => one.id === dialog.groupId);
      const breakout = view.breakouts[dialog.slotId];
      const Changing = dialog.kind === 'mergeGroup' ? MergeDialog : NameAnimatorDialog;
      const stands = group !== undefined && breakout !== undefined && breakout.merged[group.id] === undefined;
      return stands ? <Changing group={group} breakout={breakout} onClose={onClose} /> : null;
    }
    case 'group': {
      const group = view.groups.find((one) => one.id === dialog.groupId);
      const work = view.breakouts[dialog.slotId]?.works[dialog.groupId];
      return slot && group && work ? <GroupDialog slot={slot} group={group} work={work} onClose={onClose} /> : null;
    }
  }
}
