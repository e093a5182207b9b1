import { remainingMs } from '../../shared/agenda/timer.ts';
import { decide } from '../../shared/workshop/decide.ts';
import { standingCitations } from '../../shared/workshop/groups/groupWork.ts';
import type { GroupWork, WorkshopState } from '../../shared/workshop/state.ts';
import type { Coverage } from './coverage.ts';
import type { CheckFact } from './logBook.ts';
import { same, Violation } from './violation.ts';

const demand = (holds: boolean, rule: string, what: string): void => {
  if (!holds) throw new Violation(rule, what);
};

const versionsFollow: CheckFact = (before, fact, _after, book) => {
  demand(fact.version === (before?.version ?? 0) + 1, 'X8', `version ${fact.version} after ${before?.version}`);
  const previous = book.facts.at(-2);
  demand(previous === undefined || previous.at <= fact.at, 'X8', `time ran back at version ${fact.version}`);
};

/** Facts of one command stand together, and come once. */
const oneEffectPerCommand: CheckFact = (_before, fact, _after, { facts }) => {
  const isSame = (other: { actorId: string; commandId: string }) =>
    other.actorId === fact.actorId && other.commandId === fact.commandId;
  let index = facts.length - 1;
  while (index >= 0 && isSame(facts[index] as typeof fact)) index -= 1;
  const earlier = facts.slice(0, index + 1).find(isSame);
  demand(earlier === undefined, 'X3', `${fact.commandId} took effect at ${earlier?.version} and ${fact.version}`);
};

const raising = ['SlotStarted', 'SlotExtended', 'AgendaResumed', 'DelayAbsorbed'];

const timeOnlyRisesOnPurpose: CheckFact = (before, fact, after) => {
  if (before === undefined || raising.includes(fact.event.kind)) return;
  const left = remainingMs(before.run, fact.at);
  const now = remainingMs(after.run, fact.at);
  demand(left === undefined || now === undefined || now <= left, 'X7', `${fact.event.kind} gave ${now} after ${left}`);
};

const participants = (state: WorkshopState) =>
  Object.values(state.people).filter((member) => member.role === 'participant' && !member.removed);

/** Checked when a command's facts are complete: one command may bring somebody in and place them. */
const everyoneHasOneGroup: CheckFact = (_before, fact, _after, { facts, states }) => {
  const previous = facts.at(-2);
  if (previous === undefined || (previous.commandId === fact.commandId && previous.actorId === fact.actorId)) return;
  const state = states.at(-2);
  if (state === undefined) return;
  checkPlaces(state);
};

export function checkPlaces(state: WorkshopState): void {
  for (const [slotId, { phase, placements }] of Object.entries(state.breakouts)) {
    if (phase.kind === 'closed') continue;
    for (const { id } of participants(state)) {
      const groupId = placements[id];
      const isKnown = state.groups.some((group) => group.id === groupId);
      demand(isKnown, 'X9', `${id} stands in ${groupId} in the ${phase.kind} breakout ${slotId}`);
    }
  }
}

const arrivalsMoveNobody: CheckFact = (before, fact, after) => {
  if (fact.event.kind !== 'PersonPlaced' || before === undefined) return;
  const { slotId, personId } = fact.event;
  const { [personId]: _old, ...others } = before.breakouts[slotId]?.placements ?? {};
  const { [personId]: _new, ...now } = after.breakouts[slotId]?.placements ?? {};
  demand(same(others, now), 'X9', `placing ${personId} moved somebody else`);
};

const groupsAreBalanced: CheckFact = (_before, fact, after) => {
  if (fact.event.kind !== 'GroupsFormed') return;
  const { placements } = fact.event;
  const sizes = after.groups.map(({ id }) => Object.values(placements).filter((place) => place === id).length);
  demand(Math.max(...sizes) - Math.min(...sizes) <= 1, 'X10', `sizes ${sizes}`);
  demand(Object.keys(placements).length === participants(after).length, 'X10', 'somebody was left out');
};

