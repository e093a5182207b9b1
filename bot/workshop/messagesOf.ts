import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { NewMessage } from '../store/outboxStore.ts';
import { alarmsOf } from './alarms.ts';
import { cardKeyOf, type Message, usefulMs } from './messages.ts';

/** Where a workshop is told of. */
export interface Audiences {
  /** Chats of everybody's. */
  readonly meetings: readonly string[];
  /** Group → the chats where it works. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Person → the lane that reaches them alone. */
  readonly people: ReadonlyMap<string, string>;
}

/** What an event changes for people in Teams. */
type Concern = 'agenda' | 'clock' | 'prompts' | 'restitution';

const concerns: Partial<Record<WorkshopEvent['kind'], readonly Concern[]>> = {
  WorkshopRenamed: ['agenda'],
  SlotAdded: ['agenda'],
  SlotRevised: ['agenda', 'prompts'],
  SlotMoved: ['agenda'],
  SlotRemoved: ['agenda'],
  GroupAdded: ['agenda'],
  GroupRevised: ['agenda', 'prompts'],
  GroupRemoved: ['agenda'],
  LinkIssued: ['agenda'],
  LinkRevoked: ['agenda'],
  AgendaStarted: ['agenda'],
  SlotStarted: ['agenda', 'clock'],
  AgendaPaused: ['agenda', 'prompts'],
  AgendaResumed: ['agenda', 'clock', 'prompts'],
  SlotExtended: ['agenda', 'clock', 'prompts'],
  SlotShortened: ['agenda', 'clock', 'prompts'],
  DelayAbsorbed: ['agenda'],
  WorkshopEnded: ['agenda'],
  BreakoutOpened: ['agenda', 'clock', 'prompts'],
  BreakoutClosed: ['agenda', 'prompts'],
  GroupsMerged: ['prompts'],
  GroupPresented: ['agenda', 'restitution'],
  WallShown: ['agenda', 'restitution'],
  RestitutionOrdered: ['restitution'],
  KeyIdeasSubmitted: ['restitution'],
  KeyIdeasReopened: ['restitution'],
  AnswerWithdrawn: ['restitution'],
};

/**
 * What is to be told of some facts. The same facts give the same ids: told twice, they are told once.
 * @param state behind the last of them, or later
 */
export function messagesOf(
  facts: readonly Fact[],
  state: WorkshopState,
  audiences: Audiences,
  now: number,
): readonly NewMessage[] {
  const messages: NewMessage[] = [];
  const touched = new Set(facts.flatMap(({ event }) => concerns[event.kind] ?? []));
  const version = facts.at(-1)?.version ?? 0;
  const tell: Tell = (lane, payload, id, notBefore = now) => {
    const cardKey = cardKeyOf(payload);
    messages.push({
      id: `${state.id} ${id} ${lane}`,
      workshopId: state.id,
      lane,
      payload,
      ...(cardKey === undefined ? {} : { cardKey }),
      notBefore,
      expiresAt: notBefore + usefulMs[payload.kind],
    });
  };
  const everywhere = [...audiences.meetings, ...[...audiences.groups.values()].flat()];

  for (const fact of facts) tellFact(fact, state, audiences, everywhere, tell);
  if (touched.has('agenda')) {
    for (const lane of audiences.meetings) tell(lane, { kind: 'workshop' }, `workshop ${version}`);
  }
  if (touched.has('prompts')) {
    for (const [slotId, { phase }] of Object.entries(state.breakouts)) {
      if (phase.kind === 'formed') continue;
      for (const [groupId, lanes] of audiences.groups) {
        for (const lane of lanes) tell(lane, { kind: 'prompts', slotId, groupId }, `prompts ${slotId} ${version}`);
      }
    }
  }
  if (touched.has('restitution') && state.stage !== undefined) {
    const { slotId, presented, scene } = state.stage;
    if (presented.length > 0 || scene.kind === 'wall') {
      for (const lane of audiences.meetings) tell(lane, { kind: 'restitution', slotId }, `restitution ${version}`);
    }
  }
  if (touched.has('clock')) messages.push(...alarmsOf(state, everywhere, now));
  return messages;
}

type Tell = (lane: string, payload: Message, id: string, notBefore?: number) => void;

/** What one fact says to somebody, and is said once. News of an hour ago, read after a start, are out of date at once. */
function tellFact(
  { event, version, at }: Fact,
  state: WorkshopState,
  audiences: Audiences,
  everywhere: readonly string[],
  tell: Tell,
): void {
  const tellPlace = (slotId: string, personId: string, id: string): void => {
    const breakout = state.breakouts[slotId];
    const groupId = breakout?.placements[personId];
    const lane = audiences.people.get(personId);
    if (breakout?.phase.kind !== 'open' || groupId === undefined || lane === undefined) return;
    tell(lane, { kind: 'place', slotId, groupId, personId }, `place ${slotId} ${groupId} ${personId} ${id}`, at);
  };
  switch (event.kind) {
    case 'BreakoutOpened':
    case 'GroupsMerged': {
      const breakout = state.breakouts[event.slotId];
      // Whoever was told already is not told again when two groups become one: their id is the same.
      const opened = breakout?.phase.kind === 'open' ? String(breakout.phase.openedAt) : '';
      for (const personId of Object.keys(breakout?.placements ?? {})) tellPlace(event.slotId, personId, opened);
      return;
    }
    case 'PersonPlaced':
      tellPlace(event.slotId, event.personId, String(version));
      return;
    case 'BreakoutClosed': {
      const phase = state.breakouts[event.slotId]?.phase;
      if (phase?.kind !== 'closed') return;
      const { slotId, answersUntil } = event;
      // Answers count a little longer: the card says so until then, and closes by itself.
      for (const [groupId, lanes] of audiences.groups) {
        const closing = `closing ${slotId} ${groupId} ${version}`;
        for (const lane of lanes) tell(lane, { kind: 'prompts', slotId, groupId }, closing, answersUntil + 1);
      }
      for (const lane of everywhere) {
        tell(lane, { kind: 'recall', slotId, closedAt: phase.closedAt }, `recall ${slotId} ${version}`, at);
      }
      return;
    }
    case 'AnnouncementMade': {
      const { announcementId, groupIds } = event;
      const lanes = groupIds?.flatMap((groupId) => audiences.groups.get(groupId) ?? []) ?? everywhere;
      for (const lane of new Set(lanes)) tell(lane, { kind: 'announcement', announcementId }, announcementId, at);
      return;
    }
    default:
  }
}
