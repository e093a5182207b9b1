import type { Me, View } from '../../../shared/views/views.ts';
import type { ClientSnapshot } from '../../../tab/net/client.ts';
import { writeDraft } from '../../../tab/net/drafts.ts';
import { JoinForm } from '../../../tab/parts/JoinForm.tsx';
import { Page } from '../../../tab/parts/Page.tsx';
import { WhoAreYou } from '../../../tab/parts/WhoAreYou.tsx';
import { ParticipantPage } from '../../../tab/screens/participant/ParticipantPage.tsx';
import { fakeClient } from '../fakeClient.ts';
import type { GalleryCase } from '../gallery.tsx';
import { withLongWords } from '../longWords.ts';
import {
  groupScene,
  groups,
  inGroup,
  lobby,
  me,
  fixtureNow as now,
  open,
  presented,
  prompt,
  running,
  stage,
} from './workshopFixture.ts';

const minute = 60_000;
const noHistory = async () => ({ ok: true, value: [] }) as const;
const screen = (name: string, view: View, more: Partial<ClientSnapshot> & { me?: Me } = {}): GalleryCase => ({
  name,
  element: <ParticipantPage client={fakeClient({ view, me, now, ...more })} history={noHistory} />,
});
const at8 = running('slot-breakout', 8 * minute);
const post = (text: string) => ({
  kind: 'PostAnswer' as const,
  slotId: 'slot-breakout',
  groupId: 'group-2',
  promptIndex: 0,
  text,
});

const asked = [
  { name: 'Région', choices: ['Bourgogne-Franche-Comté', 'Grand Est', 'Hauts-de-France'] },
  { name: 'Votre rôle', choices: [] },
];
const offered = {
  slotId: 'slot-breakout',
  groups: groups.map(({ roomUrl: _room, ...group }, index) => ({
    ...group,
    memberCount: [12, 9, 4][index] ?? 0,
    ...(index === 2 ? {} : { capacity: 12 }),
  })),
};

writeDraft('workshop-1:person-late:answer:slot-breakout:0', 'Un texte que la cloche a surpris.');

