import { placeOf } from '../../shared/views/audience.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { Surroundings } from '../../shared/views/surroundings.ts';
import type { DisplayView, GroupView } from '../../shared/views/views.ts';
import { groupTitle } from '../../shared/views/wording.ts';
import { findSlot } from '../../shared/workshop/agenda/findSlot.ts';
import type { Language, WorkshopState } from '../../shared/workshop/state.ts';
import type { ReachablePerson } from '../store/chatStore.ts';
import { isReminderTrue } from '../workshop/alarms.ts';
import type { Message, Reply } from '../workshop/messages.ts';
import { type Card, cutText } from './cards/card.ts';
import {
  announcementCard,
  cardFor,
  groupsCard,
  helpCard,
  linkedCard,
  recallCard,
  reminderCard,
  sentenceCard,
  timeLeftText,
  welcomeCard,
} from './cards/noticeCards.ts';
import { animatorCard, placeCard } from './cards/placeCard.ts';
import { type OwnPart, promptsCard } from './cards/promptsCard.ts';
import { restitutionCard } from './cards/restitutionCard.ts';
import type { WaysIn } from './cards/waysIn.ts';
import { workshopCard } from './cards/workshopCard.ts';
import type { Content, Mention } from './teamsPort.ts';
import { hourIn, wordsOf } from './words.ts';

/** What is true when a message leaves. */
export interface Scene {
  readonly state: WorkshopState;
  readonly names: Surroundings['names'];
  readonly now: number;
  readonly waysIn: WaysIn;
  /** Whom the bot met, by the workshop's own persons. */
  readonly reachable: readonly ReachablePerson[];
  /** Of a message that calls people by name: whom. */
  readonly called: readonly string[];
}

/** Teams asks for a version of their own for so many people of one card. */
const mostRefreshed = 60;
/** Names in one message; the others see that there are more. */
const mostMentions = 40;

/** A message in the words of this moment; undefined when there is nothing to say any more. Shows what views show. */
export function drawMessage(message: Message, scene: Scene): Content | undefined {
  const { state, now } = scene;
  const { language } = state;
  switch (message.kind) {
    case 'workshop':
      return asCard(workshopCard(displayOf(scene), scene.waysIn, language), cutText(state.title, 120));
    case 'prompts': {
      const card = drawPrompts(scene, message.slotId, message.groupId);
      return card === undefined ? undefined : asCard(card);
    }
    case 'reminder':
      if (!isReminderTrue(state, message.slotId, message.endsAt)) return undefined;
      return asCard(reminderCard(message.minutes, language));
    case 'recall': {
      const phase = state.breakouts[message.slotId]?.phase;
      if (phase?.kind !== 'closed' || phase.closedAt !== message.closedAt) return undefined;
      return asCard(recallCard(language));
    }
    case 'restitution': {
      const { stage, ...view } = displayOf(scene);
      if (stage?.slotId !== message.slotId || stage.scene.kind === 'waiting') return undefined;
      return asCard(restitutionCard({ ...view, stage }, scene.waysIn, language));
    }
    case 'place': {
      const { slotId, groupId, personId } = message;
      const breakout = state.breakouts[slotId];
      // Whoever was moved meanwhile is told of the other group by another message.
      if (breakout?.phase.kind !== 'open' || breakout.placements[personId] !== groupId) return undefined;
      const view = groupViewOf(scene, groupId);
      return view === undefined ? undefined : asCard(placeCard(view, personId, scene.waysIn, language));
    }
    case 'mentions':
      return drawMentions(scene, message.slotId, message.groupId);
    case 'announcement': {
      const made = state.announcements.find(({ id }) => id === message.announcementId);
      return made === undefined ? undefined : asCard(announcementCard(made.text, language));
    }
    case 'reply': {
      const { personId, isNamed } = message;
      const drawn = drawReply(message.reply, message.language, scene, personId, now);
      const name = personId === undefined || isNamed !== true ? '' : (scene.names.get(personId)?.name ?? '');
      return drawn?.kind !== 'card' || name === '' ? drawn : asCard(cardFor(drawn.card, name, message.language));
    }
  }
}

const asCard = (card: Card, summary: string = cutText(card.speak, 200)): Content => ({ kind: 'card', card, summary });

function surroundingsOf({ names }: Pick<Scene, 'names'>): Surroundings {
  return { names, connected: new Set(), syntheses: new Map(), shared: new Map() };
}

const displayOf = (scene: Scene): DisplayView =>
  projectView(scene.state, { kind: 'display' }, surroundingsOf(scene)) as DisplayView;

function groupViewOf(scene: Scene, groupId: string): GroupView | undefined {
  const view = projectView(scene.state, { kind: 'group', groupId }, surroundingsOf(scene));
  return view.kind === 'group' ? view : undefined;
}

