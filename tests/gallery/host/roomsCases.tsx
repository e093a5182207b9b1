import type { HostView } from '../../../shared/views/views.ts';
import type { TeamsHost } from '../../../tab/net/teamsHost.ts';
import type { RoomsOutcome } from '../../../tab/net/teamsRooms.ts';
import { TeamsContext } from '../../../tab/parts/teamsContext.ts';
import { HostContext } from '../../../tab/screens/host/hostContext.ts';
import { RoomsDialog } from '../../../tab/screens/host/rooms/RoomsDialog.tsx';
import type { MeetingsStep } from '../../../tab/screens/host/rooms/useMeetings.ts';
import { fakeClient } from '../fakeClient.ts';
import type { GalleryCase } from '../gallery.tsx';
import { fakeTeamsHost } from '../teams/fakeTeamsHost.ts';
import { at, breakout, groups, hostView, services } from './fixtures.ts';

const nothing = () => undefined;
const now = at(15, 2);
const [one, two, three] = groups.map(({ id }) => id) as [string, string, string];
const roomsIn = (...urls: readonly string[]): Partial<HostView> => ({
  groups: groups.map((group, index) => ({ ...group, roomUrl: urls[index] ?? '' })),
});
const meeting = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0';
const pasted = 'https://bbb.universite-de-la-participation-citoyenne.exemple/salle-2';

function dialog(name: string, view: Partial<HostView>, first?: MeetingsStep, teams?: TeamsHost): GalleryCase {
  const client = fakeClient({ now, view: hostView(view) });
  const snapshot = client.snapshot();
  const slot = hostView().agenda.slots.find(({ id }) => id === 'slot-0008');
  if (slot === undefined) throw new Error('the fixture has a breakout');
  const host = {
    client,
    services,
    snapshot,
    view: hostView(view),
    send: client.send,
    open: nothing,
    preparations: new Map(),
    steady: { current: true },
  };
  return {
    name,
    element: (
      <TeamsContext value={teams}>
        <HostContext value={host}>
          <RoomsDialog slot={slot} onClose={nothing} {...(first === undefined ? {} : { first })} />
        </HostContext>
      </TeamsContext>
    ),
  };
}
const inTeams = (name: string, first?: MeetingsStep, view: Partial<HostView> = roomsIn('', pasted)): GalleryCase =>
  dialog(`rooms-${name}`, view, first, fakeTeamsHost);
const told = (name: string, outcome: RoomsOutcome, view?: Partial<HostView>): GalleryCase =>
  inTeams(name, { kind: 'told', outcome }, view);

export const roomsCases: readonly GalleryCase[] = [
  dialog('rooms-browser', { ...roomsIn('', pasted), breakouts: { 'slot-0008': breakout('formed') } }),
  inTeams('choosing'),
  inTeams('making', { kind: 'making' }),
  inTeams('consent', { kind: 'consent' }),
  inTeams('asking', { kind: 'asking' }),
  inTeams('all', undefined, roomsIn(meeting, pasted, meeting)),
  told('not-given', { rooms: [], problem: { code: 'graph_consent_needed' } }),
  told('not-host', { rooms: [], problem: { code: 'denied' } }),
  told(
    'made',
    {
      rooms: [
        { groupId: one, kind: 'made', lobby: 'asAsked' },
        { groupId: two, kind: 'kept' },
        { groupId: three, kind: 'made', lobby: 'teamsOwn' },
      ],
    },
    roomsIn(meeting, pasted, meeting),
  ),
  told(
    'partly',
    {
      rooms: [
        { groupId: one, kind: 'made', lobby: 'asAsked' },
        { groupId: two, kind: 'refused', problem: { code: 'graph_unavailable' } },
        { groupId: three, kind: 'refused', problem: { code: 'graph_refused' } },
      ],
    },
    roomsIn(meeting),
  ),
];
