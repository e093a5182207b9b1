import type { SplitReport } from '../../../../shared/groups/report.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { builderWords } from '../../../text/builder.ts';
import { useText } from '../../../text/language.tsx';
import { useBuilderContext } from './builderContext.ts';
import {
  attributeLabel,
  brokenSentence,
  compromiseSentence,
  contradictionSentence,
  meetingSentence,
} from './splitSentences.ts';

const mostListed = 12;

/** How good the split is, what cannot be met and why, and who meets whom again. */
export function Verdict() {
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { report, progress, draft, people } = builder;
  const sizes = draft.split.map((ids) => ids.length);
  const range = words.sizeRange(Math.min(...sizes), Math.max(...sizes));
  return (
    <div className="verdict">
      <p className="verdict__size">{words.peopleInGroups(people.length, sizes.length, range)}</p>
      <div className="verdict__search">
        {progress === undefined ? (
          report && <Quality report={report} />
        ) : (
          <>
            <progress value={progress} aria-label={words.searching} />
            <span>{words.searching}</span>
          </>
        )}
      </div>
      {report && (
        <>
          {report.contradictions.length > 0 && (
            <ul className="verdict__contradictions">
              {report.contradictions.slice(0, mostListed).map((contradiction) => (
                <li key={JSON.stringify(contradiction)}>
                  <Icon name="warning" />
                  <span>
                    {contradictionSentence(contradiction, speech)}{' '}
                    {compromiseSentence(contradiction, draft.split, speech)}
                  </span>
                </li>
              ))}
              {report.contradictions.length > mostListed && (
                <li>{words.andMore(report.contradictions.length - mostListed)}</li>
              )}
            </ul>
          )}
          {progress === undefined && <Broken report={report} />}
          <MixedAttributes report={report} />
          <MeetAgain report={report} />
        </>
      )}
    </div>
  );
}

function Quality({ report }: { readonly report: SplitReport }) {
  const words = useText(builderWords);
  const { broken, optimum } = report;
  const isProved = optimum === 'proved';
  if (broken.length > 0) {
    return (
      <p className="verdict__quality verdict__quality--compromise" role="status">
        {isProved ? words.provedCompromise : words.compromise(broken.length)}
      </p>
    );
  }
  return (
    <p className="verdict__quality" role="status" title={isProved ? undefined : words.gapHint}>
      <Icon name="check" />
      {isProved ? words.proved : words.gap(optimum.gap)}
    </p>
  );
}

/** Rules that do not hold, beyond what a contradiction has said already. */
function Broken({ report }: { readonly report: SplitReport }) {
  const { speech } = useBuilderContext();
  const words = useText(builderWords);
  const { broken, contradictions } = report;
  if (broken.length === 0) return null;
  const lines = (
    <ul>
      {broken.slice(0, mostListed).map((rule) => (
        <li key={JSON.stringify(rule)}>{brokenSentence(rule, speech)}</li>
      ))}
      {broken.length > mostListed && <li>{words.andMore(broken.length - mostListed)}</li>}
    </ul>
  );
  return contradictions.length === 0 ? (
    <div className="verdict__broken">{lines}</div>
  ) : (
    <details className="verdict__broken">
      <summary>{words.brokenDetails(broken.length)}</summary>
      {lines}
    </details>
  );
}

function MixedAttributes({ report }: { readonly report: SplitReport }) {
  const { speech } = useBuilderContext();
  const words = useText(builderWords);
  const shown = report.attributes.filter(({ weight }) => weight > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="verdict__attributes">
      {shown.map(({ attribute, pairs, fewestPairs }) => (
        <li key={attribute} className={pairs <= fewestPairs ? 'verdict__best' : undefined}>
          {words.attributePairs(attributeLabel(speech, attribute), pairs, fewestPairs)}
        </li>
      ))}
    </ul>
  );
}

function MeetAgain({ report }: { readonly report: SplitReport }) {
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { met } = builder.draft.recipe;
  if (met === 'ignore' || builder.earlier.length === 0) return null;
  const { times, fewest, pairs } = report.meetAgain;
  if (times === 0) return <p className="verdict__met">{words.meetAgainNone}</p>;
  return (
    <details className="verdict__met">
      <summary>{met === 'repeat' ? words.meetAgainWanted(times) : words.meetAgain(times, fewest)}</summary>
      <ul>
        {pairs.slice(0, 4 * mostListed).map((meeting) => (
          <li key={meeting.people.join(' ')}>{meetingSentence(meeting, speech)}</li>
        ))}
        {pairs.length > 4 * mostListed && <li>{words.andMore(pairs.length - 4 * mostListed)}</li>}
      </ul>
    </details>
  );
}
