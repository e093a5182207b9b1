import { findSlot } from '../workshop/agenda/findSlot.ts';
import { emptyWork } from '../workshop/groups/groupWork.ts';
import type { Breakout, Group, WorkshopState } from '../workshop/state.ts';
import { type Audience, focusBreakout, placeOf } from './audience.ts';
import { commonView } from './projectCommon.ts';
import { anonymousAnswers, workView } from './projectWork.ts';
import { nameOf, type Surroundings } from './surroundings.ts';
import type {
  AnimatorBreakoutView,
  DisplayView,
  GroupBreakoutView,
  HostBreakoutView,
  LinkView,
  Me,
  PersonView,
  View,
} from './views.ts';

/** A breakout with its slot's prompts. */
function focusOf(state: WorkshopState, sees: 'formed' | 'opened') {
  const slotId = focusBreakout(state, sees);
  const breakout = slotId === undefined ? undefined : state.breakouts[slotId];
  if (slotId === undefined || breakout === undefined) return undefined;
  return { slotId, breakout, prompts: findSlot(state, slotId)?.prompts ?? [] };
}

function hostBreakouts(state: WorkshopState, surroundings: Surroundings): Readonly<Record<string, HostBreakoutView>> {
  const views = Object.entries(state.breakouts).map(([slotId, breakout]) => {
    const works = Object.entries(breakout.works).map(([groupId, work]) => [
      groupId,
      workView(breakout, groupId, work, surroundings, 'host', state.options),
    ]);
    return [slotId, { slotId, phase: breakout.phase, works: Object.fromEntries(works) }];
  });
  return Object.fromEntries(views);
}

function peopleViews(state: WorkshopState, surroundings: Surroundings): Readonly<Record<string, PersonView>> {
  const people: Record<string, PersonView> = {};
  for (const { id, role, groupId, removed } of Object.values(state.people)) {
    if (removed) continue;
    const connected = surroundings.connected.has(id);
    people[id] = { id, ...nameOf(surroundings, id), role, ...(groupId === undefined ? {} : { groupId }), connected };
  }
  return people;
}

function linkViews(state: WorkshopState): Readonly<Record<string, LinkView>> {
  const views = Object.values(state.links).map(({ id, role, groupId, medium, revoked }) => [
    id,
    { id, role, ...(groupId === undefined ? {} : { groupId }), medium, revoked },
  ]);
  return Object.fromEntries(views);
}

function animatorBreakout(
  state: WorkshopState,
  group: Group,
  surroundings: Surroundings,
): AnimatorBreakoutView | undefined {
  const focus = focusOf(state, 'formed');
  if (focus === undefined) return undefined;
  const { slotId, breakout, prompts } = focus;
  const work = breakout.works[group.id] ?? emptyWork;
  const numbers = new Map(state.groups.map((other) => [other.id, other.number]));
  const elsewhere: Record<string, { id: string; name: string; groupNumber: number }> = {};
  for (const [id, groupId] of Object.entries(breakout.placements)) {
    if (groupId === group.id) continue;
    elsewhere[id] = { id, name: nameOf(surroundings, id).name, groupNumber: numbers.get(groupId) ?? 0 };
  }
  return {
    slotId,
    phase: breakout.phase,
    prompts,
    work: workView(breakout, group.id, work, surroundings, 'animator', state.options),
    elsewhere,
  };
}

function groupBreakout(
  state: WorkshopState,
  groupId: string,
  surroundings: Surroundings,
): GroupBreakoutView | undefined {
  const focus = focusOf(state, 'opened');
  if (focus === undefined) return undefined;
  const { slotId, breakout, prompts } = focus;
  const work = breakout.works[groupId] ?? emptyWork;
  const companions: Record<string, { id: string; name: string; organisation: string }> = {};
  for (const [id, place] of Object.entries(breakout.placements)) {
    if (place === groupId) companions[id] = { id, ...nameOf(surroundings, id) };
  }
  return {
    slotId,
    phase: breakout.phase,
    prompts,
    answers: anonymousAnswers(work),
    companions,
    helpCalled: work.helpCall !== undefined,
    outcome: work.outcome.kind,
  };
}

