import { useCallback, useEffect, useRef, useState } from 'react';
import { linkIn, type OpenSession } from '../../net/openSession.ts';
import type { TeamsHost } from '../../net/teamsHost.ts';
import { openTeams, type TeamsEntry, type TeamsTarget } from '../../net/teamsSession.ts';
import { Entrance } from '../../parts/Entrance.tsx';
import { Page } from '../../parts/Page.tsx';
import { PageToolsContext } from '../../parts/pageTools.ts';
import { useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';
import { JoinByAccount } from './JoinByAccount.tsx';
import { RoleScreen } from './RoleScreen.tsx';
import { SignInProblem } from './SignInProblem.tsx';
import { TeamsTools } from './TeamsTools.tsx';
import { Unlinked } from './Unlinked.tsx';

type Step = TeamsEntry | { readonly kind: 'signingIn' } | { readonly kind: 'guest' };

/** What the page was opened with: a pinned tab and the stage carry a link. */
const targetOf = (hash: string): TeamsTarget => {
  const link = linkIn(hash);
  return link === '' ? {} : { link };
};

/** From Teams to the screen: whoever has an account is known, everyone else comes in as a guest, and nobody waits. */
export function TeamsEntrance({ host }: { readonly host: TeamsHost }) {
  const words = useText(teamsWords);
  const target = targetOf(location.hash);
  // A display needs nobody's name: what everyone sees opens by its link alone.
  const [step, setStep] = useState<Step>({
    kind: host.surface === 'stage' && target.link !== undefined ? 'guest' : 'signingIn',
  });
  const held = useRef<OpenSession>(undefined);
  const show = useCallback((next: Step) => {
    if (held.current !== undefined && held.current !== next) held.current.client.close();
    held.current = next.kind === 'open' ? next : undefined;
    setStep(next);
  }, []);
  const signIn = useCallback(
    async (how: 'silently' | 'asking') => {
      show({ kind: 'signingIn' });
      const entry = await openTeams(host, targetOf(location.hash), how);
      // Somebody without an account has nothing to choose.
      show(entry.kind === 'noToken' && entry.problem === 'no_account' ? { kind: 'guest' } : entry);
    },
    [host, show],
  );
  const begins = step.kind === 'signingIn';
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!begins || hasBegun.current) return;
    hasBegun.current = true;
    void signIn('silently');
  }, [begins, signIn]);
  useEffect(() => {
    const reopen = () => location.reload();
    addEventListener('hashchange', reopen);
    return () => removeEventListener('hashchange', reopen);
  }, []);
  const asGuest = () => show({ kind: 'guest' });

  if (step.kind === 'guest') {
    return (
      <Entrance pageRole="any">
        {(session) => (
          <PageToolsContext value={<TeamsTools session={session} account="guest" />}>
            <RoleScreen session={session} />
          </PageToolsContext>
        )}
      </Entrance>
    );
  }
  if (step.kind === 'open') {
    return (
      <PageToolsContext value={<TeamsTools session={step} account="known" />}>
        <RoleScreen session={step} />
      </PageToolsContext>
    );
  }
  return (
    <Page title="Aparté">
      {step.kind === 'signingIn' ? (
        <p className="boot" role="status">
          {words.signingIn}
        </p>
      ) : step.kind === 'newcomer' ? (
        <JoinByAccount newcomer={step} onJoined={show} />
      ) : step.kind === 'unlinked' ? (
        <Unlinked unlinked={step} onEntry={show} onGuest={asGuest} />
      ) : (
        <SignInProblem
          problem={step.problem}
          onAllow={() => void signIn('asking')}
          onRetry={() => void signIn('silently')}
          onGuest={asGuest}
        />
      )}
    </Page>
  );
}
