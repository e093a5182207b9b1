import { findSlot } from '../workshop/agenda/findSlot.ts';
import { emptyWork } from '../workshop/groups/groupWork.ts';
import { standingGroups } from '../workshop/groups/standingGroups.ts';
import { askedValues } from '../workshop/people/asked.ts';
import type { Breakout, Group, Member, WorkshopState } from '../workshop/state.ts';
import { type Audience, focusBreakout, placeOf } from './audience.ts';
import { commonView } from './projectCommon.ts';
import { anonymousAnswers, workView } from './projectWork.ts';
import { nameOf, type PersonDetails, type Surroundings } from './surroundings.ts';
import type {
  AnimatorBreakoutView,
  CommonView,
  DisplayView,
  GroupBreakoutView,
  GroupSummary,
  HostBreakoutView,
  HostView,
  LinkView,
  LobbyView,
  Me,
  PersonView,
  UndeliveredView,
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
      workView(state, breakout, { slotId, groupId }, work, surroundings, 'host'),
    ]);
    const { phase, recipe, choice, merged } = breakout;
    const view: HostBreakoutView = {
      slotId,
      phase,
      ...(recipe === undefined ? {} : { recipe }),
      ...(choice === undefined ? {} : { choice }),
      merged,
      works: Object.fromEntries(works),
    };
    return [slotId, view];
  });
  return Object.fromEntries(views);
}

/** All that is known of somebody: for hosts. */
function knownOf(surroundings: Surroundings, personId: string) {
  const email = surroundings.names.get(personId)?.email ?? '';
  return {
    ...nameOf(surroundings, personId),
    ...(email === '' ? {} : { email }),
    ...attributesOf(surroundings, personId),
  };
}

function attributesOf(surroundings: Surroundings, personId: string) {
  const { attributes = {} } = surroundings.names.get(personId) ?? {};
  return withAttributes(attributes);
}

const withAttributes = (attributes: PersonDetails['attributes']) =>
  Object.keys(attributes).length === 0 ? {} : { attributes };

/** Came as a participant, and runs a group now. */
const isNamed = ({ links }: WorkshopState, { role, linkId }: Member): boolean =>
  role === 'animator' && links[linkId]?.role === 'participant';

function peopleViews(state: WorkshopState, surroundings: Surroundings): Readonly<Record<string, PersonView>> {
  const people: Record<string, PersonView> = {};
  const hasList =
    Object.keys(state.expected).length > 0 || Object.values(state.people).some(({ wasExpected }) => wasExpected);
  for (const member of Object.values(state.people)) {
    const { id, role, groupId, removed } = member;
    if (removed) continue;
    people[id] = {
      id,
      ...knownOf(surroundings, id),
      role,
      ...(groupId === undefined ? {} : { groupId }),
      ...(isNamed(state, member) ? { named: true } : {}),
      ...(hasList && role === 'participant' && !member.wasExpected ? { unexpected: true } : {}),
      connected: surroundings.connected.has(id),
    };
  }
  for (const { id } of Object.values(state.expected)) {
    people[id] = { id, ...knownOf(surroundings, id), role: 'participant', connected: false, expected: true };
  }
  return people;
}

