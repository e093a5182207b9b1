import './OnWall.css';
import type { PresentedKeyIdea } from '../../shared/views/views.ts';
import { animatorBeyondName } from '../../shared/views/wording.ts';
import { useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { useCardTitle } from './useCardTitle.ts';
import type { WallCard } from './wallCards.ts';

/** A card of the wall on a page, with the answers behind each key idea. */
export function OnWall({ card }: { readonly card: WallCard }) {
  const words = useText(participantWords);
  const animator = card.kind === 'group' ? animatorBeyondName(card.group) : undefined;
  const { title, origin } = useCardTitle(card);
  return (
    <article className={`presented presented--${card.kind}`}>
      <h2 className="presented__group">{title}</h2>
      {animator === undefined ? null : <p className="presented__animator">{words.animatedBy(animator)}</p>}
      {card.ideas.length === 0 ? <p className="presented__none">{words.noIdeas}</p> : null}
      <ol className="presented__ideas">
        {card.ideas.map((said) => (
          <Idea
            key={said.idea.id}
            idea={said.idea}
            from={origin(said)}
            lens={card.kind === 'lens' ? undefined : said.idea.lens}
            citationsOpen={false}
          />
        ))}
      </ol>
    </article>
  );
}

export function Idea(props: {
  readonly idea: PresentedKeyIdea;
  readonly from?: string | undefined;
  readonly lens: string | undefined;
  readonly citationsOpen: boolean;
}) {
  const words = useText(participantWords);
  const { idea, from, lens } = props;
  return (
    <li className="presented__idea">
      {from === undefined ? null : <p className="presented__from">{from}</p>}
      <p className="presented__text">{idea.text}</p>
      {lens === undefined ? null : <p className="presented__lens">{lens}</p>}
      {idea.citations.length === 0 ? null : (
        <details open={props.citationsOpen}>
          <summary>{words.citations(idea.citations.length)}</summary>
          {idea.citations.map((citation) => (
            <blockquote key={citation.id} className="presented__citation">
              {citation.text}
            </blockquote>
          ))}
        </details>
      )}
    </li>
  );
}
