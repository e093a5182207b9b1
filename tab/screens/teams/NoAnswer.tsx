import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Entrance } from '../../parts/Entrance.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';
import { RoleScreen } from './RoleScreen.tsx';

/** The frame is not one of Teams, or Teams is silent: nobody waits, there is always a way in. */
export function NoAnswer({ plainAddress }: { readonly plainAddress: string }) {
  const words = useText(teamsWords);
  const [stays, setStays] = useState(false);
  if (stays) return <Entrance pageRole="any">{(session) => <RoleScreen session={session} />}</Entrance>;
  return (
    <Page title="Aparté">
      <Notice
        tone="warn"
        title={words.silentTitle}
        actions={
          <>
            <Button onClick={() => setStays(true)}>{words.stayHere}</Button>
            <a className="button button--primary" href={plainAddress} target="_blank" rel="noopener">
              {words.openInBrowser}
            </a>
          </>
        }
      >
        <p>{words.silent}</p>
      </Notice>
    </Page>
  );
}
