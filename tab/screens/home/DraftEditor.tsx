import { useEffect, useState } from 'react';
import { isTimeZone } from '../../../shared/agenda/planTime.ts';
import { type CreateWorkshop, createWorkshopSchema } from '../../../shared/workshop/commands.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { ApiProblem } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { homeWords } from '../../text/home.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { ConflictList, DraftAgenda } from './DraftAgenda.tsx';
import { DraftGroups } from './DraftGroups.tsx';
import { Remarks } from './Remarks.tsx';
import { conflictsOf, type SetupDraft, workshopOf } from './setupDraft.ts';
import type { DraftHistory } from './useDraftHistory.ts';
import './DraftEditor.css';

interface DraftEditorProps {
  readonly draft: SetupDraft;
  readonly history: DraftHistory;
  /** Settles with the problem, or with nothing once the workshop exists. */
  readonly onCreate: (workshop: CreateWorkshop, commandId: string) => Promise<ApiProblem | undefined>;
}

/** Everything of a workshop before it exists: looked over, corrected, created. */
export function DraftEditor({ draft, history, onCreate }: DraftEditorProps) {
  const words = useText(homeWords);
  const conflicts = conflictsOf(draft);
  const [leaving, setLeaving] = useState(false);
  useUndoKeys(history);
  return (
    <div className="draft">
      {leaving && (
        <ConfirmDialog
          title={words.discard}
          confirm={words.discardNow}
          onConfirm={history.discard}
          onClose={() => setLeaving(false)}
        >
          <p>{words.discardAsk}</p>
        </ConfirmDialog>
      )}
      <div className="draft__bar">
        <Button variant="quiet" onClick={() => setLeaving(true)}>
          <Icon name="back" />
          {words.discard}
        </Button>
        <div className="draft__undo">
          <Button
            variant="quiet"
            aria-label={words.undo}
            aria-keyshortcuts="Control+Z"
            disabled={!history.undo}
            onClick={() => history.undo?.()}
          >
            <Icon name="undo" />
          </Button>
          <Button
            variant="quiet"
            aria-label={words.redo}
            aria-keyshortcuts="Control+Shift+Z"
            disabled={!history.redo}
            onClick={() => history.redo?.()}
          >
            <Icon name="redo" />
          </Button>
          <span className="draft__kept">{words.kept}</span>
        </div>
      </div>
      <ConflictList draft={draft} conflicts={conflicts} />
      <DraftFacts draft={draft} edit={history.edit} />
      <Remarks draft={draft} />
      <DraftAgenda draft={draft} conflicts={conflicts} edit={history.edit} />
      <DraftGroups draft={draft} edit={history.edit} />
      <CreateButton draft={draft} onCreate={onCreate} />
    </div>
  );
}

function DraftFacts({ draft, edit }: { readonly draft: SetupDraft; readonly edit: DraftHistory['edit'] }) {
  const words = useText(homeWords);
  return (
    <section className="draft__facts" aria-label={words.facts}>
      <Field
        className="draft__title"
        label={words.title}
        value={draft.title}
        maxLength={limits.titleChars}
        error={draft.title.trim() === '' ? words.titleNeeded : undefined}
        onChange={(event) => {
          const title = event.currentTarget.value;
          edit((before) => ({ ...before, title }), 'title');
        }}
      />
      <Field
        type="date"
        label={words.date}
        value={draft.date ?? ''}
        onChange={(event) => {
          const date = event.currentTarget.value;
          edit(({ date: _old, ...before }) => (date === '' ? before : { ...before, date }), 'date');
        }}
      />
      <Field
        as="select"
        label={words.workshopLanguage}
        value={draft.language}
        onChange={(event) => {
          const language = event.currentTarget.value === 'en' ? 'en' : 'fr';
          edit((before) => ({ ...before, language }));
        }}
      >
        <option value="fr">Français</option>
        <option value="en">English</option>
      </Field>
      <Field
        label={words.timeZone}
        value={draft.timeZone}
        list="time-zones"
        error={isTimeZone(draft.timeZone) ? undefined : words.timeZoneWrong}
        onChange={(event) => {
          const timeZone = event.currentTarget.value.trim();
          edit((before) => ({ ...before, timeZone }), 'timeZone');
        }}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </section>
  );
}

function CreateButton({ draft, onCreate }: Pick<DraftEditorProps, 'draft' | 'onCreate'>) {
  const words = useText(homeWords);
  const { language } = useLanguage();
  const [underWay, setUnderWay] = useState(false);
  const [problem, setProblem] = useState<string>();
  const checked = createWorkshopSchema.safeParse(workshopOf(draft));
  const good = checked.success && isTimeZone(draft.timeZone);
  const create = async () => {
    if (!good) return setProblem(checked.success ? words.timeZoneWrong : fieldAtFault(checked.error.issues, words));
    setUnderWay(true);
    setProblem(undefined);
    const refused = await onCreate(checked.data, draft.commandId);
    // Once created, this page is gone.
    if (refused) {
      setUnderWay(false);
      setProblem(refused.code === 'denied' ? words.keyDenied : describeHttpProblem(refused, language));
    }
  };
  return (
    <div className="draft__create">
      {problem && (
        <Notice tone="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <Button variant="primary" busy={underWay} onClick={() => void create()}>
        {underWay ? words.creating : words.create}
      </Button>
      <p>{words.createHint}</p>
    </div>
  );
}

/** In the words of the page: which slot or group cannot be sent as it stands. */
function fieldAtFault(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
  words: (typeof homeWords)['fr'],
): string {
  const [part, index] = issues[0]?.path ?? [];
  if (part === 'slots' && typeof index === 'number') return words.slotAtFault(index + 1);
  if (part === 'groups' && typeof index === 'number') return words.groupAtFault(index + 1);
  return part === 'title' ? words.titleNeeded : words.draftAtFault;
}

/** In a field, the browser's own undo would take back letters that the draft already holds: ours rules the page. */
function useUndoKeys({ undo, redo }: DraftHistory): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const step = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : undefined;
      if (step === undefined) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
