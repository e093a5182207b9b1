import { useDeferredValue, useMemo, useState } from 'react';
import type { Settled } from '../../../../shared/people/settleDoubles.ts';
import type { Problem } from '../../../../shared/protocol/messages.ts';
import type { PersonView } from '../../../../shared/views/views.ts';
import type { Command } from '../../../../shared/workshop/commands.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { ImportCheck } from './ImportCheck.tsx';
import { ImportResult } from './ImportResult.tsx';
import { ImportSource } from './ImportSource.tsx';
import {
  attributesOf,
  draftFaults,
  type ImportDraft,
  knownPeople,
  readList,
  settle,
  startDraft,
} from './importDraft.ts';
import { type ImportOutcome, peopleToSend } from './sendImport.ts';
import './people.css';

export interface ImportDialogProps {
  /** Who is in the workshop, and the names of what is known of them. */
  readonly people: Readonly<Record<string, PersonView>>;
  readonly attributes: readonly string[];
  readonly onImport: (
    settled: Settled,
    attributes: readonly string[],
    onProgress: (stored: number) => void,
  ) => Promise<ImportOutcome>;
  readonly onUndo: (undo: readonly Command[]) => Promise<Problem | undefined>;
  readonly onSeePeople: () => void;
  readonly onClose: () => void;
  /** Where it begins: a list that was read already. */
  readonly draft?: ImportDraft;
}

export type ImportStep =
  | { readonly kind: 'source' }
  /** `file`: kept to read another of its sheets. */
  | { readonly kind: 'check'; readonly draft: ImportDraft; readonly file?: Blob }
  | { readonly kind: 'sending'; readonly stored: number; readonly all: number }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome }
  | { readonly kind: 'undoing' }
  | { readonly kind: 'undone'; readonly problem?: Problem };

/** From a file or pasted cells to people who are expected: nothing is sent before the last button. */
export function ImportDialog(props: ImportDialogProps) {
  const { people, attributes, onImport, onUndo, onSeePeople, onClose } = props;
  const words = useText(peopleWords);
  const [step, setStep] = useState<ImportStep>(
    props.draft === undefined ? { kind: 'source' } : { kind: 'check', draft: props.draft },
  );
  // Those of the moment when the list came in: who arrives meanwhile is met by name at the door.
  const [known] = useState(() => knownPeople(people));
  const draft = step.kind === 'check' ? step.draft : undefined;
  // Reading thousands of rows anew must not hold up the press that asks for it.
  const { sheet, table, columns } = useDeferredValue(draft) ?? {};
  const list = useMemo(
    () => (sheet && table && columns ? readList({ sheet, table, columns }, known) : undefined),
    [sheet, table, columns, known],
  );
  const settled = useMemo(
    () => (draft === undefined || list === undefined ? undefined : settle(draft, list, known)),
    [draft, list, known],
  );
  const isUnderWay = step.kind === 'sending' || step.kind === 'undoing';

  const start = async (ready: ImportDraft, result: Settled) => {
    const all = peopleToSend(result);
    setStep({ kind: 'sending', stored: 0, all });
    const outcome = await onImport(result, attributesOf(ready.columns), (stored) =>
      setStep({ kind: 'sending', stored, all }),
    );
    setStep({ kind: 'done', outcome });
  };
  const undo = async ({ undo: commands }: ImportOutcome) => {
    setStep({ kind: 'undoing' });
    const problem = await onUndo(commands);
    setStep({ kind: 'undone', ...(problem === undefined ? {} : { problem }) });
  };

  const faults =
    draft === undefined || settled === undefined
      ? []
      : draftFaults(draft, settled, { attributes, people: Object.keys(people).length });
  const added = settled?.added.length ?? 0;
  const sent = settled === undefined ? 0 : peopleToSend(settled);
  // Whoever is known already may still bring a group that is fixed, or one they were in.
  const bringsGroups =
    settled?.revised.some((one) => one.pinnedGroup !== undefined || Object.keys(one.earlierGroups).length > 0) === true;
  const isNothing = sent === 0 && !bringsGroups;

  return (
    <Dialog
      open
      wide
      title={words.importTitle}
      onClose={() => {
        if (!isUnderWay) onClose();
      }}
      actions={
        step.kind === 'check' ? (
          <>
            <Button onClick={() => setStep({ kind: 'source' })}>{words.otherList}</Button>
            <Button
              variant="primary"
              disabled={faults.length > 0 || isNothing || settled === undefined}
              busy={columns !== step.draft.columns}
              onClick={() => settled && void start(step.draft, settled)}
            >
              {isNothing
                ? words.nothingNew
                : added > 0
                  ? words.add(added)
                  : words.revise(sent > 0 ? sent : (settled?.revised.length ?? 0))}
            </Button>
          </>
        ) : step.kind === 'done' ? (
          <>
            <Button onClick={() => void undo(step.outcome)}>{words.undoImport}</Button>
            <Button variant="primary" autoFocus onClick={onSeePeople}>
              {words.seePeople}
            </Button>
          </>
        ) : step.kind === 'undone' ? (
          <Button variant="primary" autoFocus onClick={() => setStep({ kind: 'source' })}>
            {words.otherList}
          </Button>
        ) : undefined
      }
    >
      {step.kind === 'source' ? (
        <ImportSource
          onRead={(name, sheet, file) =>
            setStep({
              kind: 'check',
              draft: startDraft(name, sheet, attributes),
              ...(file === undefined ? {} : { file }),
            })
          }
        />
      ) : step.kind === 'check' && list && settled ? (
        <ImportCheck
          draft={step.draft}
          {...(step.file === undefined ? {} : { file: step.file })}
          list={list}
          settled={settled}
          faults={faults}
          known={known}
          attributes={attributes}
          onChange={(next) => setStep({ ...step, draft: next })}
        />
      ) : (
        <ImportResult step={step} />
      )}
    </Dialog>
  );
}