const submissionsAreWhole: CheckFact = (before, fact, after) => {
  if (fact.event.kind !== 'KeyIdeasSubmitted') return;
  const { slotId, groupId, keyIdeaIds } = fact.event;
  const work = before?.breakouts[slotId]?.works[groupId];
  demand(new Set(keyIdeaIds).size === after.options.keyIdeasPerGroup, 'X11', `${keyIdeaIds.length} ideas`);
  for (const id of keyIdeaIds) {
    const idea = work?.keyIdeas[id];
    const cites = work !== undefined && idea !== undefined && standingCitations(work, idea).length > 0;
    demand(cites, 'X11', `idea ${id} rests on nothing`);
  }
};

const works = (state: WorkshopState): readonly (readonly [string, GroupWork])[] =>
  Object.entries(state.breakouts).flatMap(([slotId, breakout]) =>
    Object.entries(breakout.works).map(([groupId, work]) => [`${slotId} ${groupId}`, work] as const),
  );

const presentedIsFinal: CheckFact = (before, fact, after) => {
  if (before === undefined || before.breakouts === after.breakouts) return;
  const now = new Map(works(after));
  for (const [place, work] of works(before)) {
    if (work.presentedAt === undefined) continue;
    const later = now.get(place);
    const isKept =
      later?.presentedAt === work.presentedAt &&
      same(later.keyIdeas, work.keyIdeas) &&
      same(later.outcome, work.outcome);
    demand(isKept, 'X12', `${fact.event.kind} changed what ${place} had presented`);
  }
};

/** What was stored is what the pure rules decide on the state before it, once. */
export const storedAsDecided = (
  sent: ReadonlyMap<string, { readonly actorId: string; readonly command: Parameters<typeof decide>[1] }>,
  onStored: (commandId: string) => void,
): CheckFact => {
  const seen = new Set<string>();
  return (before, fact, _after) => {
    const known = sent.get(fact.commandId);
    if (known === undefined || before === undefined || seen.has(fact.commandId)) return;
    seen.add(fact.commandId);
    onStored(fact.commandId);
    demand(known.actorId === fact.actorId, 'X3', `${fact.commandId} acted as ${fact.actorId}`);
    const actor = before.people[known.actorId];
    demand(actor !== undefined, 'X3', `${fact.commandId} acted for nobody`);
    if (actor === undefined) return;
    const { at: now, commandId } = fact;
    const decision = decide(before, known.command, { now, commandId, seed: 1, drawNonce: () => '', actor });
    const first = decision.ok ? decision.value[0]?.kind : undefined;
    demand(first === fact.event.kind, 'X3', `${known.command.kind} stored ${fact.event.kind}, not ${first}`);
  };
};

/** A press of Next takes effect only on the slot that the host saw. */
export const nextMovesOnce = (
  sent: ReadonlyMap<string, { readonly command: Parameters<typeof decide>[1] }>,
): CheckFact => {
  return (_before, fact, _after, { facts, states }) => {
    if (fact.event.kind !== 'SlotStarted') return;
    const command = sent.get(fact.commandId)?.command;
    if (command?.kind !== 'NextSlot' && command?.kind !== 'PreviousSlot') return;
    const firstIndex = facts.findIndex((other) => other.commandId === fact.commandId && other.actorId === fact.actorId);
    const run = states[firstIndex]?.run;
    const from = run?.kind === 'running' || run?.kind === 'paused' ? run.slotId : undefined;
    demand(from === command.fromSlotId, 'X14', `${command.kind} from ${command.fromSlotId} moved from ${from}`);
  };
};

export const logInvariants: readonly CheckFact[] = [
  versionsFollow,
  oneEffectPerCommand,
  timeOnlyRisesOnPurpose,
  everyoneHasOneGroup,
  arrivalsMoveNobody,
  groupsAreBalanced,
  submissionsAreWhole,
  presentedIsFinal,
];

/** What the log shows to have been met. */
export const countFacts =
  (coverage: Coverage): CheckFact =>
  (before, { event, at, commandId }) => {
    if (event.kind === 'PersonPlaced' && event.personId === commandId) coverage.count('lateArrivalPlaced');
    if (event.kind !== 'AnswerPosted' || before === undefined) return;
    const { run, options, breakouts } = before;
    const phase = breakouts[event.slotId]?.phase;
    const bell = run.kind === 'running' && run.slotId === event.slotId ? run.endsAt : undefined;
    const last = phase?.kind === 'closed' ? phase.answersUntil : (bell ?? Number.NaN) + options.graceMs;
    if (at === bell || at === last) coverage.count('answerInBellInstant');
  };
