import { useEffect, useRef, useState } from 'react';
import type { SynthesisView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useOnScreen } from '../../parts/useOnScreen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { modelWords } from '../../text/languageModel.ts';
import { themeWords } from '../../text/themes.ts';
import type { KeyIdeasPanelProps } from './KeyIdeasPanel.tsx';
import type { ListedKeyIdea } from './keyIdeaList.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { isOutdated, leftOut, proposalsOf, standingProposals } from './proposals.ts';
import { Quote } from './Quote.tsx';

interface ProposalsSectionProps extends KeyIdeasPanelProps {
  readonly synthesis: SynthesisView;
  /** What is drafted already. */
  readonly standing: readonly ListedKeyIdea[];
}

/** The key ideas that the answers themselves propose: always at hand, and still while they are being read. */
export function ProposalsSection(props: ProposalsSectionProps) {
  const words = useText(animatorWords);
  const ofThemes = useText(themeWords);
  const ofModel = useText(modelWords);
  const { synthesis, work } = props;
  const [held, setHeld] = useState(() => proposalsOf(synthesis));
  const box = useRef<HTMLElement>(null);
  const isRead = useOnScreen(box);
  const outdated = isOutdated(held, synthesis);
  // Nobody reads what is not on the screen, and there is nothing to hold in an empty list: there they follow by themselves.
  const follows = outdated && (!isRead || held.ideas.length === 0);
  useEffect(() => {
    if (follows) setHeld(proposalsOf(synthesis));
  }, [follows, synthesis]);
  const proposals = standingProposals(held, work);
  const others = leftOut(proposals);
  const { ideas, dropped } = proposals;
  const reworded = ideas.filter(({ wording }) => wording === 'model').length;
  return (
    <section className="suggestions" ref={box} aria-label={words.suggestions}>
      <header className="suggestions__head">
        <h3>{words.suggestions}</h3>
        <p className="suggestions__refresh" role="status">
          {outdated && !follows ? (
            <Button variant="quiet" onClick={() => setHeld(proposalsOf(synthesis))}>
              <Icon name="refresh" />
              {ofThemes.refresh}
            </Button>
          ) : null}
        </p>
      </header>
      <p className="suggestions__hint">{ideas.length === 0 ? words.noSuggestion : words.suggestionsHint}</p>
      {dropped.length === 0 ? null : (
        <p className="suggestions__hint">{ofModel.dropped(reworded + dropped.length, dropped)}</p>
      )}
      {ideas.map((idea) => (
        <ProposalCard key={idea.citations[0]} {...props} proposal={idea} />
      ))}
      {ideas.length === 0 ? null : others.length === 0 ? (
        <p className="suggestions__hint">{ofThemes.allIn(proposals.answerIds.length)}</p>
      ) : (
        <details className="suggestions__left">
          <summary>{ofThemes.leftOut(others.length, proposals.answerIds.length, ideas.length)}</summary>
          <ul className="suggestions__others">
            {others.map((id) => (
              <li key={id}>
                <Quote answer={work.answers[id]} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
