import '../../styles/base.css';
import { useEffect } from 'react';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { PageToolsContext } from '../../parts/pageTools.ts';
import { useText } from '../../text/language.tsx';
import { roomsWords } from '../../text/rooms.ts';

/** The end of the window in which Microsoft asked for a permission: Teams is told and closes it, or words say how it ended. */
export function Consented({ isGiven, tell }: { readonly isGiven: boolean; readonly tell: (isGiven: boolean) => void }) {
  const words = useText(roomsWords);
  useEffect(() => tell(isGiven), [isGiven, tell]);
  return (
    <PageToolsContext value={null}>
      <Page title="Aparté">
        <Notice tone={isGiven ? 'ok' : 'warn'} title={isGiven ? words.givenTitle : words.notGivenTitle}>
          <p>{words.closeWindow}</p>
        </Notice>
      </Page>
    </PageToolsContext>
  );
}
