import './participant.css';
import type { ReactNode } from 'react';
import type { View } from '../../../shared/views/views.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { AgendaNow } from '../../parts/AgendaNow.tsx';
import { announcementNow } from '../../parts/announcementNow.ts';
import { ClockBar } from '../../parts/ClockBar.tsx';
import { ConnectionBanner } from '../../parts/ConnectionBanner.tsx';
import { FailedCommands } from '../../parts/FailedCommands.tsx';
import { Page } from '../../parts/Page.tsx';
import { StageOnPhone } from '../../parts/StageOnPhone.tsx';
import { useNow } from '../../parts/useNow.ts';
import { useUnseen } from '../../parts/useUnseen.ts';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import { BackInPlenary } from './BackInPlenary.tsx';
import { GroupCard } from './GroupCard.tsx';
import { GroupSaid, OwnWords } from './GroupSaid.tsx';
import { GroupWork } from './GroupWork.tsx';
import { type ParticipantSection, participantSections } from './participantSections.ts';

interface ParticipantPageProps {
  readonly client: WorkshopClient;
  readonly onForget?: () => void;
}

export function ParticipantPage({ client, onForget }: ParticipantPageProps) {
  const snapshot = useSnapshot(client);
  const opening = useText(joinWords).opening;
  const now = useNow(client);
  const { view } = snapshot;
  const banner = <ConnectionBanner snapshot={snapshot} {...(onForget === undefined ? {} : { onForget })} />;
  if (view === undefined) {
    return (
      <Page title="Aparté" banner={banner}>
        <p className="boot" role="status">
          {opening}
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={view.title}
      banner={
        <>
          {banner}
          <ClockBar client={client} agenda={view.agenda} announcement={announcementNow(momentOf(view), now)} />
        </>
      }
    >
      <Sections client={client} view={view} />
    </Page>
  );
}

const momentOf = (view: View) => ({ ...view, phase: view.kind === 'group' ? view.breakout.phase : undefined });

function Sections({ client, view }: { readonly client: WorkshopClient; readonly view: View }) {
  const words = useText(participantWords);
  const snapshot = useSnapshot(client);
  const { unseen, storedIds } = useUnseen(snapshot);
  const now = useNow(client);
  const { me } = snapshot;
  const inGroup = view.kind === 'group' ? { client, view, me, unseen, storedIds } : undefined;
  const draw: Readonly<Record<ParticipantSection, () => ReactNode>> = {
    welcome: () => (
      <header className="welcome">
        {me === undefined || me.name === '' ? null : <h2 className="welcome__name">{words.welcome(me.name)}</h2>}
        <p>
          {words.arrived} {words.keepOpen}
        </p>
      </header>
    ),
    agenda: () => <AgendaNow view={view} />,
    group: () => inGroup && <GroupCard {...inGroup} />,
    work: () => inGroup && <GroupWork {...inGroup} online={snapshot.status.kind === 'online'} />,
    back: () => inGroup && <BackInPlenary outcome={inGroup.view.breakout.outcome} />,
    said: () => inGroup && <GroupSaid {...inGroup} />,
    stage: () => view.stage && <StageOnPhone client={client} stage={view.stage} />,
    farewell: () => (
      <header className="welcome">
        <h2 className="welcome__name">{words.thanks}</h2>
        <p>{words.over_}</p>
      </header>
    ),
    ownWords: () => inGroup && <OwnWords {...inGroup} />,
  };
  return (
    <div className="participant">
      <FailedCommands
        client={client}
        failed={snapshot.failed}
        {...(me?.groupId === undefined ? {} : { groupId: me.groupId })}
      />
      {participantSections(view, now).map((section) => (
        <section key={section} className={`participant__${section}`}>
          {draw[section]()}
        </section>
      ))}
    </div>
  );
}
