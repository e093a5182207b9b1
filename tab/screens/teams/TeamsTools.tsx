import { useEffect, useState } from 'react';
import type { PassReply } from '../../../shared/protocol/teams.ts';
import { type ApiProblem, browserApi } from '../../net/api.ts';
import type { OpenSession } from '../../net/openSession.ts';
import type { TokenProblem } from '../../net/teamsHost.ts';
import { attachAccount } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { QrCode } from '../../parts/QrCode.tsx';
import { useTeams } from '../../parts/teamsContext.ts';
import { joinWords } from '../../text/join.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { teamsWords } from '../../text/teams.ts';

interface TeamsToolsProps {
  readonly session: OpenSession;
  /** `guest`: came in without an account, which Teams may still tell. */
  readonly account: 'known' | 'guest';
}

/** At the end of the header in Teams: the same person on the phone, and the account of a guest. */
export function TeamsTools({ session, account }: TeamsToolsProps) {
  const words = useText(teamsWords);
  const [opened, open] = useState<'phone' | 'attach'>();
  const close = () => open(undefined);
  return (
    <>
      {account === 'guest' && (
        <Button variant="quiet" onClick={() => open('attach')}>
          {words.attach}
        </Button>
      )}
      <Button variant="quiet" aria-label={words.toPhone} title={words.toPhone} onClick={() => open('phone')}>
        <Icon name="phone" />
      </Button>
      {opened === 'phone' && <PhoneDialog identity={session.identity} onClose={close} />}
      {opened === 'attach' && <AttachDialog identity={session.identity} onClose={close} />}
    </>
  );
}

interface ToolDialogProps {
  readonly identity: string;
  readonly onClose: () => void;
}

function PhoneDialog({ identity, onClose }: ToolDialogProps) {
  const words = useText(teamsWords);
  const opening = useText(joinWords).opening;
  const { language } = useLanguage();
  const [pass, setPass] = useState<PassReply>();
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    let left = false;
    void browserApi.pass(identity, 'link').then((reply) => {
      if (left) return;
      if (reply.ok) setPass(reply.value);
      else setProblem(reply.problem);
    });
    return () => {
      left = true;
    };
  }, [identity]);
  return (
    <Dialog open title={words.toPhoneTitle} onClose={onClose}>
      {pass !== undefined ? (
        <div className="teams__pass">
          <QrCode value={pass.value} label={words.phoneQr} />
          <p>{words.toPhoneHint}</p>
        </div>
      ) : problem !== undefined ? (
        <Notice tone="alert">
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      ) : (
        <p role="status">{opening}</p>
      )}
    </Dialog>
  );
}

type Attaching =
  | { readonly kind: 'asking' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: ApiProblem | { readonly code: TokenProblem } };

function AttachDialog({ identity, onClose }: ToolDialogProps) {
  const words = useText(teamsWords);
  const { language } = useLanguage();
  const teams = useTeams();
  const [attaching, setAttaching] = useState<Attaching>({ kind: 'asking' });
  useEffect(() => {
    if (teams === undefined) return;
    let left = false;
    void attachAccount(teams, identity).then((reply) => {
      if (!left) setAttaching(reply.ok ? { kind: 'done' } : { kind: 'refused', problem: reply.problem });
    });
    return () => {
      left = true;
    };
  }, [teams, identity]);
  return (
    <Dialog open title={words.attach} onClose={onClose}>
      {attaching.kind === 'asking' ? (
        <p role="status">{words.attaching}</p>
      ) : (
        <Notice tone={attaching.kind === 'done' ? 'ok' : 'warn'}>
          <p>{attaching.kind === 'done' ? words.attached : whyNot(attaching.problem, words, language)}</p>
        </Notice>
      )}
    </Dialog>
  );
}

const tokenProblems: readonly string[] = ['consent_needed', 'consent_refused', 'no_account', 'no_token'];
const isTokenProblem = (
  problem: ApiProblem | { readonly code: TokenProblem },
): problem is { readonly code: TokenProblem } => tokenProblems.includes(problem.code);

function whyNot(
  problem: ApiProblem | { readonly code: TokenProblem },
  words: { readonly refused: string; readonly noToken: string },
  language: 'fr' | 'en',
): string {
  if (!isTokenProblem(problem)) return describeHttpProblem(problem, language);
  return problem.code === 'no_token' ? words.noToken : words.refused;
}
