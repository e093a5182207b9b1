import type { GroupWorkView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';

interface SubmittedIdeasProps {
  readonly work: GroupWorkView;
  readonly busy: boolean;
  readonly onReopen: () => void;
}

/** What the plenary will see, or has seen. */
export function SubmittedIdeas({ work, busy, onReopen }: SubmittedIdeasProps) {
  const words = useText(animatorWords);
  const ids = work.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds : [];
  return (
    <div className="key-ideas">
      <Notice
        tone="ok"
        title={words.submitted}
        actions={
          work.presented ? null : (
            <Button busy={busy} onClick={onReopen}>
              {words.reopen}
            </Button>
          )
        }
      >
        <p>{work.presented ? words.presented : words.submittedHint}</p>
      </Notice>
      <ol className="key-ideas__list">
        {ids.map((id) => {
          const idea = work.keyIdeas[id];
          return idea === undefined ? null : (
            <li key={id} className="idea">
              <p className="idea__final">{idea.text}</p>
              <ul className="idea__citations">
                {idea.citations.map((answerId) => (
                  <li key={answerId} className="idea__citation">
                    <blockquote className="idea__quote">{work.answers[answerId]?.text}</blockquote>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
