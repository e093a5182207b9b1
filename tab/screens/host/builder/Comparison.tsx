import { useMemo } from 'react';
import type { Split } from '../../../../shared/groups/problem.ts';
import { splitReporter } from '../../../../shared/groups/report.ts';
import { builderWords } from '../../../text/builder.ts';
import { useText } from '../../../text/language.tsx';
import { useBuilderContext } from './builderContext.ts';
import { comparedMoves } from './comparedMoves.ts';
import { standingSplit } from './draft.ts';
import { attributeLabel } from './splitSentences.ts';

/** What a preparation may be compared with. */
export type Compared = 'off' | 'step' | 'published';

const mostListed = 12;

/** The groups compared with; undefined when there is nothing to compare with. */
export function useCompared(compared: Compared): Split | undefined {
  const { builder } = useBuilderContext();
  const { history, placements, groups, isFormed } = builder;
  return useMemo(() => {
    if (compared === 'published') return isFormed ? standingSplit(placements, groups) : undefined;
    return compared === 'step' ? history.past.at(-1)?.split : undefined;
  }, [compared, history.past, placements, groups, isFormed]);
}

/** What is better and what is worse than before, and who has moved. */
export function Comparison({ compared, before }: { readonly compared: Compared; readonly before: Split }) {
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { asked, draft, report } = builder;
  const was = useMemo(
    () => (before.length === asked.groups.length ? splitReporter(asked)(before) : undefined),
    [asked, before],
  );
  const moves = comparedMoves(before, draft.split);
  const lines =
    was === undefined || report === undefined
      ? []
      : [
          ...report.attributes.flatMap(({ attribute, pairs }, index) => {
            const earlier = was.attributes[index]?.pairs ?? 0;
            return pairs === earlier ? [] : [words.comparedPairs(attributeLabel(speech, attribute), earlier, pairs)];
          }),
          ...(was.broken.length === report.broken.length
            ? []
            : [words.comparedRules(was.broken.length, report.broken.length)]),
          ...(was.meetAgain.times === report.meetAgain.times
            ? []
            : [words.comparedMeetings(was.meetAgain.times, report.meetAgain.times)]),
        ];
  return (
    <section className="comparison" aria-label={words.compare}>
      <p>
        {compared === 'step' ? words.comparedStep : words.comparedPublished}
        {'\u00a0: '}
        {[words.comparedMoves(moves.length), ...lines].join(' · ')}
      </p>
      {moves.length > 0 && moves.length <= mostListed && (
        <ul>
          {moves.map(({ personId, from, to }) => (
            <li key={personId}>
              {words.comparedMove(builder.nameOf(personId), speech.groupOf(from), speech.groupOf(to))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
