import { err, ok } from '../../../shared/core/result.ts';
import type { TeamsHost } from '../../../tab/net/teamsHost.ts';
import type { TeamsEntry, TeamsNewcomer, TeamsUnlinked } from '../../../tab/net/teamsSession.ts';
import { Page } from '../../../tab/parts/Page.tsx';
import { PageToolsContext } from '../../../tab/parts/pageTools.ts';
import { TeamsContext } from '../../../tab/parts/teamsContext.ts';
import { JoinByAccount } from '../../../tab/screens/teams/JoinByAccount.tsx';
import { NoAnswer } from '../../../tab/screens/teams/NoAnswer.tsx';
import { SettingsPage } from '../../../tab/screens/teams/SettingsPage.tsx';
import { SignInProblem } from '../../../tab/screens/teams/SignInProblem.tsx';
import { Unlinked } from '../../../tab/screens/teams/Unlinked.tsx';
import '../../../tab/screens/teams/teams.css';
import { Consented } from '../../../tab/screens/teams/Consented.tsx';
import type { GalleryCase } from '../gallery.tsx';
import { fakeTeamsHost } from './fakeTeamsHost.ts';

const nothing = () => undefined;
const never = new Promise<never>(nothing);

const unlinked = (mayLink: boolean, workshops: TeamsUnlinked['workshops']): TeamsUnlinked => ({
  kind: 'unlinked',
  mayLink,
  workshops,
  open: () => never,
  link: async (): Promise<TeamsEntry> => ({ kind: 'refused', problem: { code: 'link_unknown' } }),
  linkOwn: () => never,
  found: async () => ok({ hostLink: '' }),
});
const own: TeamsUnlinked['workshops'] = [
  { workshopId: 'w1', title: 'Atelier 2 – Parcours « modèles socio-économiques »', date: '2026-07-07', role: 'host' },
  { workshopId: 'w2', title: 'Conseil d’administration', role: 'participant' },
];

const newcomer: TeamsNewcomer = {
  kind: 'newcomer',
  invitation: {
    workshopId: 'w1',
    linkId: 'l1',
    title: 'Parcours « modèles socio-économiques »',
    language: 'fr',
    role: 'participant',
  },
  suggested: { name: 'Zoé Ménard', organisation: '' },
  join: () => never,
  attach: async () => err({ code: 'pass_unknown' }),
};

const inTeams = (name: string, element: GalleryCase['element']): GalleryCase => ({
  name,
  element: (
    <PageToolsContext value={null}>
      <Page title="Aparté">{element}</Page>
    </PageToolsContext>
  ),
});
const problem = (name: string, what: Parameters<typeof SignInProblem>[0]['problem']): GalleryCase =>
  inTeams(name, <SignInProblem problem={what} onAllow={nothing} onRetry={nothing} onGuest={nothing} />);
const at = (name: string, shown: TeamsUnlinked, place: TeamsHost['place'] = { meetingId: 'meeting-1' }): GalleryCase =>
  inTeams(
    name,
    <TeamsContext value={{ ...fakeTeamsHost, place }}>
      <Unlinked unlinked={shown} onEntry={nothing} onGuest={nothing} />
    </TeamsContext>,
  );

export const cases: readonly GalleryCase[] = [
  inTeams('newcomer', <JoinByAccount newcomer={newcomer} onJoined={nothing} />),
  problem('consent', 'consent_needed'),
  problem('consent-refused', 'consent_refused'),
  problem('no-token', 'no_token'),
  problem('tenant', { code: 'tenant_not_allowed' }),
  problem('unreachable', { code: 'unreachable' }),
  at('unlinked-organizer', unlinked(true, own)),
  at('unlinked-attendee', unlinked(false, [])),
  at('own-tab', unlinked(false, own), {}),
  { name: 'settings', element: <SettingsPage host={fakeTeamsHost} /> },
  { name: 'consented', element: <Consented isGiven tell={nothing} /> },
  { name: 'consent-not-given', element: <Consented isGiven={false} tell={nothing} /> },
  { name: 'no-answer', element: <NoAnswer plainAddress="/" /> },
];
