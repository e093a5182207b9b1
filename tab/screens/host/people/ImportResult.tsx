import { Notice } from '../../../parts/Notice.tsx';
import { useLanguage, useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { describeProblem } from '../../../text/problems.ts';
import type { ImportStep } from './ImportDialog.tsx';

/** How the sending of a list goes, and what came of it. */
export function ImportResult({ step }: { readonly step: ImportStep }) {
  const words = useText(peopleWords);
  const { language } = useLanguage();
  switch (step.kind) {
    case 'sending':
      return (
        <div className="import-progress" role="status">
          <p>{words.sending(step.stored, step.all)}</p>
          <progress value={step.stored} max={Math.max(1, step.all)} aria-label={words.importTitle} />
          <p className="field__hint">{words.sendingHint}</p>
        </div>
      );
    case 'done':
      return step.outcome.problem === undefined ? (
        <Notice tone="ok">
          <p>{words.imported(step.outcome.added, step.outcome.revised)}</p>
        </Notice>
      ) : (
        <Notice tone="alert">
          <p>{words.importStopped}</p>
          <p>{describeProblem(step.outcome.problem, language)}</p>
          <p>{words.imported(step.outcome.added, step.outcome.revised)}</p>
        </Notice>
      );
    case 'undoing':
      return (
        <p className="import-progress" role="status">
          {words.undoing}
        </p>
      );
    case 'undone':
      return (
        <Notice tone={step.problem === undefined ? 'ok' : 'alert'}>
          <p>{step.problem === undefined ? words.undone : words.undoStopped}</p>
        </Notice>
      );
    case 'source':
    case 'check':
      return null;
  }
}