const countPlaces = (breakout: Breakout, groupId: string, isCounted: (personId: string) => boolean): number =>
  Object.entries(breakout.placements).filter(([personId, place]) => place === groupId && isCounted(personId)).length;

function displayBreakout(state: WorkshopState): DisplayView['breakout'] {
  const focus = focusOf(state, 'opened');
  if (focus === undefined) return undefined;
  const { slotId, breakout, prompts } = focus;
  const groups = state.groups.map(({ id, number, name, animatorName }) => {
    const work = breakout.works[id] ?? emptyWork;
    return {
      id,
      number,
      name,
      animatorName,
      memberCount: countPlaces(breakout, id, () => true),
      arrivedCount: countPlaces(breakout, id, (personId) => breakout.arrivals[personId] !== undefined),
      answerCount: Object.keys(anonymousAnswers(work)).length,
      submitted: work.outcome.kind === 'submitted',
    };
  });
  return { slotId, phase: breakout.phase, prompts, groups };
}

const isParticipant = (member: { readonly role: string; readonly removed: boolean }): boolean =>
  member.role === 'participant' && !member.removed;

/**
 * The single visibility rule: what an audience may know of a workshop, and therefore all that is ever sent to it.
 * The result holds neither `null` nor `undefined`. What did not change keeps its identity where that is cheap.
 */
export function projectView(state: WorkshopState, audience: Audience, surroundings: Surroundings): View {
  const common = commonView(state, audience);
  switch (audience.kind) {
    case 'host':
      return {
        kind: 'host',
        ...common,
        people: peopleViews(state, surroundings),
        groups: state.groups,
        breakouts: hostBreakouts(state, surroundings),
        links: linkViews(state),
      };
    case 'animator': {
      const group = state.groups.find((other) => other.id === audience.groupId);
      if (group === undefined) return { kind: 'lobby', ...common };
      const breakout = animatorBreakout(state, group, surroundings);
      return { kind: 'animator', ...common, group, ...(breakout === undefined ? {} : { breakout }) };
    }
    case 'group': {
      const group = state.groups.find((other) => other.id === audience.groupId);
      const breakout = groupBreakout(state, audience.groupId, surroundings);
      if (group === undefined || breakout === undefined) return { kind: 'lobby', ...common };
      return { kind: 'group', ...common, group, breakout };
    }
    case 'lobby':
      return { kind: 'lobby', ...common };
    case 'display': {
      const breakout = displayBreakout(state);
      return {
        kind: 'display',
        ...common,
        participantCount: Object.values(state.people).filter(isParticipant).length,
        ...(breakout === undefined ? {} : { breakout }),
      };
    }
  }
}

/** What concerns one person alone; undefined for a stranger or someone removed. */
export function projectMe(state: WorkshopState, personId: string, surroundings: Surroundings): Me | undefined {
  const member = state.people[personId];
  if (member === undefined || member.removed) return undefined;
  const slotId = focusBreakout(state, member.role === 'animator' ? 'formed' : 'opened');
  const breakout = slotId === undefined ? undefined : state.breakouts[slotId];
  const groupId = member.role === 'animator' ? member.groupId : placeOf(state, personId);
  const works = Object.values(breakout?.works ?? {});
  return {
    personId,
    role: member.role,
    ...nameOf(surroundings, personId),
    ...(groupId === undefined ? {} : { groupId }),
    arrived: breakout?.arrivals[personId] !== undefined,
    // In every group of the breakout: whoever was moved still finds what they wrote in the first one.
    answerIds: works.flatMap((work) =>
      (work.writtenBy[personId] ?? []).filter((id) => work.answers[id]?.withdrawn === false),
    ),
    supportedIds: works.flatMap((work) => work.supportedBy[personId] ?? []),
  };
}
