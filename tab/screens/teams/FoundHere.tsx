import type { TeamsUnlinked } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';
import { DraftEditor } from '../home/DraftEditor.tsx';
import { NewWorkshop } from '../home/NewWorkshop.tsx';
import { useDraftHistory } from '../home/useDraftHistory.ts';
import '../home/SetupPage.css';

interface FoundHereProps {
  readonly unlinked: Pick<TeamsUnlinked, 'found' | 'meetingTitle'>;
  readonly onFounded: (hostLink: string) => Promise<void>;
  readonly onBack: () => void;
}

/** A workshop from its programme, without leaving the meeting that it is for. */
export function FoundHere({ unlinked, onFounded, onBack }: FoundHereProps) {
  const words = useText(teamsWords);
  const history = useDraftHistory();
  if (history.draft === undefined) {
    return (
      <div className="setup">
        <p>
          <Button variant="quiet" onClick={onBack}>
            <Icon name="back" />
            {words.back}
          </Button>
        </p>
        <NewWorkshop title={unlinked.meetingTitle} onDraft={history.start} />
      </div>
    );
  }
  return (
    <DraftEditor
      draft={history.draft}
      history={history}
      onCreate={async (workshop, commandId) => {
        const founded = await unlinked.found(commandId, workshop);
        if (!founded.ok) return founded.problem;
        history.discard();
        await onFounded(founded.value.hostLink);
        return undefined;
      }}
    />
  );
}
