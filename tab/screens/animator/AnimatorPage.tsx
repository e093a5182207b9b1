import './animator.css';
import type { ClientSnapshot, WorkshopClient } from '../../net/client.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { announcementNow } from '../../parts/announcementNow.ts';
import { ClockBar } from '../../parts/ClockBar.tsx';
import { ConnectionBanner } from '../../parts/ConnectionBanner.tsx';
import { FailedCommands } from '../../parts/FailedCommands.tsx';
import { Page } from '../../parts/Page.tsx';
import { useNow } from '../../parts/useNow.ts';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import { AnimatorDesk } from './AnimatorDesk.tsx';
import { type HistoryOf, isOvertaken } from './KeyIdeasPanel.tsx';
import { NamedNotice } from './NamedNotice.tsx';
import { SituationNotice } from './SituationNotice.tsx';

interface AnimatorPageProps {
  readonly client: WorkshopClient;
  readonly history: HistoryOf;
  readonly onForget?: (() => void) | undefined;
  /** Came as a participant, and has been named to run a group while the page was open. */
  readonly isNew?: boolean;
}

export function AnimatorPage({ client, history, onForget, isNew = false }: AnimatorPageProps) {
  const snapshot = useSnapshot(client);
  const opening = useText(joinWords).opening;
  const now = useNow(client);
  const { view } = snapshot;
  const banner = <ConnectionBanner snapshot={snapshot} {...(onForget === undefined ? {} : { onForget })} />;
  if (view?.kind !== 'animator') {
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
      width="wide"
      banner={
        <>
          {banner}
          <ClockBar
            client={client}
            agenda={view.agenda}
            announcement={announcementNow({ ...view, phase: view.breakout?.phase }, now)}
          />
        </>
      }
    >
      <div className="animator">
        <Failures client={client} snapshot={snapshot} groupId={view.group.id} />
        <NamedNotice group={view.group} isNew={isNew} />
        <SituationNotice client={client} view={view} />
        {view.breakout === undefined || view.mergedInto !== undefined ? null : (
          <AnimatorDesk
            key={view.breakout.slotId}
            client={client}
            view={view}
            breakout={view.breakout}
            snapshot={snapshot}
            history={history}
          />
        )}
      </div>
    </Page>
  );
}

function Failures(props: {
  readonly client: WorkshopClient;
  readonly snapshot: ClientSnapshot;
  readonly groupId: string;
}) {
  const failed = props.snapshot.failed.filter((command) => !isOvertaken(command));
  return <FailedCommands client={props.client} failed={failed} groupId={props.groupId} />;
}
