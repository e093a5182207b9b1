import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Role } from '../../shared/workshop/state.ts';
import type { ApiProblem } from '../net/api.ts';
import { createOneSession } from '../net/oneSession.ts';
import { type OpenSession, openSession, type Session } from '../net/openSession.ts';
import { joinWords } from '../text/join.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { describeHttpProblem } from '../text/problems.ts';
import { Button } from './Button.tsx';
import { CodeField } from './CodeField.tsx';
import { JoinForm } from './JoinForm.tsx';
import { Notice } from './Notice.tsx';
import { Page } from './Page.tsx';

interface EntranceProps {
  /** `any`: the page shows every role. */
  readonly pageRole: Role | 'any';
  /** The screen, once the session is open. */
  readonly children: (session: OpenSession) => ReactNode;
}

/** "/p?code=ABCD-EFGH" is easier to dictate; after `#` it stays out of every log. */
function moveCodeBehindHash(): void {
  const code = new URLSearchParams(location.search).get('code');
  if (code !== null) history.replaceState(null, '', `${location.pathname}#${encodeURIComponent(code)}`);
}

/** From the address to the screen: the link is read, a newcomer says their name, who is known walks in. */
export function Entrance({ pageRole, children }: EntranceProps) {
  const words = useText(joinWords);
  const { propose } = useLanguage();
  const [session, setSession] = useState<Session>();
  const one = useMemo(
    () =>
      createOneSession(() => {
        moveCodeBehindHash();
        return openSession(pageRole);
      }, setSession),
    [pageRole],
  );
  useEffect(() => {
    one.open();
    return one.leave;
  }, [one]);
  useEffect(() => {
    const reopen = () => location.reload();
    // Another link pasted in the same tab is another workshop, or another person.
    addEventListener('hashchange', reopen);
    return () => removeEventListener('hashchange', reopen);
  }, []);
  const language = session?.kind === 'open' || session?.kind === 'joinNeeded' ? session.invitation.language : undefined;
  useEffect(() => {
    if (language !== undefined) propose(language);
  }, [language, propose]);

  if (session?.kind === 'open') return children(session);
  return (
    <Page title="Aparté">
      {session === undefined || session.kind === 'leaving' ? (
        <p className="boot" role="status">
          {words.opening}
        </p>
      ) : session.kind === 'joinNeeded' ? (
        <JoinForm needed={session} onJoined={one.joined} />
      ) : session.kind === 'linkMissing' ? (
        <CodeForm />
      ) : session.problem.code === 'unreachable' ? (
        <Unreachable onRetry={one.open} />
      ) : (
        <LinkRefused problem={session.problem} />
      )}
    </Page>
  );
}

function CodeForm() {
  const words = useText(joinWords);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The whole link is taken as well: its token stands after `#`.
    const token = code.trim().split('#').at(-1) ?? '';
    setMissing(token === '');
    if (token !== '') location.hash = encodeURIComponent(token);
  };
  return (
    <form className="join" onSubmit={submit} noValidate>
      <h2 className="join__title">{words.linkMissingTitle}</h2>
      <p>{words.linkMissing}</p>
      <CodeField label={words.code} value={code} error={missing ? words.codeMissing : undefined} onType={setCode} />
      <Button type="submit" variant="primary" className="join__go">
        {words.open}
      </Button>
    </form>
  );
}

function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const words = useText(joinWords);
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <Notice
      tone="warn"
      title={words.unreachableTitle}
      actions={
        <Button variant="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      }
    >
      <p>{words.unreachable}</p>
    </Notice>
  );
}

function LinkRefused({ problem }: { readonly problem: ApiProblem }) {
  const words = useText(joinWords);
  const { language } = useLanguage();
  return (
    <>
      <Notice tone="alert" title={words.refusedTitle}>
        <p>{describeHttpProblem(problem, language)}</p>
      </Notice>
      <CodeForm />
    </>
  );
}
