import { lazy, Suspense } from 'react';
import { groupInSubPage } from '../../../shared/protocol/teamsLinks.ts';
import type { OpenSession } from '../../net/openSession.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { useTeams } from '../../parts/teamsContext.ts';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';

const HostPage = lazy(async () => ({ default: (await import('../host/HostPage.tsx')).HostPage }));
const ConnectedParticipant = lazy(async () => ({
  default: (await import('../participant/ConnectedParticipant.tsx')).ConnectedParticipant,
}));
const ConnectedDisplay = lazy(async () => ({
  default: (await import('../display/ConnectedDisplay.tsx')).ConnectedDisplay,
}));

/** The screen of whatever the person is. A participant's page is an animator's as soon as they are one. */
export function RoleScreen({ session }: { readonly session: OpenSession }) {
  const { client, invitation } = session;
  const opening = useText(joinWords).opening;
  const kind = useSnapshot(client).view?.kind ?? invitation.role;
  const groupId = groupInSubPage(useTeams()?.subPage ?? '');
  return (
    <Suspense
      fallback={
        <p className="boot" role="status">
          {opening}
        </p>
      }
    >
      {kind === 'host' ? (
        <HostPage session={session} {...(groupId === undefined ? {} : { groupId })} />
      ) : kind === 'display' ? (
        <ConnectedDisplay session={session} />
      ) : (
        <ConnectedParticipant session={session} />
      )}
    </Suspense>
  );
}
