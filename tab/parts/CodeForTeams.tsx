import { useState } from 'react';
import type { PassReply } from '../../shared/protocol/teams.ts';
import { type ApiProblem, browserApi } from '../net/api.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { passWords } from '../text/pass.ts';
import { describeHttpProblem } from '../text/problems.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** For a guest who also opens Teams: a code that makes the account there the same person. */
export function CodeForTeams({ identity }: { readonly identity: string }) {
  const words = useText(passWords);
  const { language } = useLanguage();
  const [pass, setPass] = useState<PassReply>();
  const [problem, setProblem] = useState<ApiProblem>();
  const ask = async (): Promise<void> => {
    const reply = await browserApi.pass(identity, 'code');
    setPass(reply.ok ? reply.value : undefined);
    setProblem(reply.ok ? undefined : reply.problem);
  };
  if (pass === undefined) {
    return (
      <>
        <Button variant="quiet" onClick={() => void ask()}>
          {words.codeForTeams}
        </Button>
        {problem && (
          <Notice tone="alert">
            <p>{describeHttpProblem(problem, language)}</p>
          </Notice>
        )}
      </>
    );
  }
  return (
    <Notice title={words.codeIs(pass.value)}>
      <p>{words.codeForTeamsHint}</p>
    </Notice>
  );
}
