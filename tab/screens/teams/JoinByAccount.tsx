import { type FormEvent, useState } from 'react';
import type { ApiProblem } from '../../net/api.ts';
import type { OpenSession } from '../../net/openSession.ts';
import type { TeamsNewcomer } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { CodeField } from '../../parts/CodeField.tsx';
import { JoinForm } from '../../parts/JoinForm.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { teamsWords } from '../../text/teams.ts';

interface JoinByAccountProps {
  readonly newcomer: TeamsNewcomer;
  readonly onJoined: (session: OpenSession) => void;
}

/** An account comes for the first time: under the name that it has, or as somebody who came before by another device. */
export function JoinByAccount({ newcomer, onJoined }: JoinByAccountProps) {
  const words = useText(teamsWords);
  return (
    <>
      <JoinForm needed={newcomer} hint={words.withAccount} onJoined={onJoined} />
      <details className="teams__already">
        <summary>{words.already}</summary>
        <ByCode newcomer={newcomer} onJoined={onJoined} />
      </details>
    </>
  );
}

function ByCode({ newcomer, onJoined }: JoinByAccountProps) {
  const words = useText(teamsWords);
  const { language } = useLanguage();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '' || busy) return;
    setBusy(true);
    setProblem(undefined);
    const attached = await newcomer.attach(code.trim());
    setBusy(false);
    if (attached.ok) onJoined(attached.value);
    else setProblem(attached.problem);
  };
  return (
    <form className="teams__form" onSubmit={submit} noValidate>
      <p>{words.alreadyHint}</p>
      <CodeField
        label={words.phoneCode}
        value={code}
        error={missing ? words.codeMissing : undefined}
        onType={setCode}
      />
      {problem && (
        <Notice tone="alert">
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      <Button type="submit" busy={busy}>
        {words.itsMe}
      </Button>
    </form>
  );
}
