import '../../styles/base.css';
import './display.css';
import { useEffect } from 'react';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { DisplayView } from '../../../shared/views/views.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { ConnectionBanner } from '../../parts/ConnectionBanner.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useNow } from '../../parts/useNow.ts';
import { displayWords } from '../../text/display.ts';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import { BreakoutScene } from './BreakoutScene.tsx';
import { DisplayTools } from './DisplayTools.tsx';
import { announcementOnWall, displayScene } from './displayScene.ts';
import { JoinCorner } from './JoinCorner.tsx';
import { SlotScene } from './SlotScene.tsx';
import { StageScene } from './StageScene.tsx';
import { useWakeLock } from './useWakeLock.ts';
import { WaitingScene } from './WaitingScene.tsx';

interface DisplayPageProps {
  readonly client: WorkshopClient;
  /** The participants' ways in. */
  readonly links: readonly SharedLink[];
  readonly onForget?: () => void;
}

/** What the whole room looks at: one thing at a time, nothing to press. */
export function DisplayPage({ client, links, onForget }: DisplayPageProps) {
  const snapshot = useSnapshot(client);
  const words = useText(displayWords);
  const opening = useText(joinWords).opening;
  useWakeLock();
  const { view, status } = snapshot;
  const title = view?.title;
  useEffect(() => {
    document.title = title === undefined ? 'Aparté' : `${title} – Aparté`;
  }, [title]);
  if (status.kind === 'refused')
    return <ConnectionBanner snapshot={snapshot} {...(onForget === undefined ? {} : { onForget })} />;
  if (view?.kind !== 'display') {
    return (
      <p className="boot" role="status">
        {opening}
      </p>
    );
  }
  const scene = displayScene(view);
  return (
    <div className={`display display--${scene.kind}`}>
      <header className="display__head">
        {scene.kind === 'waiting' || scene.kind === 'ended' ? (
          <span />
        ) : (
          <h1 className="display__title">{view.title}</h1>
        )}
        <div role="status">
          {status.kind === 'offline' ? (
            <p className="display__offline">
              <Icon name="warning" />
              {words.offline}
            </p>
          ) : view.agenda.run.kind === 'paused' ? (
            <p className="display__paused">
              <Icon name="pause" />
              {words.paused}
            </p>
          ) : null}
        </div>
      </header>
      <main className="display__main">
        <Scene client={client} view={view} links={links} />
      </main>
      <footer className="display__foot">
        <Announced client={client} view={view} />
        {scene.kind === 'waiting' || scene.kind === 'ended' || scene.kind === 'stage' ? null : (
          <JoinCorner links={links} />
        )}
      </footer>
      <DisplayTools client={client} run={view.agenda.run} />
    </div>
  );
}

function Scene({
  client,
  view,
  links,
}: {
  readonly client: WorkshopClient;
  readonly view: DisplayView;
  readonly links: readonly SharedLink[];
}) {
  const words = useText(displayWords);
  const scene = displayScene(view);
  switch (scene.kind) {
    case 'waiting':
      return <WaitingScene view={view} links={links} />;
    case 'slot':
      return <SlotScene client={client} view={view} slot={scene.slot} />;
    case 'breakout':
      return <BreakoutScene client={client} view={view} breakout={scene.breakout} />;
    case 'stage':
      return <StageScene client={client} view={view} stage={scene.stage} />;
    case 'ended':
      return (
        <div className="goodbye">
          <h1 className="goodbye__thanks">{words.ended}</h1>
          <p className="goodbye__title">{view.title}</p>
          <p>{words.endedHint}</p>
        </div>
      );
  }
}

/** More than two lines of the large type. */
const manyChars = 120;

function Announced({ client, view }: { readonly client: WorkshopClient; readonly view: DisplayView }) {
  const announcement = announcementOnWall(view, useNow(client));
  return (
    <div className="display__announced" role="status">
      {announcement === undefined ? null : (
        <p
          className={`display__announcement${announcement.text.length > manyChars ? ' display__announcement--long' : ''}`}
        >
          <Icon name="megaphone" />
          {announcement.text}
        </p>
      )}
    </div>
  );
}
