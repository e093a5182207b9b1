import type { Card } from '../../bot/teams/cards/card.ts';
import { drawMessage, drawOwnWorkshop, drawPrompts, type Scene } from '../../bot/teams/drawMessage.ts';
import type { Content } from '../../bot/teams/teamsPort.ts';
import type { Message } from '../../bot/workshop/messages.ts';
import type { Language } from '../../shared/workshop/state.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  groupId,
  host,
  inGroup,
  opened,
  participant,
  populated,
  restitutionSlot,
  submission,
  type WorkshopScenario,
} from './workshopScenario.ts';

/** What a message is drawn from, in a workshop played by hand. */
export const sceneOf = (workshop: WorkshopScenario, language: Language = 'fr'): Scene => ({
  state: { ...workshop.state, language },
  names: new Map(
    Object.keys(workshop.state.people).map((id) => [
      id,
      { name: `Prénom Nom-${id}`, organisation: 'Réseau Alliances', email: '', attributes: {} },
    ]),
  ),
  now: workshop.now,
  waysIn: {
    url: 'https://ateliers.example.org/p#jeton',
    code: 'ABCD-EFGH',
    tab: {
      appId: 'bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee',
      webUrl: 'https://ateliers.example.org/p#jeton',
      conversationId: '19:meeting@thread.v2',
    },
  },
  reachable: [participant(1), participant(2), participant(4)].map((personId) => ({
    personId,
    userId: `29:${personId}`,
    name: `Prénom ${personId}`,
    reach: 'unknown',
  })),
  called: [participant(1), participant(4)],
});

/** Open groups, with texts that want to be markup. */
function atWork(): WorkshopScenario {
  const workshop = opened();
  const text = 'Le **mentorat** croisé entre [associations](https://exemple.org) & collectivités <b>rurales</b>';
  workshop.given(participant(1), { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text }, 'answer-0001');
  return workshop;
}

function onTheWall(): WorkshopScenario {
  const workshop = drafted();
  for (const number of [1, 2]) workshop.given(animator(number), submission(number));
  workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
  workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
  return workshop;
}

const cardIn = (content: Content | undefined): Card => {
  if (content?.kind !== 'card') throw new Error('no card was drawn');
  return content.card;
};

/** Every card of the bot, by name, in one language. */
export function sampleCards(language: Language): Readonly<Record<string, Card>> {
  const work = atWork();
  const working = sceneOf(work, language);
  const wall = sceneOf(onTheWall(), language);
  const closed = opened();
  closed.given(host, { kind: 'BringBack', slotId: breakoutSlot });
  const back = sceneOf(closed, language);
  const waiting = sceneOf(populated(), language);
  const { run } = work.state;
  const endsAt = run.kind === 'running' ? run.endsAt : 0;
  const closedPhase = closed.state.breakouts[breakoutSlot]?.phase;
  const closedAt = closedPhase?.kind === 'closed' ? closedPhase.closedAt : 0;
  work.given(host, { kind: 'Announce', text: 'Pensez à *vos deux* idées. Le café est servi.' }, 'announce-0001');
  const draw = (message: Message, scene: Scene = working): Card => cardIn(drawMessage(message, scene));
  const reply = (
    kind: 'help' | 'unknown' | 'groups' | 'timeLeft' | 'welcome' | 'welcomeAlone' | 'notLinked' | 'notInWorkshop',
  ): Card => draw({ kind: 'reply', reply: { kind }, language });
  const own = { kept: new Map([[1, 'Un texte gardé']]) };
  const prompts = (notice: { tone: 'good' | 'attention'; text: string }): Card => {
    const card = drawPrompts(working, breakoutSlot, groupId(1), participant(1), { ...own, notice });
    if (card === undefined) throw new Error('no questions');
    return card;
  };
  return {
    workshopWaiting: draw({ kind: 'workshop' }, waiting),
    workshop: draw({ kind: 'workshop' }),
    prompts: draw({ kind: 'prompts', slotId: breakoutSlot, groupId: groupId(1) }),
    promptsSent: prompts({
      tone: 'good',
      text: language === 'fr' ? 'Votre réponse est enregistrée.' : 'Your answer is stored.',
    }),
    promptsRefused: prompts({
      tone: 'attention',
      text: language === 'fr' ? 'Rien n’a été envoyé.' : 'Nothing was sent.',
    }),
    promptsClosed: draw(
      { kind: 'prompts', slotId: breakoutSlot, groupId: groupId(1) },
      { ...back, now: back.now + 600_000 },
    ),
    reminder5: draw({ kind: 'reminder', slotId: breakoutSlot, endsAt, minutes: 5 }),
    reminder1: draw({ kind: 'reminder', slotId: breakoutSlot, endsAt, minutes: 1 }),
    recall: draw({ kind: 'recall', slotId: breakoutSlot, closedAt }, back),
    announcement: draw({ kind: 'announcement', announcementId: 'announce-0001' }, sceneOf(work, language)),
    place: draw({ kind: 'place', slotId: breakoutSlot, groupId: groupId(1), personId: participant(1) }),
    whereAmI: drawOwnWorkshop(working, participant(2)),
    whereAmIAnimator: drawOwnWorkshop(waiting, animator(1)),
    restitution: draw({ kind: 'restitution', slotId: restitutionSlot }, wall),
    help: reply('help'),
    unknown: reply('unknown'),
    groups: reply('groups'),
    timeLeft: reply('timeLeft'),
    welcome: reply('welcome'),
    welcomeAlone: reply('welcomeAlone'),
    notInWorkshop: reply('notInWorkshop'),
    notLinked: reply('notLinked'),
    linked: draw({ kind: 'reply', reply: { kind: 'linked', groupId: groupId(2) }, language }),
    refused: draw({ kind: 'reply', reply: { kind: 'outcome', code: 'denied' }, language }),
  };
}
