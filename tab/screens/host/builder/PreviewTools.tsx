import { Button } from '../../../parts/Button.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { builderWords } from '../../../text/builder.ts';
import { useText } from '../../../text/language.tsx';
import { useBuilderContext } from './builderContext.ts';
import type { Compared } from './Comparison.tsx';
import { PersonPicker } from './PersonPicker.tsx';

interface PreviewToolsProps {
  readonly compared: Compared;
  readonly onCompare: (compared: Compared) => void;
  readonly onFind: (personId: string) => void;
  readonly isUnfolded: boolean;
  readonly onUnfold: (unfolded: boolean) => void;
}

/** Mix again, take back, compare, find somebody. */
export function PreviewTools({ compared, onCompare, onFind, isUnfolded, onUnfold }: PreviewToolsProps) {
  const { builder } = useBuilderContext();
  const words = useText(builderWords);
  const { history, isFormed } = builder;
  return (
    <div className="preview-tools">
      <Button data-autofocus title={words.mixAgainTitle} onClick={builder.reroll}>
        <Icon name="refresh" />
        {words.mixAgain}
      </Button>
      <Button disabled={history.past.length === 0} aria-keyshortcuts="Control+Z" onClick={builder.undo}>
        <Icon name="undo" />
        {words.undo}
      </Button>
      <Button disabled={history.future.length === 0} aria-keyshortcuts="Control+Shift+Z" onClick={builder.redo}>
        <Icon name="redo" />
        {words.redo}
      </Button>
      <label className="preview-tools__compare">
        <span>{words.compare}</span>
        <select
          className="field__control"
          value={compared}
          onChange={(event) => onCompare(event.currentTarget.value as Compared)}
        >
          <option value="off">{words.compareOff}</option>
          <option value="step">{words.compareStep}</option>
          {isFormed && <option value="published">{words.comparePublished}</option>}
        </select>
      </label>
      <PersonPicker label={words.findInGroups} except={nobody} onPick={onFind} />
      {builder.groups.length > fewGroups && (
        <Button variant="quiet" onClick={() => onUnfold(!isUnfolded)}>
          {isUnfolded ? words.foldAll : words.unfoldAll}
        </Button>
      )}
    </div>
  );
}

/** So many fit on a screen unfolded. */
const fewGroups = 4;

const nobody: ReadonlySet<string> = new Set();
