import { Dialog } from '../../parts/Dialog.tsx';
import { hostWords } from '../../text/host.ts';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useText } from '../../text/language.tsx';

/** Every key of the console, and the switch for single ones. */
export function ShortcutsDialog({
  on,
  choose,
  onClose,
}: {
  readonly on: boolean;
  readonly choose: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const words = useText(hostWords);
  const ofDialog = useText(hostDialogWords);
  const keys: readonly (readonly [string, string])[] = [
    [ofDialog.ctrlEnter, ofDialog.keyNext],
    ['p', ofDialog.keyPause],
    ['+  −', ofDialog.keyAdjust],
    ['a', ofDialog.keyAnnounce],
    ['g', ofDialog.keyGroups],
    ['l', ofDialog.keyLinks],
    ['u', ofDialog.keyPeople],
    ['Alt + ↑ ↓', ofDialog.keyReorder],
    ['?', ofDialog.keyHelp],
  ];
  return (
    <Dialog open title={words.shortcuts} onClose={onClose}>
      <dl className="shortcuts">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => choose(event.currentTarget.checked)} />
        {ofDialog.shortcutsOn}
      </label>
    </Dialog>
  );
}
