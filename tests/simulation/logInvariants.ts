import { remainingMs } from '../../shared/agenda/timer.ts';
import type { Command } from '../../shared/workshop/commands.ts';
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
  for (const [slotId, breakout] of Object.entries(state.breakouts)) {
    const { phase, placements, merged, setAside, choice } = breakout;
    for (const [id, groupId] of Object.entries(placements))
      demand(merged[groupId] === undefined, 'X9', `${id} stands in ${groupId}, which was given up in ${slotId}`);
    if (phase.kind === 'closed') continue;
    for (const { id } of participants(state)) {
      const groupId = placements[id];
      if (groupId === undefined && (setAside[id] === true || choice !== undefined)) continue;
      const isKnown = state.groups.some((group) => group.id === groupId);
      demand(isKnown, 'X9', `${id} stands in ${groupId} in the ${phase.kind} breakout ${slotId}`);
    }
    for (const id of Object.keys(placements)) {
      const isHere = state.expected[id] !== undefined || participants(state).some((member) => member.id === id);
      demand(isHere, 'X9', `${id} is no participant, and stands in the ${phase.kind} breakout ${slotId}`);
    }
  }
}

/** Whatever was written in either group stands in the one that is left, and who wrote and supports it is known there. */
const mergingLosesNothing: CheckFact = (before, fact, after) => {
  if (fact.event.kind !== 'GroupsMerged') return;
  const { slotId, fromGroupId, intoGroupId } = fact.event;
  const merged = after.breakouts[slotId]?.works[intoGroupId];
  for (const groupId of [fromGroupId, intoGroupId]) {
    const { answers = {}, keyIdeas = {}, supportedBy = {} } = before?.breakouts[slotId]?.works[groupId] ?? {};
    for (const answer of Object.values(answers)) {
      demand(same(merged?.answers[answer.id], answer), 'X21', `${answer.id} of ${groupId} was lost by merging`);
      const isOwned = merged?.writtenBy[answer.authorId]?.includes(answer.id);
      demand(isOwned === true, 'X21', `${answer.id} has lost its author by merging`);
    }
    for (const idea of Object.values(keyIdeas))
      demand(same(merged?.keyIdeas[idea.id], idea), 'X21', `${idea.id} of ${groupId} was lost by merging`);
    for (const [personId, ids] of Object.entries(supportedBy)) {
      const kept = ids.every((id) => merged?.supportedBy[personId]?.includes(id));
      demand(kept, 'X21', `${personId} lost what they support by merging`);
    }
  }
};

/** Nobody acts as, or keeps the place of, somebody expected who has come. */
const matchedOnce: CheckFact = (before, fact, after) => {
  if (fact.event.kind !== 'PersonMatched') return;
  const { personId, expectedId } = fact.event;
  demand(before?.expected[expectedId] !== undefined, 'X22', `${personId} came as ${expectedId}, who was not expected`);
  demand(after.expected[expectedId] === undefined, 'X22', `${expectedId} is expected still`);
  for (const [slotId, { placements }] of Object.entries(after.breakouts))
    demand(placements[expectedId] === undefined, 'X22', `${expectedId} stands in ${slotId} still`);
};

const arrivalsMoveNobody: CheckFact = (before, fact, after) => {
  if (fact.event.kind !== 'PersonPlaced' || before === undefined) return;
  const { slotId, personId } = fact.event;
  const { [personId]: _old, ...others } = before.breakouts[slotId]?.placements ?? {};
  const { [personId]: _new, ...now } = after.breakouts[slotId]?.placements ?? {};
  demand(same(others, now), 'X9', `placing ${personId} moved somebody else`);
};

/** Groups that the rules make hold everybody evenly; those that a host publishes hold everybody. */
export const groupsHoldEverybody =
  (sent: ReadonlyMap<string, { readonly command: Command }>): CheckFact =>
  (_before, fact, after) => {
    if (fact.event.kind !== 'GroupsFormed') return;
    const { placements } = fact.event;
    const sizes = after.groups.map(({ id }) => Object.values(placements).filter((place) => place === id).length);
    // Where people choose their group, the groups begin empty.
    if (Object.keys(placements).length === 0) return;
    const isPublished = sent.get(fact.commandId)?.command.kind === 'PublishGroups';
    demand(isPublished || Math.max(...sizes) - Math.min(...sizes) <= 1, 'X10', `sizes ${sizes}`);
    const everybody = participants(after).length + Object.keys(after.expected).length;
    demand(Object.keys(placements).length === everybody, 'X10', 'somebody was left out');
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

/** How an idea is read may still be said; what it says may not. */
const withoutLenses = ({ keyIdeas }: GroupWork) =>
  Object.values(keyIdeas).map(({ id, text, citations }) => ({ id, text, citations }));

const presentedIsFinal: CheckFact = (before, fact, after) => {
  if (before === undefined || before.breakouts === after.breakouts) return;
  const now = new Map(works(after));
  for (const [place, work] of works(before)) {
    if (work.presentedAt === undefined) continue;
    const later = now.get(place);
    const isKept =
      later?.presentedAt === work.presentedAt &&
      same(withoutLenses(later), withoutLenses(work)) &&
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
    const decision = decide(before, known.command, {
      now,
      commandId,
      seed: 1,
      drawNonce: () => '',
      roster: new Map(),
      actor,
    });
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
  submissionsAreWhole,
  presentedIsFinal,
  mergingLosesNothing,
  matchedOnce,
];

/** What the log shows to have been met. */
export const countFacts =
  (coverage: Coverage): CheckFact =>
  (before, { event, at, commandId }) => {
    if (event.kind === 'PersonPlaced' && event.personId === commandId) coverage.count('lateArrivalPlaced');
    if (event.kind === 'PersonMatched' && event.personId === commandId) coverage.count('placeClaimed');
    if (event.kind === 'GroupsMerged') {
      const given = before?.breakouts[event.slotId]?.works[event.fromGroupId]?.answers ?? {};
      if (Object.keys(given).length > 0) coverage.count('answersMerged');
    }
    if (event.kind !== 'AnswerPosted' || before === undefined) return;
    const { run, options, breakouts } = before;
    const phase = breakouts[event.slotId]?.phase;
    const bell = run.kind === 'running' && run.slotId === event.slotId ? run.endsAt : undefined;
    const last = phase?.kind === 'closed' ? phase.answersUntil : (bell ?? Number.NaN) + options.graceMs;
    if (at === bell || at === last) coverage.count('answerInBellInstant');
  };
