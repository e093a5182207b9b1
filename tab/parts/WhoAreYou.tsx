import { useEffect, useRef } from 'react';
import type { Candidate, Claim } from '../../shared/protocol/http.ts';
import type { ApiProblem } from '../net/api.ts';
import { joinWords } from '../text/join.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { describeHttpProblem } from '../text/problems.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

interface WhoAreYouProps {
  readonly candidates: readonly Candidate[];
  readonly problem: ApiProblem | undefined;
  readonly joining: boolean;
  readonly onClaim: (claim: Claim) => void;
  /** Back to the name. */
  readonly onCorrect: () => void;
}

/** People of nearly this name are expected: one press says which one it is, or that it is none. */
export function WhoAreYou({ candidates, problem, joining, onClaim, onCorrect }: WhoAreYouProps) {
  const words = useText(joinWords);
  const { language } = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  // What was under the fingers is gone: what is asked instead is read aloud.
  useEffect(() => title.current?.focus(), []);
  const isTaken = problem?.code === 'place_taken';
  return (
    <div className="join who">
      <header>
        <p className="join__lead">{words.whoHint}</p>
        <h2 className="join__title" ref={title} tabIndex={-1}>
          {words.whoTitle}
        </h2>
      </header>
      {problem === undefined ? null : (
        <Notice tone={isTaken ? 'info' : 'alert'}>
          <p>{isTaken ? words.whoTaken : describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      {isTaken ? null : (
        <ul className="who__people">
          {candidates.map(({ expectedId, name, organisation }) => (
            <li key={expectedId}>
              <button
                type="button"
                className="who__person"
                aria-disabled={joining || undefined}
                onClick={() => joining || onClaim({ kind: 'expected', expectedId })}
              >
                <span className="visually-hidden">{words.iAm} </span>
                <strong>{name}</strong> {organisation === '' ? null : <span>{organisation}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        className="join__go"
        variant={isTaken ? 'primary' : 'secondary'}
        busy={joining}
        onClick={() => onClaim({ kind: 'someoneElse' })}
      >
        {joining ? words.joining : isTaken ? words.enterAnyway : words.someoneElse}
      </Button>
      <Button variant="quiet" onClick={onCorrect}>
        {words.correctName}
      </Button>
    </div>
  );
}
