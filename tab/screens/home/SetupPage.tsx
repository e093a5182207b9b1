import { useState } from 'react';
import type { CreateReply } from '../../../shared/protocol/http.ts';
import { type Api, browserApi } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import type { NamedGroup } from '../../parts/invitationText.ts';
import { LinksList } from '../../parts/LinksList.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { homeWords } from '../../text/home.ts';
import { useText } from '../../text/language.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { NewWorkshop } from './NewWorkshop.tsx';
import type { SetupDraft } from './setupDraft.ts';
import { useDraftHistory } from './useDraftHistory.ts';
import { WorkshopsList } from './WorkshopsList.tsx';
import './SetupPage.css';

export type SetupApi = Pick<Api, 'workshops' | 'createWorkshop'>;

interface Founded {
  readonly draft: SetupDraft;
  readonly reply: CreateReply;
}

/** Preparing workshops: the list, a programme to import, the draft, the links. */
export function SetupPage({ setUpKey, api = browserApi }: { readonly setUpKey: string; readonly api?: SetupApi }) {
  const words = useText(homeWords);
  const history = useDraftHistory();
  const [founded, setFounded] = useState<Founded>();
  if (founded) {
    return (
      <Page title={founded.draft.title} width="wide">
        <FoundedLinks founded={founded} onDone={() => setFounded(undefined)} />
      </Page>
    );
  }
  return (
    <Page title={words.setUp} width="wide">
      {history.draft === undefined ? (
        <div className="setup">
          <NewWorkshop onDraft={history.start} />
          <WorkshopsList setUpKey={setUpKey} api={api} />
        </div>
      ) : (
        <DraftEditor
          draft={history.draft}
          history={history}
          onCreate={async (workshop, commandId) => {
            const reply = await api.createWorkshop(setUpKey, commandId, workshop);
            if (!reply.ok) return reply.problem;
            if (history.draft) setFounded({ draft: history.draft, reply: reply.value });
            history.discard();
            return undefined;
          }}
        />
      )}
    </Page>
  );
}

function FoundedLinks({
  founded: { draft, reply },
  onDone,
}: {
  readonly founded: Founded;
  readonly onDone: () => void;
}) {
  const words = useText(homeWords);
  const hostUrl = reply.links.find((link) => link.role === 'host')?.value;
  return (
    <div className="setup setup--links">
      <Notice tone="ok" title={words.created}>
        <p>{words.createdHint}</p>
      </Notice>
      <div className="setup__actions">
        {hostUrl && (
          <a className="button button--primary" href={hostUrl}>
            {words.openConsole}
          </a>
        )}
        <Button onClick={onDone}>{words.backToWorkshops}</Button>
      </div>
      <LinksList title={draft.title} date={draft.date} links={reply.links} groups={groupsOf(draft, reply)} />
    </div>
  );
}

/** The server numbers the groups in the order of the draft; its animator links carry their ids. */
function groupsOf(draft: SetupDraft, reply: CreateReply): NamedGroup[] {
  const ids = reply.links.flatMap((link) => (link.groupId === undefined ? [] : [link.groupId]));
  return [...new Set(ids)].flatMap((id, index) => {
    const content = draft.groups[index]?.content;
    return content === undefined
      ? []
      : { id, number: index + 1, name: content.name, animatorName: content.animatorName };
  });
}