export const cases: readonly GalleryCase[] = [
  {
    name: 'join',
    element: (
      <Page title="Aparté">
        <JoinForm
          needed={{
            invitation: {
              workshopId: 'workshop-1',
              linkId: 'link-1',
              title: 'Vers de nouveaux équilibres socio-économiques des organisations publiques et privées',
              language: 'fr',
              role: 'participant',
            },
            suggested: { name: '', organisation: '' },
            join: async () => ({ ok: false, problem: { code: 'unreachable' } }),
          }}
          onJoined={() => undefined}
        />
      </Page>
    ),
  },
  screen('waiting', lobby({ kind: 'notStarted' })),
  screen('lobby', lobby(running('slot-grandest', 4 * minute + 12_000))),
  {
    name: 'join-asked',
    element: (
      <Page title="Aparté">
        <JoinForm
          needed={{
            invitation: {
              workshopId: 'workshop-1',
              linkId: 'link-1',
              title: 'Vers de nouveaux équilibres socio-économiques',
              language: 'fr',
              role: 'participant',
              attributes: asked,
            },
            suggested: { name: 'Nadia Fournier', organisation: '' },
            join: async () => ({ ok: false, problem: { code: 'unreachable' } }),
          }}
          onJoined={() => undefined}
        />
      </Page>
    ),
  },
  ...([undefined, { code: 'place_taken' }] as const).map(
    (problem): GalleryCase => ({
      name: problem === undefined ? 'join-who' : 'join-taken',
      element: (
        <Page title="Aparté">
          <WhoAreYou
            candidates={[
              { expectedId: 'expected-1', name: 'Nadia Fournier', organisation: 'Centre social Les Lilas' },
              { expectedId: 'expected-2', name: 'FOURNIER Nadia', organisation: '' },
            ]}
            problem={problem}
            joining={false}
            onClaim={() => undefined}
            onCorrect={() => undefined}
          />
        </Page>
      ),
    }),
  ),
  screen('choosing', { ...lobby(running('slot-grandest', 4 * minute)), choice: offered, asked }),
  screen(
    'chosen',
    { ...lobby(running('slot-grandest', 4 * minute)), choice: offered },
    {
      me: { ...me, chosenGroupId: 'group-2' },
      failed: [
        {
          commandId: 'command-3',
          command: { kind: 'ChooseGroup', slotId: 'slot-breakout', groupId: 'group-1' },
          queuedAt: now,
          problem: { kind: 'rejected', code: 'group_full' },
        },
      ],
    },
  ),
  screen('set-aside', { ...lobby(at8), openSlotId: 'slot-breakout' }),
  screen('merged', { ...inGroup(at8, open), joinedBy: groups.slice(2) }, { me: { ...me, arrived: false } }),
  screen('formed', inGroup(running('slot-grandest', 50_000), { kind: 'formed' })),
  screen('arriving', inGroup(at8, open), { me: { ...me, arrived: false, answerIds: [], supportedIds: [] } }),
  screen('working', {
    ...inGroup(at8, open),
    announcement: {
      id: 'announcement-1',
      text: 'Plus que deux minutes\u00a0: gardez une phrase par personne.',
      at: now,
    },
  }),
  screen(
    'sent-answers',
    inGroup(at8, open, { languageModel: { host: 'aparte-ateliers.openai.azure.com', allowed: true } }),
  ),
  screen('offline', inGroup(at8, open), {
    status: { kind: 'offline', since: now - 30_000 },
    pending: [{ commandId: 'command-1', command: post('Écrit dans le train, sans réseau.'), queuedAt: now }],
  }),
  screen('refused', inGroup(at8, open), {
    failed: [
      {
        commandId: 'command-2',
        command: post('Une réponse partie trop tard.'),
        queuedAt: now,
        problem: { kind: 'rejected', code: 'answers_closed' },
      },
    ],
  }),
  screen('gone', inGroup(at8, open), { status: { kind: 'refused', refusal: 'identity_unknown' } }),
  screen('grace', inGroup(running('slot-breakout', -18_000), open)),
  screen('over', inGroup(running('slot-breakout', -130_000), open), { me: { ...me, personId: 'person-late' } }),
  screen('paused', {
    ...inGroup(
      { kind: 'paused', slotId: 'slot-breakout', startedAt: now - 9 * minute, pausedAt: now, remainingMs: 5 * minute },
      open,
    ),
  }),
  screen('two-prompts', {
    ...inGroup(at8, open),
    breakout: { ...inGroup(at8, open).breakout, prompts: [prompt, 'Quelle première action, lundi\u202f?'] },
    group: { ...(groups[2] ?? inGroup(at8, open).group) },
  }),
  screen(
    'back',
    inGroup(running('slot-plenary', 5 * minute), {
      kind: 'closed',
      openedAt: now - 20 * minute,
      closedAt: now - 3 * minute,
      answersUntil: now - 2 * minute,
    }),
  ),
  screen('stage-group', {
    ...inGroup(running('slot-plenary', 4 * minute), {
      kind: 'closed',
      openedAt: now - 20 * minute,
      closedAt: now - 3 * minute,
      answersUntil: now - 2 * minute,
    }),
    stage: stage(groupScene()),
  }),
  screen('stage-wall', {
    ...lobby(running('slot-plenary', 4 * minute)),
    stage: stage({ kind: 'wall', by: 'group', groups: presented }),
  }),
  screen(
    'ended',
    inGroup(
      { kind: 'ended', endedAt: now },
      { kind: 'closed', openedAt: now - minute, closedAt: now - minute, answersUntil: now - 10 },
    ),
  ),
  screen('long-words-lobby', withLongWords(lobby(running('slot-grandest', 4 * minute)))),
  screen(
    'long-words',
    withLongWords({ ...inGroup(at8, open), announcement: { id: 'announcement-1', text: '', at: now } }),
    { me: withLongWords(me) },
  ),
  screen('long-words-arriving', withLongWords(inGroup(at8, open)), { me: withLongWords({ ...me, arrived: false }) }),
  screen(
    'long-words-stage',
    withLongWords({ ...lobby(running('slot-plenary', 4 * minute)), stage: stage(groupScene()) }),
  ),
  screen(
    'long-words-wall',
    withLongWords({
      ...lobby(running('slot-plenary', 4 * minute)),
      stage: stage({ kind: 'wall', by: 'group', groups: presented }),
    }),
  ),
];
