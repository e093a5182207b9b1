import type { Double, KnownPerson } from '../../../../shared/people/doubles.ts';
import type { PersonFacts } from '../../../../shared/people/person.ts';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { type ImportDraft, type ReadList, saySo, type Verdict, verdictOf } from './importDraft.ts';

interface DoublesListProps {
  readonly draft: ImportDraft;
  readonly list: ReadList;
  readonly known: readonly KnownPerson[];
  readonly onChange: (draft: ImportDraft) => void;
}

/** More than anyone goes through by hand; the others keep what is proposed. */
const mostShown = 100;

/** Rows that may be somebody met before: those in doubt in plain sight, the sure ones folded away. */
export function DoublesList({ draft, list, known, onChange }: DoublesListProps) {
  const words = useText(peopleWords);
  const byLine = new Map(list.people.map((person) => [person.line, person]));
  const byId = new Map(known.map((person) => [person.personId, person]));
  const rows = (doubles: readonly Double[]) => (
    <>
      <ul className="import-doubles">
        {doubles.slice(0, mostShown).map((double) => (
          <DoubleRow
            key={double.line}
            double={double}
            one={byLine.get(double.line)}
            other={double.of.kind === 'row' ? byLine.get(double.of.line) : byId.get(double.of.personId)}
            verdict={verdictOf(draft, double)}
            onVerdict={(verdict) => onChange(saySo(draft, double.line, verdict))}
          />
        ))}
      </ul>
      {doubles.length > mostShown && <p className="field__hint">{words.andMore(doubles.length - mostShown)}</p>}
    </>
  );
  const inDoubt = list.doubles.filter(({ isSure }) => !isSure);
  // Whoever is known already is no double: the summary counts them.
  const joined = list.doubles.filter(({ isSure, of }) => isSure && of.kind === 'row');
  return (
    <>
      {inDoubt.length > 0 && (
        <section aria-labelledby="import-doubles">
          <h3 id="import-doubles">{words.maybeDoubles(inDoubt.length)}</h3>
          <p className="field__hint">{words.maybeDoublesHint}</p>
          {rows(inDoubt)}
        </section>
      )}
      {joined.length > 0 && (
        <details className="import-more">
          <summary>{words.sureDoubles(joined.length)}</summary>
          {rows(joined)}
        </details>
      )}
    </>
  );
}

interface DoubleRowProps {
  readonly double: Double;
  readonly one: PersonFacts | undefined;
  readonly other: PersonFacts | undefined;
  readonly verdict: Verdict;
  readonly onVerdict: (verdict: Verdict) => void;
}

function DoubleRow({ double, one, other, verdict, onVerdict }: DoubleRowProps) {
  const words = useText(peopleWords);
  if (one === undefined || other === undefined) return null;
  const where = double.of.kind === 'row' ? words.line(double.of.line) : words.alreadyHere;
  const answers = [
    ['same', words.samePerson],
    ['other', words.twoPeople],
  ] as const;
  return (
    <li>
      <fieldset className="import-double">
        <legend className="visually-hidden">{words.doubleOf(one.name, other.name)}</legend>
        <p className="import-double__why">{words[`why_${double.code}`]}</p>
        <Described person={one} where={words.line(double.line)} />
        <Described person={other} where={where} />
        <div className="import-double__answers">
          {answers.map(([answer, label]) => (
            <label key={answer}>
              <input
                type="radio"
                name={`double-${double.line}`}
                checked={verdict === answer}
                onChange={() => onVerdict(answer)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function Described({ person, where }: { readonly person: PersonFacts; readonly where: string }) {
  return (
    <p className="import-double__person">
      <strong>{person.name}</strong>{' '}
      <small>{[where, person.organisation, person.email].filter(Boolean).join(' · ')}</small>
    </p>
  );
}