function undeliveredViews(state: WorkshopState, surroundings: Surroundings): Pick<HostView, 'undelivered'> {
  const { undelivered = [] } = surroundings;
  if (undelivered.length === 0) return {};
  const views = undelivered.map(({ groupId, personId, ...message }): UndeliveredView => {
    const group = state.groups.find(({ id }) => id === groupId);
    return {
      ...message,
      ...(group === undefined ? {} : { groupNumber: group.number }),
      ...(personId === undefined ? {} : { personName: nameOf(surroundings, personId).name }),
    };
  });
  return { undelivered: Object.fromEntries(views.map((view) => [view.id, view])) };
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
    work: workView(state, breakout, { slotId, groupId: group.id }, work, surroundings, 'animator'),
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
  const groups = standingGroups(state, breakout).map(({ id, number, name, animatorName }) => {
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

/** What became of a group by merging, in the breakout in front of its people. */
function mergings(state: WorkshopState, groupId: string, sees: 'formed' | 'opened') {
  const merged = focusOf(state, sees)?.breakout.merged ?? {};
  const mergedInto = state.groups.find(({ id }) => id === merged[groupId]);
  const joinedBy = state.groups.filter(({ id }) => merged[id] === groupId).map(summaryOf);
  return {
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(joinedBy.length === 0 ? {} : { joinedBy }),
  };
}

const summaryOf = ({ id, number, name, animatorName }: Group): GroupSummary => ({ id, number, name, animatorName });

/** Who stands in no group: what may be chosen, or that a place may be taken. */
function lobbyView(state: WorkshopState, common: CommonView): LobbyView {
  const offered = Object.entries(state.breakouts).find(([, { choice }]) => choice !== undefined);
  const openSlotId = Object.entries(state.breakouts).find(([, { phase }]) => phase.kind === 'open')?.[0];
  return {
    kind: 'lobby',
    ...common,
    ...(offered === undefined ? {} : { choice: choiceView(state, ...offered) }),
    ...(openSlotId === undefined ? {} : { openSlotId }),
  };
}

function choiceView(state: WorkshopState, slotId: string, breakout: Breakout): NonNullable<LobbyView['choice']> {
  const groups = standingGroups(state, breakout).map((group) => {
    const capacity = breakout.choice?.[group.id];
    const memberCount = countPlaces(breakout, group.id, () => true);
    return { ...summaryOf(group), memberCount, ...(capacity === undefined ? {} : { capacity }) };
  });
  return { slotId, groups };
}

const isParticipant = (member: { readonly role: string; readonly removed: boolean }): boolean =>
  member.role === 'participant' && !member.removed;

/**
 * The single visibility rule: what an audience may know of a workshop, and therefore all that is ever sent to it.
 * The result holds neither `null` nor `undefined`. What did not change keeps its identity where that is cheap.
 */
export function projectView(state: WorkshopState, audience: Audience, surroundings: Surroundings): View {
  const common = commonView(state, audience, surroundings);
  switch (audience.kind) {
    case 'host':
      return {
        kind: 'host',
        ...common,
        people: peopleViews(state, surroundings),
        groups: state.groups,
        breakouts: hostBreakouts(state, surroundings),
        links: linkViews(state),
        attributes: state.attributes,
        recipes: state.recipes,
        earlier: state.earlier,
        ...undeliveredViews(state, surroundings),
      };
    case 'animator': {
      const group = state.groups.find((other) => other.id === audience.groupId);
      if (group === undefined) return { kind: 'lobby', ...common };
      const breakout = animatorBreakout(state, group, surroundings);
      return {
        kind: 'animator',
        ...common,
        group,
        ...mergings(state, group.id, 'formed'),
        ...(breakout === undefined ? {} : { breakout }),
      };
    }
    case 'group': {
      const group = state.groups.find((other) => other.id === audience.groupId);
      const breakout = groupBreakout(state, audience.groupId, surroundings);
      if (group === undefined || breakout === undefined) return lobbyView(state, common);
      const runBy = Object.values(state.people)
        .filter((member) => !member.removed && member.groupId === group.id && isNamed(state, member))
        .map(({ id }) => ({ id, ...nameOf(surroundings, id) }));
      return {
        kind: 'group',
        ...common,
        group,
        ...mergings(state, group.id, 'opened'),
        ...(runBy.length === 0 ? {} : { runBy }),
        breakout,
      };
    }
    case 'lobby':
      return lobbyView(state, common);
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
  const chosenGroupId = Object.values(state.breakouts).find(({ choice }) => choice !== undefined)?.placements[personId];
  return {
    personId,
    role: member.role,
    ...nameOf(surroundings, personId),
    ...(groupId === undefined ? {} : { groupId }),
    ...(chosenGroupId === undefined ? {} : { chosenGroupId }),
    ...withAttributes(askedValues(state, surroundings.names.get(personId)?.attributes ?? {})),
    arrived: breakout?.arrivals[personId] !== undefined,
    // In every group of the breakout: whoever was moved still finds what they wrote in the first one.
    answerIds: works.flatMap((work) =>
      (work.writtenBy[personId] ?? []).filter((id) => work.answers[id]?.withdrawn === false),
    ),
    supportedIds: works.flatMap((work) => work.supportedBy[personId] ?? []),
  };
}
