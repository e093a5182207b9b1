import './WallPage.css';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { ideasAcross } from '../../../shared/views/acrossWorkshops.ts';
import { type Api, browserApi } from '../../net/api.ts';
import { DropHere } from '../../parts/DropHere.tsx';
import { Page } from '../../parts/Page.tsx';
import { useFileDrop } from '../../parts/useFileDrop.ts';
import { acrossWords } from '../../text/across.ts';
import { useText } from '../../text/language.tsx';
import { type AcrossOrder, cardsAcross } from './cardsAcross.ts';
import { Projection } from './Projection.tsx';
import { ServerWorkshops } from './ServerWorkshops.tsx';
import { useSharedIdeas } from './useSharedIdeas.ts';
import { WallBoard } from './WallBoard.tsx';
import { WallFiles } from './WallFiles.tsx';
import { WallList } from './WallList.tsx';
import { changeReports, keepReports, keptReports, readWallFile, type WallReports } from './wallReports.ts';

export type WallApi = Pick<Api, 'workshops' | 'workshopReport'>;

interface WallPageProps {
  /** Empty: report files alone. */
  readonly setUpKey: string;
  readonly api?: WallApi;
}

const open = (): WallReports => ({ reports: keptReports(), refusals: [], replaced: [] });

/** The key ideas of several workshops on one wall, to work with and to project. */
export function WallPage({ setUpKey, api = browserApi }: WallPageProps) {
  const words = useText(acrossWords);
  const [wall, change] = useReducer(changeReports, undefined, open);
  const [by, arrange] = useState<AcrossOrder>('nearness');
  const [isProjected, project] = useState(false);
  const { reports } = wall;
  const ideas = useMemo(() => ideasAcross(reports), [reports]);
  const together = useSharedIdeas(ideas);
  const cards = useMemo(() => cardsAcross(by, ideas, together ?? []), [by, ideas, together]);
  useEffect(() => keepReports(reports), [reports]);
  const take = (file: File) => void readWallFile(file).then(change);
  const dropping = useFileDrop(take, true);
  if (isProjected) {
    const groups = new Set(ideas.map(({ group }) => group.id)).size;
    return (
      <Projection cards={cards} by={by} title={words.counted(reports.length, groups)} onLeave={() => project(false)} />
    );
  }
  return (
    <Page title={words.title} width="wide">
      <div className="across">
        <section className="across__sources" aria-label={words.addReports}>
          <p>{words.intro}</p>
          <WallList wall={wall} onChange={change} />
          {setUpKey === '' ? null : (
            <ServerWorkshops setUpKey={setUpKey} api={api} reports={reports} onChange={change} />
          )}
          <WallFiles onFile={take} />
        </section>
        <WallBoard
          cards={cards}
          by={by}
          onArrange={arrange}
          onProject={() => project(true)}
          workshopCount={reports.length}
          isWorking={together === undefined}
          isAnythingShared={(together ?? []).length > 0}
        />
      </div>
      {dropping && <DropHere text={words.dropHere} />}
    </Page>
  );
}
