import type { AnswerView } from '../../../shared/views/views.ts';
import { LongText } from './LongText.tsx';

/** An answer behind an idea, in its author's words. */
export function Quote({ answer }: { readonly answer: Pick<AnswerView, 'text'> | undefined }) {
  return (
    <blockquote className="idea__quote">
      <LongText text={answer?.text ?? ''} />
    </blockquote>
  );
}
