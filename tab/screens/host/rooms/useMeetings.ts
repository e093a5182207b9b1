import { useState } from 'react';
import type { RoomLobby } from '../../../../shared/protocol/teams.ts';
import type { TeamsHost } from '../../../net/teamsHost.ts';
import type { RoomsOutcome } from '../../../net/teamsRooms.ts';
import { useHost } from '../hostContext.ts';

/** How far the making of meetings is. `consent`: explained, and not asked for yet. */
export type MeetingsStep =
  | { readonly kind: 'choosing' | 'making' | 'consent' | 'asking' }
  | { readonly kind: 'told'; readonly outcome: RoomsOutcome };

/** Makes meetings for the groups of a breakout, and asks for the permission where it is missing: never without a press. */
export function useMeetings(slotId: string, first: MeetingsStep) {
  const { view, services } = useHost();
  const [step, setStep] = useState(first);
  const [lobby, setLobby] = useState<RoomLobby>('everyone');

  const make = async (teams: TeamsHost, hasAgreed = false): Promise<void> => {
    setStep({ kind: 'making' });
    const outcome = await services.makeRooms(teams, { workshopId: view.workshopId, slotId, lobby });
    const isAsked = isConsentMissing(outcome.problem) && !hasAgreed;
    setStep(isAsked ? { kind: 'consent' } : { kind: 'told', outcome });
  };
  const agree = async (teams: TeamsHost): Promise<void> => {
    setStep({ kind: 'asking' });
    if (await teams.askConsent()) await make(teams, true);
    else setStep({ kind: 'told', outcome: { rooms: [], problem: { code: 'graph_consent_needed' } } });
  };
  const merged = view.breakouts[slotId]?.merged ?? {};
  /** Groups that meet by themselves. */
  const meeting = view.groups.filter(({ id }) => merged[id] === undefined);
  const wanting = meeting.filter(({ roomUrl }) => roomUrl === '').length;
  const isBusy = step.kind === 'making' || step.kind === 'asking';
  return {
    step,
    lobby,
    setLobby,
    make: (teams: TeamsHost) => make(teams),
    agree,
    all: meeting.length,
    wanting,
    isBusy,
  };
}

export type Meetings = ReturnType<typeof useMeetings>;

/** Microsoft was asked, and said that the account has not agreed. */
export const isConsentMissing = (problem: RoomsOutcome['problem']): boolean =>
  typeof problem === 'object' && problem.code === 'graph_consent_needed';
