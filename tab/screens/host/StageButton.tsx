import { useState } from 'react';
import { teamsPage } from '../../../shared/protocol/http.ts';
import { tokenIn } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useMayShareToStage, useTeams } from '../../parts/teamsContext.ts';
import { useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';
import { useHost } from './hostContext.ts';

type Sharing = 'idle' | 'asking' | 'shared' | 'refused';

/** In a meeting, for whoever may: the display before everybody's eyes. Nothing anywhere else. */
export function StageButton() {
  const words = useText(teamsWords);
  const teams = useTeams();
  const { services } = useHost();
  const mayShare = useMayShareToStage();
  const [sharing, setSharing] = useState<Sharing>('idle');
  if (teams === undefined || !mayShare) return null;
  const share = async (): Promise<void> => {
    setSharing('asking');
    const reply = await services.links();
    const display = reply.ok ? reply.value.find(({ role }) => role === 'display') : undefined;
    const isShared =
      display !== undefined &&
      (await teams.shareToStage(`${location.origin}${teamsPage}#${encodeURIComponent(tokenIn(display.value))}`));
    setSharing(isShared ? 'shared' : 'refused');
  };
  return (
    <>
      <Button variant="quiet" aria-label={words.stage} busy={sharing === 'asking'} onClick={() => void share()}>
        <Icon name={sharing === 'shared' ? 'check' : 'screen'} />
        <span className="console__word">{sharing === 'shared' ? words.staged : words.stage}</span>
      </Button>
      <span role="status" className={sharing === 'refused' ? 'console__refused' : 'visually-hidden'}>
        {sharing === 'refused' ? words.stageRefused : sharing === 'shared' ? words.staged : ''}
      </span>
    </>
  );
}
