import { Button } from '../../parts/Button.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import type { Readiness } from './keyIdeaList.ts';

interface SubmitBarProps {
  readonly count: number;
  readonly readiness: Readiness;
  readonly busy: boolean;
  readonly onSubmit: (keyIdeaIds: readonly string[]) => void;
}

/** The button that ends the group's work. While it cannot, it says the first thing that is missing. */
export function SubmitBar({ count, readiness, busy, onSubmit }: SubmitBarProps) {
  const words = useText(animatorWords);
  const ready = readiness.kind === 'ready';
  return (
    <div className="submit-bar">
      <Button
        variant={ready ? 'primary' : 'secondary'}
        className="submit-bar__go"
        disabled={!ready}
        busy={busy}
        onClick={() => {
          if (ready) onSubmit(readiness.keyIdeaIds);
        }}
      >
        {busy ? words.submitting : ready ? words.submit(count) : missingWords(readiness, words)}
      </Button>
    </div>
  );
}

function missingWords(readiness: Exclude<Readiness, { kind: 'ready' }>, words: (typeof animatorWords)['fr']): string {
  switch (readiness.kind) {
    case 'missing':
      return words.missingIdeas(readiness.count, readiness.toWrite);
    case 'tooMany':
      return words.tooMany(readiness.count);
    case 'unsaved':
      return words.unsavedIdea(readiness.position);
    case 'uncited':
      return words.uncited(readiness.position);
  }
}
