import { useState } from 'react';
import type { ProposedIdeaView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { modelWords } from '../../text/languageModel.ts';
import { themeWords } from '../../text/themes.ts';
import type { KeyIdeasPanelProps } from './KeyIdeasPanel.tsx';
import type { ListedKeyIdea } from './keyIdeaList.ts';
import { isTaken, toReadAgain } from './proposals.ts';
import { Quote } from './Quote.tsx';

interface ProposalCardProps extends KeyIdeasPanelProps {
  readonly standing: readonly ListedKeyIdea[];
  readonly proposal: ProposedIdeaView;
}

/** One proposal with whom it stands for, the words behind it, and what to be careful about. */
export function ProposalCard({ client, slotId, work, standing, proposal }: ProposalCardProps) {
  const words = useText(animatorWords);
  const ofThemes = useText(themeWords);
  const ofModel = useText(modelWords);
  const [madeBy, setMadeBy] = useState<string>();
  const again = toReadAgain(proposal);
  if (isTaken(proposal, standing, madeBy)) {
    // Its words and quotations stand below by now, to be worked on.
    return (
      <article className="suggestion">
        <p className="suggestion__text">{proposal.text}</p>
        <p className="suggestion__taken" role="status">
          <Icon name="check" />
          {words.adopted}
        </p>
      </article>
    );
  }
  return (
    <article className="suggestion">
      <p className="suggestion__text">{proposal.text}</p>
      <p className="suggestion__people">
        <Icon name="people" />
        {ofThemes.saidBy(proposal.people)}
      </p>
      {proposal.wording === 'model' ? <p className="suggestions__hint">{ofModel.mark}</p> : null}
      {proposal.weak ? (
        <p className="suggestion__care">
          <Icon name="warning" />
          {words.weak}
        </p>
      ) : null}
      {again === 'idea' ? (
        <p className="suggestion__care">
          <Icon name="warning" />
          {ofThemes.doubtfulIdea}
        </p>
      ) : null}
      <ul className="suggestion__quotes" aria-label={ofThemes.inWords}>
        {proposal.citations.map((id) => (
          <li key={id}>
            <Quote answer={work.answers[id]} />
            {again === 'citations' && proposal.doubtful.includes(id) ? (
              <p className="suggestion__care">
                <Icon name="warning" />
                {ofThemes.doubtful}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {proposal.opposed.length === 0 ? null : (
        <details>
          <summary className="suggestion__care">
            <Icon name="warning" />
            {ofThemes.opposed(proposal.opposed.length)}
          </summary>
          {proposal.opposed.map((id) => (
            <Quote key={id} answer={work.answers[id]} />
          ))}
        </details>
      )}
      <Button
        onClick={() => {
          const citations = [...proposal.citations];
          const { text } = proposal;
          setMadeBy(client.send({ kind: 'DraftKeyIdea', slotId, groupId: work.groupId, text, citations }));
        }}
      >
        {words.adopt}
      </Button>
    </article>
  );
}
