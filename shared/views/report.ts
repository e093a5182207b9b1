import { currentSlotId } from '../agenda/timer.ts';
import { byCode } from '../core/order.ts';
import type { EpochMs } from '../core/time.ts';
import { standingCitations } from '../workshop/groups/groupWork.ts';
import { standingGroups } from '../workshop/groups/standingGroups.ts';
import type { Answer, Breakout, Group, GroupWork, Slot, WorkshopState } from '../workshop/state.ts';
import type {
  Report,
  ReportAnswer,
  ReportBreakout,
  ReportCounts,
  ReportGap,
  ReportGroup,
  ReportKeyIdea,
  ReportMember,
  ReportRestitution,
  ReportSlot,
} from './reportModel.ts';
import type { PersonName } from './surroundings.ts';

/** What the parts of a report are made from. */
interface Source {
  readonly state: WorkshopState;
  /** By person, from the table of people: one who was erased has no entry. */
  readonly names: ReadonlyMap<string, PersonName>;
}

function reportSlot(state: WorkshopState, slot: Slot): ReportSlot {
  const { run } = state;
  const actual = state.actual[slot.id];
  const underWay = currentSlotId(run) === slot.id;
  const endedAt = underWay ? undefined : (actual?.endedAt ?? (run.kind === 'ended' ? run.endedAt : undefined));
  return {
    id: slot.id,
    kind: slot.kind,
    title: slot.title,
    ...(slot.section === undefined ? {} : { section: slot.section }),
    ...(slot.lead === undefined ? {} : { lead: slot.lead }),
    speakers: slot.speakers,
    ...(slot.plannedStart === undefined ? {} : { plannedStart: slot.plannedStart }),
    plannedMs: slot.durationMs,
    ...(actual === undefined ? {} : { startedAt: actual.startedAt }),
    ...(actual === undefined || endedAt === undefined ? {} : { endedAt, actualMs: endedAt - actual.startedAt }),
    status: underWay ? 'underWay' : actual === undefined ? 'notDone' : 'done',
  };
}

/** Animators of the group, then the people placed in it, by name, unnamed ones last; people who were taken out are not there. */
function membersOf({ state, names }: Source, breakout: Breakout | undefined, groupId: string): ReportMember[] {
  const { compare } = new Intl.Collator(state.language);
  return Object.values(state.people)
    .flatMap((person): ReportMember[] => {
      if (person.removed) return [];
      const animates = person.role === 'animator' && person.groupId === groupId;
      if (!animates && breakout?.placements[person.id] !== groupId) return [];
      const { name = '', organisation = '' } = names.get(person.id) ?? {};
      return [{ name, organisation, role: animates ? 'animator' : 'participant' }];
    })
    .sort(
      (one, other) =>
        Number(one.role === 'participant') - Number(other.role === 'participant') ||
        Number(one.name === '') - Number(other.name === '') ||
        compare(one.name, other.name) ||
        byCode(one.name + one.organisation, other.name + other.organisation),
    );
}

const reportAnswer = (answer: Answer): ReportAnswer => ({
  id: answer.id,
  text: answer.text,
  supports: answer.supporterIds.length,
});

const standing = (work: GroupWork): Answer[] =>
  Object.values(work.answers)
    .filter((answer) => !answer.withdrawn)
    .sort(
      (one, other) =>
        other.supporterIds.length - one.supporterIds.length ||
        one.postedAt - other.postedAt ||
        byCode(one.id, other.id),
    );

function keyIdeasOf(work: GroupWork): ReportKeyIdea[] {
  const submittedIds = work.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds : [];
  const draftIds = Object.keys(work.keyIdeas).filter((id) => !submittedIds.includes(id));
  return [...submittedIds, ...draftIds].flatMap((id): ReportKeyIdea[] => {
    const keyIdea = work.keyIdeas[id];
    if (keyIdea === undefined) return [];
    const citations = standingCitations(work, keyIdea).flatMap((answerId) => work.answers[answerId] ?? []);
    const status = submittedIds.includes(id) ? 'submitted' : 'draft';
    const { text, lens } = keyIdea;
    const read = lens === undefined ? {} : { lens };
    return [{ id, text, status, ...read, citations: citations.map(reportAnswer) }];
  });
}

/** Whether the plenary has seen a group: its turn came, or the wall showed its key ideas. */
const wasPresented = (
  { stage }: WorkshopState,
  slotId: string,
  groupId: string,
  work: GroupWork | undefined,
): boolean =>
  work?.presentedAt !== undefined || (stage?.breakoutSlotId === slotId && stage.presented.includes(groupId));