/** A group's questions. With a person: with what is theirs. */
export function drawPrompts(
  scene: Scene,
  slotId: string,
  groupId: string,
  personId?: string,
  own: Omit<OwnPart, 'answers'> = { kept: new Map() },
): Card | undefined {
  const { state, now, reachable } = scene;
  const view = groupViewOf(scene, groupId);
  const slot = findSlot(state, slotId);
  if (view === undefined || slot === undefined) return undefined;
  const mine = new Set(personId === undefined ? [] : projectMe(state, personId, surroundingsOf(scene))?.answerIds);
  const answers = Object.values(view.breakout.answers).filter(({ id }) => mine.has(id));
  return promptsCard({
    view,
    slotId,
    prompts: slot.prompts,
    now,
    language: state.language,
    ...(personId === undefined ? {} : { own: { ...own, answers } }),
    refreshFor: reachable
      .filter((person) => view.breakout.companions[person.personId] !== undefined)
      .map(({ userId }) => userId)
      .slice(0, mostRefreshed),
  });
}

/** The card of the workshop with where somebody is to go on it: it takes its place for them, and loses nothing of it. */
export function drawOwnWorkshop(scene: Scene, personId: string): Card {
  const { language } = scene.state;
  const common = workshopCard(displayOf(scene), scene.waysIn, language);
  const own = drawWhereAmI(scene, personId, language);
  const { actions = [] } = own;
  const items = [...own.body, ...(actions.length === 0 ? [] : [{ type: 'ActionSet', actions } as const])];
  return {
    ...common,
    speak: own.speak,
    fallbackText: own.fallbackText,
    body: [...common.body, { type: 'Container', separator: true, spacing: 'medium', items }],
  };
}

/** What is answered where no workshop takes place. */
export function drawBareReply(reply: Reply, language: Language): Content | undefined {
  const say = wordsOf[language];
  switch (reply.kind) {
    case 'help':
    case 'unknown':
      return asCard(helpCard(language, reply.kind === 'unknown'));
    case 'welcome':
      return asCard(welcomeCard(say.welcome, say.welcomeHint, language));
    case 'welcomeAlone':
      return asCard(welcomeCard(say.welcomeAlone, say.welcomeAloneHint, language));
    case 'notInWorkshop':
      return asCard(sentenceCard(say.notInWorkshop, language));
    case 'notLinked':
      return asCard(sentenceCard(say.notLinked, language));
    case 'received':
      return asCard(sentenceCard(say.received, language));
    case 'outcome':
      return asCard(sentenceCard(reply.code === '' ? say.done : say.refused(reply.code), language));
    default:
      return undefined;
  }
}

/** Where somebody is to go. */
function drawWhereAmI(scene: Scene, personId: string, language: Language): Card {
  const say = wordsOf[language];
  const member = scene.state.people[personId];
  if (member?.role === 'host') return sentenceCard(say.hostPlace, language);
  const groupId = member?.role === 'animator' ? member.groupId : placeOf(scene.state, personId);
  const view = groupId === undefined ? undefined : groupViewOf(scene, groupId);
  if (view !== undefined) return placeCard(view, personId, scene.waysIn, language);
  const run = member?.role === 'animator' ? scene.state.groups.find(({ id }) => id === groupId) : undefined;
  return run === undefined ? sentenceCard(say.notPlaced, language) : animatorCard(run, scene.waysIn, language);
}

function drawMentions(scene: Scene, slotId: string, groupId: string): Content | undefined {
  const { state, called, reachable } = scene;
  const breakout = state.breakouts[slotId];
  const group = state.groups.find(({ id }) => id === groupId);
  if (breakout?.phase.kind !== 'open' || group === undefined) return undefined;
  const people = called.filter((personId) => breakout.placements[personId] === groupId);
  const mentions = people.slice(0, mostMentions).flatMap((personId): Mention[] => {
    const person = reachable.find((each) => each.personId === personId);
    return person === undefined ? [] : [{ userId: person.userId, name: plain(person.name) }];
  });
  if (mentions.length === 0) return undefined;
  const say = wordsOf[state.language];
  const others = people.length - mentions.length;
  const calls = [...mentions.map(({ name }) => `<at>${name}</at>`), ...(others > 0 ? [say.others(others)] : [])];
  const room = group.roomUrl === '' ? say.noRoom : `${say.openRoom}\u00a0: ${group.roomUrl}`;
  return {
    kind: 'text',
    text: `${plain(groupTitle(group, state.language))}\u00a0: ${calls.join(', ')}. ${room}`,
    mentions,
  };
}

/** A name without what Teams would read as markup. */
const plain = (text: string): string =>
  text
    .replace(/[<>&*_`~[\]()#|\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function drawReply(
  reply: Reply,
  language: Language,
  scene: Scene,
  personId: string | undefined,
  now: number,
): Content | undefined {
  const say = wordsOf[language];
  switch (reply.kind) {
    case 'whereAmI':
      if (personId === undefined) return asCard(sentenceCard(say.refused('stranger'), language));
      return asCard(drawWhereAmI(scene, personId, language));
    case 'groups':
      return asCard(groupsCard(displayOf(scene), language));
    case 'timeLeft':
      return asCard(sentenceCard(timeLeftText(displayOf(scene), now, language, hourIn), language));
    case 'linked': {
      const group = scene.state.groups.find(({ id }) => id === reply.groupId);
      return group === undefined ? undefined : asCard(linkedCard(group, language));
    }
    default:
      return drawBareReply(reply, language);
  }
}
