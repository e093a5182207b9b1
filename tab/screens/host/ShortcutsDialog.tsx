import { Dialog } from '../../parts/Dialog.tsx';
import { hostWords } from '../../text/host.ts';
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
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl + Entrée', words.keyNext],
    ['p', words.keyPause],
    ['+  −', words.keyAdjust],
    ['a', words.keyAnnounce],
    ['g', words.keyGroups],
    ['l', words.keyLinks],
    ['u', words.keyPeople],
    ['Alt + ↑ ↓', words.keyReorder],
    ['?', words.keyHelp],
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
        {words.shortcutsOn}
      </label>
    </Dialog>
  );
}
