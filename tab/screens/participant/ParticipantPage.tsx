import './participant.css';
import { type ReactNode, useEffect, useState } from 'react';
import type { View } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
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
import { stageLenses } from '../../parts/wallCards.ts';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { HistoryOf } from '../animator/KeyIdeasPanel.tsx';
import { BackInPlenary } from './BackInPlenary.tsx';
import { GroupCard } from './GroupCard.tsx';
import { GroupChoice } from './GroupChoice.tsx';
import { GroupSaid, OwnWords } from './GroupSaid.tsx';
import { GroupWork } from './GroupWork.tsx';
import { MoveNotice } from './MoveNotice.tsx';
import { MyDetails } from './MyDetails.tsx';
import { NamedAnimator } from './NamedAnimator.tsx';
import { type ParticipantSection, participantSections } from './participantSections.ts';
import { TakePlace, useTakePlace } from './TakePlace.tsx';
import { useMyMoves } from './useMyMoves.ts';

interface ParticipantPageProps {
  readonly client: WorkshopClient;
  /** For whoever is named to run a group. */
  readonly history: HistoryOf;
  readonly onForget?: () => void;
  /** Below everything else. */
  readonly foot?: ReactNode;
}

export function ParticipantPage({ client, history, onForget, foot }: ParticipantPageProps) {
  const snapshot = useSnapshot(client);
  const opening = useText(joinWords).opening;
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
  return <Shown client={client} history={history} view={view} banner={banner} foot={foot} onForget={onForget} />;
}

interface ShownProps {
  readonly client: WorkshopClient;
  readonly history: HistoryOf;
  readonly view: View;
  readonly banner: ReactNode;
  readonly foot: ReactNode;
  readonly onForget: (() => void) | undefined;
}

/** The page of whoever one is now: a host may name a participant to run a group, and take it back. */
function Shown({ client, history, view, banner, foot, onForget }: ShownProps) {
  const now = useNow(client);
  const [move, forgetMove] = useMyMoves(view);
  const [openedAs] = useState(view.kind);
  if (view.kind === 'animator') {
    return (
      <NamedAnimator
        client={client}
        history={history}
        onForget={onForget}
        banner={banner}
        isNew={openedAs !== 'animator'}
      />
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
      <Sections client={client} view={view} move={<MoveNotice move={move} onUnderstood={forgetMove} />} />
      {foot && <footer className="participant__foot">{foot}</footer>}
    </Page>
  );
}

/** The last place was gone, or somebody else was quicker: the page shows what is so now, and nothing went wrong. */
const isToldElsewhere = ({ kind }: Command): boolean => kind === 'ChooseGroup' || kind === 'TakePlace';

const momentOf = (view: View) => ({ ...view, phase: view.kind === 'group' ? view.breakout.phase : undefined });

interface SectionsProps {
  readonly client: WorkshopClient;
  readonly view: View;
  /** Where one has gone, if that is to be told. */
  readonly move: ReactNode;
}

function Sections({ client, view, move }: SectionsProps) {
  const words = useText(participantWords);
  const snapshot = useSnapshot(client);
  const { unseen, storedIds } = useUnseen(snapshot);
  const now = useNow(client);
  const { me, failed } = snapshot;
  useTakePlace(client, view);
  const isChoosing = view.kind === 'lobby' && view.choice !== undefined;
  useEffect(() => {
    if (isChoosing) return;
    for (const { command, commandId } of failed) if (isToldElsewhere(command)) client.dismiss(commandId);
  }, [client, failed, isChoosing]);
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
    choice: () =>
      view.kind === 'lobby' &&
      view.choice && <GroupChoice client={client} choice={view.choice} me={me} unseen={unseen} failed={failed} />,
    place: () =>
      view.kind === 'lobby' &&
      view.openSlotId && <TakePlace client={client} slotId={view.openSlotId} unseen={unseen} />,
    details: () => me && <MyDetails client={client} me={me} asked={view.asked ?? []} unseen={unseen} />,
    agenda: () => <AgendaNow view={view} />,
    group: () => inGroup && <GroupCard {...inGroup} />,
    work: () => inGroup && <GroupWork {...inGroup} online={snapshot.status.kind === 'online'} />,
    back: () => inGroup && <BackInPlenary outcome={inGroup.view.breakout.outcome} />,
    said: () => inGroup && <GroupSaid {...inGroup} />,
    stage: () => view.stage && <StageOnPhone client={client} stage={view.stage} lenses={stageLenses(view)} />,
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
        failed={failed.filter(({ command }) => !isToldElsewhere(command))}
        {...(me?.groupId === undefined ? {} : { groupId: me.groupId })}
      />
      {move}
      {participantSections(view, now).map((section) => (
        <section key={section} className={`participant__${section}`}>
          {draw[section]()}
        </section>
      ))}
    </div>
  );
}
