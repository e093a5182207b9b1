import { useEffect, useRef, useState } from 'react';
import type { KnownPerson } from '../../../../shared/people/doubles.ts';
import { leavesOut, type RowProblem } from '../../../../shared/people/person.ts';
import type { FileProblem } from '../../../../shared/people/readSpreadsheet.ts';
import type { Settled } from '../../../../shared/people/settleDoubles.ts';
import { labelled } from '../../../../shared/views/wording.ts';
import { Field } from '../../../parts/Field.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useLanguage, useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { ColumnList } from './ColumnList.tsx';
import { DoublesList } from './DoublesList.tsx';
import {
  type DraftFault,
  type ImportDraft,
  type ReadList,
  rowsLeftOut,
  startDraft,
  withHeader,
} from './importDraft.ts';
import { readFile } from './readFile.ts';

interface ImportCheckProps {
  readonly draft: ImportDraft;
  readonly file?: Blob;
  readonly list: ReadList;
  readonly settled: Settled;
  readonly faults: readonly DraftFault[];
  readonly known: readonly KnownPerson[];
  readonly attributes: readonly string[];
  readonly onChange: (draft: ImportDraft) => void;
}

/** The list as it was understood: what came of it first, then what may be corrected. */
export function ImportCheck(props: ImportCheckProps) {
  const { draft, file, list, settled, faults, known, attributes, onChange } = props;
  const words = useText(peopleWords);
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone.
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="import-check">
      <h3 ref={title} tabIndex={-1}>
        {words.fileTitle(draft.name)}
      </h3>
      <Summary list={list} settled={settled} />
      {draft.sheet.looksMisread && (
        <Notice tone="warn">
          <p>{words.misread}</p>
        </Notice>
      )}
      {faults.map((fault) => (
        <Notice key={fault} tone="warn">
          <p>{words[`fault_${fault}`]}</p>
        </Notice>
      ))}
      <section className="import-columns" aria-labelledby="import-columns">
        <h3 id="import-columns">{words.columns}</h3>
        <p className="field__hint">{words.columnsHint}</p>
        {file && <SheetChoice draft={draft} file={file} attributes={attributes} onChange={onChange} />}
        <label className="import-columns__header">
          <input
            type="checkbox"
            checked={draft.table.headerRows > 0}
            onChange={(event) => onChange(withHeader(draft, event.currentTarget.checked, attributes))}
          />
          {words.hasHeader}
        </label>
        <ColumnList draft={draft} onChange={onChange} />
      </section>
      <DoublesList draft={draft} list={list} known={known} onChange={onChange} />
      <ProblemList problems={list.problems} />
    </div>
  );
}

const fewLines = 6;

function Summary({ list, settled }: Pick<ImportCheckProps, 'list' | 'settled'>) {
  const words = useText(peopleWords);
  const revised = settled.revised.filter(({ isChanged }) => isChanged).length;
  const unchanged = settled.revised.length - revised;
  const inDoubt = list.doubles.filter(({ isSure }) => !isSure).length;
  const leftOut = list.problems.filter(leavesOut).map(({ line }) => line);
  return (
    <p className="import-summary" role="status">
      {[
        words.summaryPeople(settled.added.length),
        revised > 0 ? words.summaryRevised(revised) : '',
        unchanged > 0 ? words.summaryUnchanged(unchanged) : '',
        inDoubt > 0 ? words.maybeDoubles(inDoubt) : '',
        leftOut.length > 0 ? words.summaryLeftOut(rowsLeftOut(list), leftOut.slice(0, fewLines)) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

const mostShown = 100;

function ProblemList({ problems }: { readonly problems: readonly RowProblem[] }) {
  const words = useText(peopleWords);
  const { language } = useLanguage();
  if (problems.length === 0) return null;
  return (
    <details className="import-more" open={problems.length <= 5}>
      <summary>{words.problems(problems.length)}</summary>
      <ul className="import-problems">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.line} ${problem.code} ${problem.column ?? ''}`}>
            <strong>{words.line(problem.line)}</strong>
            <span>
              {words[`problem_${problem.code}`]}
              {problem.value !== undefined && (
                <small>
                  {problem.column === undefined ? problem.value : labelled(problem.column, problem.value, language)}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > mostShown && <p className="field__hint">{words.andMore(problems.length - mostShown)}</p>}
    </details>
  );
}

function SheetChoice({
  draft,
  file,
  attributes,
  onChange,
}: Pick<ImportCheckProps, 'draft' | 'attributes' | 'onChange'> & { readonly file: Blob }) {
  const words = useText(peopleWords);
  const { language } = useLanguage();
  const [problem, setProblem] = useState<FileProblem | 'file_unreadable'>();
  const choose = async (sheet: string) => {
    const read = await readFile(file, language, sheet);
    setProblem(read.ok ? undefined : read.problem);
    if (read.ok) onChange(startDraft(draft.name, read.value, attributes));
  };
  return (
    <Field
      as="select"
      label={words.sheet}
      value={draft.sheet.sheet ?? ''}
      {...(problem === undefined ? {} : { error: words[problem] })}
      onChange={(event) => void choose(event.currentTarget.value)}
    >
      {draft.sheet.sheets.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </Field>
  );
}