function reportGroup(source: Source, slot: Slot, group: Group): ReportGroup {
  const breakout = source.state.breakouts[slot.id];
  const work = breakout?.works[group.id];
  const answers = work === undefined ? [] : standing(work);
  const prompts = Math.max(1, slot.prompts.length, ...answers.map((answer) => answer.promptIndex + 1));
  const joinedBy = source.state.groups
    .filter(({ id }) => breakout?.merged[id] === group.id)
    .map(({ id, number, name }) => ({ id, number, name }));
  return {
    id: group.id,
    number: group.number,
    name: group.name,
    animatorName: group.animatorName,
    ...(joinedBy.length === 0 ? {} : { joinedBy }),
    members: membersOf(source, breakout, group.id),
    answers: Array.from({ length: prompts }, (_, index) =>
      answers.filter((answer) => answer.promptIndex === index).map(reportAnswer),
    ),
    keyIdeas: work === undefined ? [] : keyIdeasOf(work),
    submitted: work?.outcome.kind === 'submitted',
    presented: wasPresented(source.state, slot.id, group.id, work),
  };
}

function restitutionOf({ stage, groups, breakouts, ...state }: WorkshopState): ReportRestitution | undefined {
  if (stage === undefined) return undefined;
  return {
    slotId: stage.slotId,
    breakoutSlotId: stage.breakoutSlotId,
    groups: stage.order.flatMap((id) => {
      const group = groups.find((each) => each.id === id);
      if (group === undefined) return [];
      const work = breakouts[stage.breakoutSlotId]?.works[id];
      const presented = wasPresented({ stage, groups, breakouts, ...state }, stage.breakoutSlotId, id, work);
      return [{ id, number: group.number, name: group.name, animatorName: group.animatorName, presented }];
    }),
  };
}

function gapsOf(
  state: WorkshopState,
  agenda: readonly ReportSlot[],
  breakouts: readonly ReportBreakout[],
): ReportGap[] {
  if (state.run.kind === 'notStarted') return [{ kind: 'agenda_not_started' }];
  const notDone = agenda.filter((slot) => slot.status === 'notDone').map((slot) => slot.id);
  const gaps: ReportGap[] = notDone.length === 0 ? [] : [{ kind: 'slots_not_done', slotIds: notDone }];
  const hasRestitution = agenda.some((slot) => slot.kind === 'restitution');
  for (const { slotId, phase, groups } of breakouts) {
    const past = agenda.some((slot) => slot.id === slotId && slot.status === 'done');
    if (phase === 'notFormed' || phase === 'formed') {
      if (past) gaps.push({ kind: phase === 'formed' ? 'breakout_not_opened' : 'breakout_not_formed', slotId });
      continue;
    }
    const silent = groups.filter((group) => !group.submitted).map((group) => group.id);
    if (silent.length > 0) gaps.push({ kind: 'key_ideas_not_submitted', slotId, groupIds: silent });
    const unseen = groups.filter((group) => !group.presented).map((group) => group.id);
    if (hasRestitution && unseen.length > 0) gaps.push({ kind: 'groups_not_presented', slotId, groupIds: unseen });
  }
  return gaps;
}

function countsOf(state: WorkshopState, breakouts: readonly ReportBreakout[]): ReportCounts {
  const people = Object.values(state.people).filter((person) => !person.removed);
  const groups = breakouts.flatMap((breakout) => breakout.groups);
  const answers = groups.flatMap((group) => group.answers.flat());
  const keyIdeas = groups.flatMap((group) => group.keyIdeas);
  return {
    participants: people.filter((person) => person.role === 'participant').length,
    animators: people.filter((person) => person.role === 'animator').length,
    answers: answers.length,
    supports: answers.reduce((sum, answer) => sum + answer.supports, 0),
    keyIdeasSubmitted: keyIdeas.filter((keyIdea) => keyIdea.status === 'submitted').length,
    keyIdeasDrafted: keyIdeas.filter((keyIdea) => keyIdea.status === 'draft').length,
  };
}

/** The report of a workshop as it stands, at any moment: before it starts, in the middle, or ended early. */
export function buildReport({ state, names, now }: Source & { readonly now: EpochMs }): Report {
  const { run } = state;
  const agenda = state.slots.map((slot) => reportSlot(state, slot));
  const breakouts = state.slots
    .filter((slot) => slot.kind === 'breakout' || state.breakouts[slot.id] !== undefined)
    .map(
      (slot): ReportBreakout => ({
        slotId: slot.id,
        title: slot.title,
        phase: state.breakouts[slot.id]?.phase.kind ?? 'notFormed',
        prompts: slot.prompts,
        groups: standingGroups(state, state.breakouts[slot.id]).map((group) =>
          reportGroup({ state, names }, slot, group),
        ),
      }),
    );
  const starts = Object.values(state.actual).map((actual) => actual.startedAt);
  const restitution = restitutionOf(state);
  return {
    workshopId: state.id,
    title: state.title,
    ...(state.date === undefined ? {} : { date: state.date }),
    language: state.language,
    timeZone: state.timeZone,
    madeAt: now,
    status: run.kind === 'notStarted' || run.kind === 'ended' ? run.kind : 'underWay',
    ...(starts.length === 0 ? {} : { startedAt: Math.min(...starts) }),
    ...(run.kind === 'ended' ? { endedAt: run.endedAt } : {}),
    agenda,
    breakouts,
    ...(restitution === undefined ? {} : { restitution }),
    counts: countsOf(state, breakouts),
    gaps: gapsOf(state, agenda, breakouts),
  };
}
