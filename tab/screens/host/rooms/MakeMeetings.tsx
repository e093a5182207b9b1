import { useEffect, useRef } from 'react';
import { type RoomLobby, roomLobbies } from '../../../../shared/protocol/teams.ts';
import type { TeamsHost } from '../../../net/teamsHost.ts';
import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useText } from '../../../text/language.tsx';
import { roomsWords } from '../../../text/rooms.ts';
import { MeetingsOutcome } from './MeetingsOutcome.tsx';
import type { Meetings } from './useMeetings.ts';

/** One meeting for each group without a room: what is made and what will be asked stands here before anything happens. */
export function MakeMeetings({ meetings }: { readonly meetings: Meetings }) {
  const words = useText(roomsWords);
  const { step, wanting, isBusy } = meetings;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What is said next stands in sight, however long the list of groups is.
    if (step.kind === 'consent' || step.kind === 'told') top.current?.scrollIntoView({ block: 'nearest' });
  }, [step.kind]);
  const isConsent = step.kind === 'consent' || step.kind === 'asking';
  return (
    <div className="rooms__way" ref={top}>
      {step.kind === 'told' && <MeetingsOutcome outcome={step.outcome} />}
      {isConsent && (
        <Notice title={words.consentTitle}>
          <p>{words.consent}</p>
          <p>{words.consentAdmin}</p>
        </Notice>
      )}
      {wanting > 0 && !isConsent && (
        <>
          {step.kind !== 'told' && <p>{words.makeWhat(wanting)}</p>}
          <LobbyChoice lobby={meetings.lobby} disabled={isBusy} onChoose={meetings.setLobby} />
          {step.kind !== 'told' && <p className="rooms__soft">{words.makeFirst}</p>}
        </>
      )}
      {wanting === 0 && step.kind === 'choosing' && <p>{words.makeNone}</p>}
    </div>
  );
}

/** The one next thing to do: the same button from step to step, so that the focus stays on it. */
export function MeetingsButton({ meetings, teams }: { readonly meetings: Meetings; readonly teams: TeamsHost }) {
  const words = useText(roomsWords);
  const { step, wanting, isBusy, make, agree } = meetings;
  const label = {
    choosing: words.makeNow(wanting),
    making: words.making,
    consent: words.toMicrosoft,
    asking: words.atMicrosoft,
    told: words.retry,
  }[step.kind];
  return (
    <>
      <span role="status" className="visually-hidden">
        {isBusy && label}
      </span>
      <Button variant="primary" busy={isBusy} onClick={() => void (step.kind === 'consent' ? agree : make)(teams)}>
        {label}
      </Button>
    </>
  );
}

interface LobbyChoiceProps {
  readonly lobby: RoomLobby;
  readonly disabled: boolean;
  readonly onChoose: (lobby: RoomLobby) => void;
}

function LobbyChoice({ lobby, disabled, onChoose }: LobbyChoiceProps) {
  const words = useText(roomsWords);
  return (
    <fieldset className="choices" disabled={disabled}>
      <legend>{words.lobby}</legend>
      {roomLobbies.map((one) => (
        <label key={one}>
          <input type="radio" name="lobby" checked={lobby === one} onChange={() => onChoose(one)} />
          <span>
            {words[one]} <small className="rooms__soft">{words[`${one}Hint`]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
