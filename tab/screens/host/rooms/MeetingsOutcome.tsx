import type { HttpProblem } from '../../../../shared/protocol/http.ts';
import { groupTitle, listed } from '../../../../shared/views/wording.ts';
import type { RoomsOutcome } from '../../../net/teamsRooms.ts';
import { Notice } from '../../../parts/Notice.tsx';
import { useLanguage, useText } from '../../../text/language.tsx';
import { describeHttpProblem } from '../../../text/problems.ts';
import { roomsWords } from '../../../text/rooms.ts';
import { useHost } from '../hostContext.ts';
import { isConsentMissing } from './useMeetings.ts';

/** What became of the meetings: how many were made, which groups have none and why, and what still works. */
export function MeetingsOutcome({ outcome: { rooms, problem } }: { readonly outcome: RoomsOutcome }) {
  const { view } = useHost();
  const words = useText(roomsWords);
  const { language } = useLanguage();
  const describe = useDescription();
  const titlesOf = (groupIds: readonly string[]): readonly string[] =>
    view.groups.filter(({ id }) => groupIds.includes(id)).map((group) => groupTitle(group, language));
  const made = rooms.flatMap((room) => (room.kind === 'made' ? [room] : []));
  const ownLobby = titlesOf(made.flatMap(({ groupId, lobby }) => (lobby === 'teamsOwn' ? [groupId] : [])));
  const refused = new Map<HttpProblem['code'], { readonly problem: HttpProblem; readonly groupIds: string[] }>();
  for (const room of rooms) {
    if (room.kind !== 'refused') continue;
    const alike = refused.get(room.problem.code) ?? { problem: room.problem, groupIds: [] };
    alike.groupIds.push(room.groupId);
    refused.set(room.problem.code, alike);
  }
  return (
    <>
      {made.length > 0 && (
        <Notice tone="ok" title={words.made(made.length)}>
          <p>{words.madeHint}</p>
        </Notice>
      )}
      {ownLobby.length > 0 && (
        <Notice tone="warn">
          <p>{words.ownLobby(ownLobby)}</p>
        </Notice>
      )}
      {[...refused.values()].map(({ problem: why, groupIds }) => (
        <Notice key={why.code} tone="warn" title={listed(language, titlesOf(groupIds))}>
          <p>{describe(why)}</p>
        </Notice>
      ))}
      {problem !== undefined && <Stopped problem={problem} />}
      {problem === undefined && rooms.some(({ kind }) => kind === 'waiting') && (
        <Notice tone="warn" title={words.stopped}>
          <p>{words.slow}</p>
        </Notice>
      )}
    </>
  );
}

function Stopped({ problem }: { readonly problem: NonNullable<RoomsOutcome['problem']> }) {
  const words = useText(roomsWords);
  const describe = useDescription();
  return (
    <Notice tone="warn" title={isConsentMissing(problem) ? words.notGivenTitle : words.stopped}>
      <p>{describe(problem)}</p>
    </Notice>
  );
}

/** What stands in the way, and what works all the same. */
function useDescription(): (problem: NonNullable<RoomsOutcome['problem']>) => string {
  const words = useText(roomsWords);
  const { language } = useLanguage();
  return (problem) => {
    if (typeof problem === 'string') return problem === 'no_account' ? words.noAccount : words.noToken;
    switch (problem.code) {
      case 'graph_consent_needed':
        return words.notGiven;
      case 'graph_refused':
        return words.refused;
      case 'graph_unavailable':
        return words.unavailable;
      case 'denied':
        return words.notHost;
      default:
        return describeHttpProblem(problem, language);
    }
  };
}
