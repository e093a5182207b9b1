import type { ApiProblem } from '../../net/api.ts';
import type { TokenProblem } from '../../net/teamsHost.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { teamsWords } from '../../text/teams.ts';

interface SignInProblemProps {
  readonly problem: TokenProblem | ApiProblem;
  readonly onAllow: () => void;
  readonly onRetry: () => void;
  readonly onGuest: () => void;
}

/** Whatever stands between an account and the workshop, and the ways on: one of them always is the code. */
export function SignInProblem({ problem, onAllow, onRetry, onGuest }: SignInProblemProps) {
  const words = useText(teamsWords);
  const { language } = useLanguage();
  if (problem === 'consent_needed') {
    return (
      <Notice
        title={words.consentTitle}
        actions={
          <>
            <Button onClick={onGuest}>{words.asGuest}</Button>
            <Button variant="primary" onClick={onAllow}>
              {words.allow}
            </Button>
          </>
        }
      >
        <p>{words.consent}</p>
      </Notice>
    );
  }
  if (problem === 'consent_refused' || problem === 'no_account') {
    return (
      <Notice
        tone="warn"
        title={words.refusedTitle}
        actions={
          <>
            <Button onClick={onAllow}>{words.retry}</Button>
            <Button variant="primary" onClick={onGuest}>
              {words.asGuest}
            </Button>
          </>
        }
      >
        <p>{words.refused}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="warn"
      title={problem === 'no_token' ? words.noTokenTitle : words.serverTitle}
      actions={
        <>
          <Button onClick={onGuest}>{words.asGuest}</Button>
          <Button variant="primary" onClick={onRetry}>
            {words.retry}
          </Button>
        </>
      }
    >
      <p>{problem === 'no_token' ? words.noToken : describeHttpProblem(problem, language)}</p>
    </Notice>
  );
}
