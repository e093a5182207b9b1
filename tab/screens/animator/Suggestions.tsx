import { useState } from 'react';
import { type KeyIdeaSuggestions, suggestKeyIdeas } from '../../../shared/synthesis/suggestKeyIdeas.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import type { KeyIdeasPanelProps } from './KeyIdeasPanel.tsx';
import type { ListedKeyIdea } from './keyIdeaList.ts';

/** Below this there is nothing to bring together. */
const fewestAnswers = 2;

/** Proposals drawn from the answers, when they are asked for: taken one by one, never put in the ideas by themselves. */
export function Suggestions(props: KeyIdeasPanelProps & { readonly ideas: readonly ListedKeyIdea[] }) {
  const words = useText(animatorWords);
  const { work } = props;
  // Held as they were computed: an answer that comes in does not move what is being read.
  const [shown, setShown] = useState<KeyIdeaSuggestions>();
  const answers = Object.values(work.answers);
  const suggest = () =>
    setShown(
      suggestKeyIdeas({
        answers: answers.map(({ id, text, supports }) => ({ id, text, supports })),
        ideas: props.keyIdeasPerGroup,
      }),
    );
  if (shown === undefined) {
    return (
      <Button className="key-ideas__suggest" disabled={answers.length < fewestAnswers} onClick={suggest}>
        <Icon name="search" />
        {answers.length < fewestAnswers ? words.noSuggestion : words.suggest}
      </Button>
    );
  }
  return (
    <section className="suggestions">
      <header className="suggestions__head">
        <h3>{words.suggestions}</h3>
        <Button variant="quiet" onClick={suggest}>
          <Icon name="refresh" />
          {words.suggestAgain}
        </Button>
        <Button variant="quiet" onClick={() => setShown(undefined)}>
          {words.hideSuggestions}
        </Button>
      </header>
      <p className="suggestions__hint">{shown.ideas.length === 0 ? words.noSuggestion : words.suggestionsHint}</p>
      {shown.ideas.map((idea) => (
        <Suggestion key={idea.text} {...props} suggestion={idea} />
      ))}
      {shown.ideas.length > 0 && shown.uncovered.length > 0 ? (
        <p className="suggestions__hint">{words.uncovered(shown.uncovered.length)}</p>
      ) : null}
    </section>
  );
}

function Suggestion({
  client,
  slotId,
  work,
  ideas,
  suggestion,
}: KeyIdeasPanelProps & {
  readonly ideas: readonly ListedKeyIdea[];
  readonly suggestion: KeyIdeaSuggestions['ideas'][number];
}) {
  const words = useText(animatorWords);
  const [taken, setTaken] = useState(false);
  const text = suggestion.text.slice(0, limits.keyIdeaChars);
  const citations = suggestion.citations.filter((id) => work.answers[id] !== undefined);
  const adopted = taken || ideas.some((idea) => idea.text === text);
  return (
    <article className="suggestion">
      <p className="suggestion__text">{suggestion.text}</p>
      {suggestion.weak ? <p className="suggestions__hint">{words.weak}</p> : null}
      <details>
        <summary>{words.citedAnswers(citations.length)}</summary>
        {citations.map((id) => (
          <blockquote key={id} className="idea__quote">
            {work.answers[id]?.text}
          </blockquote>
        ))}
      </details>
      {adopted ? (
        <p className="suggestion__taken" role="status">
          <Icon name="check" />
          {words.adopted}
        </p>
      ) : (
        <Button
          onClick={() => {
            client.send({ kind: 'DraftKeyIdea', slotId, groupId: work.groupId, text, citations });
            setTaken(true);
          }}
        >
          {words.adopt}
        </Button>
      )}
    </article>
  );
}
