import type { GroupWorkView } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { LensPicker } from './LensPicker.tsx';
import { Quote } from './Quote.tsx';

interface SubmittedIdeasProps {
  readonly work: GroupWorkView;
  readonly busy: boolean;
  readonly lenses: readonly string[];
  readonly onPutLens: (keyIdeaId: string, lens: string | undefined) => void;
  readonly onReopen: () => void;
  readonly onRecall: () => void;
}

/** What the plenary will see, or has seen. */
export function SubmittedIdeas({ work, busy, lenses, onPutLens, onReopen, onRecall }: SubmittedIdeasProps) {
  const words = useText(animatorWords);
  const ofThemes = useText(themeWords);
  const ids = work.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds : [];
  return (
    <div className="key-ideas">
      <Notice
        tone="ok"
        title={words.submitted}
        actions={
          <>
            {work.presented ? null : (
              <Button busy={busy} onClick={onReopen}>
                {words.reopen}
              </Button>
            )}
            <Button variant="quiet" onClick={onRecall}>
              <Icon name="clock" />
              {ofThemes.history}
            </Button>
          </>
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
              {idea.citations.length > 0 ? null : (
                <p className="idea__uncited">
                  <Icon name="warning" />
                  {words.lostCitations}
                </p>
              )}
              <ul className="idea__citations">
                {idea.citations.map((answerId) => (
                  <li key={answerId} className="idea__citation">
                    <Quote answer={work.answers[answerId]} />
                  </li>
                ))}
              </ul>
              <LensPicker
                lenses={lenses}
                lens={idea.lens}
                text={idea.text}
                said={idea.citations.map((answerId) => work.answers[answerId]?.text ?? '')}
                onPut={(lens) => onPutLens(id, lens)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
