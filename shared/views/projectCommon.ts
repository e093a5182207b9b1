import { askedAttributes } from '../workshop/people/asked.ts';
import type { WorkshopState } from '../workshop/state.ts';
import type { Audience } from './audience.ts';
import { presentedGroup } from './projectWork.ts';
import type { Surroundings } from './surroundings.ts';
import type { AgendaView, AnnouncementView, CommonView, LanguageModelView, SlotView, StageView } from './views.ts';

function agendaView(state: WorkshopState, forHost: boolean): AgendaView {
  const slots = state.slots.map((slot): SlotView => {
    const { id, kind, title, section, lead, speakers, plannedStart, durationMs, prompts, lenses, notes } = slot;
    const actual = state.actual[id];
    return {
      id,
      kind,
      title,
      ...(section === undefined ? {} : { section }),
      ...(lead === undefined ? {} : { lead }),
      speakers,
      ...(plannedStart === undefined ? {} : { plannedStart }),
      durationMs,
      allottedMs: slot.allottedMs ?? durationMs,
      ...(actual === undefined ? {} : { startedAt: actual.startedAt }),
      ...(actual?.endedAt === undefined ? {} : { endedAt: actual.endedAt }),
      prompts,
      ...(forHost ? { notes } : {}),
      lenses,
    };
  });
  return { slots, run: state.run, ...(state.planOrigin === undefined ? {} : { planOrigin: state.planOrigin }) };
}

/** The latest announcement that this audience was meant to hear. A host hears all of them. */
function announcementFor(state: WorkshopState, audience: Audience): AnnouncementView | undefined {
  const groupId = audience.kind === 'group' || audience.kind === 'animator' ? audience.groupId : undefined;
  return state.announcements.findLast(
    ({ groupIds }) =>
      audience.kind === 'host' || groupIds === undefined || (groupId !== undefined && groupIds.includes(groupId)),
  );
}

function stageView(state: WorkshopState, { shared }: Surroundings): StageView | undefined {
  if (state.stage === undefined) return undefined;
  const { slotId, breakoutSlotId, order, presented, scene, onAir } = state.stage;
  const works = state.breakouts[breakoutSlotId]?.works;
  const common = { slotId, breakoutSlotId, order, presented, onAir };
  if (scene.kind === 'waiting') return { ...common, scene };
  if (scene.kind === 'group') {
    const group = state.groups.find((other) => other.id === scene.groupId);
    if (group === undefined) return { ...common, scene: { kind: 'waiting' } };
    const { startedAt, endsAt } = scene;
    return {
      ...common,
      scene: { kind: 'group', group: presentedGroup(group, works?.[group.id]), startedAt, endsAt },
    };
  }
  const groups = order.flatMap((groupId) => {
    const group = state.groups.find((other) => other.id === groupId);
    const isGivenUp = state.breakouts[breakoutSlotId]?.merged[groupId] !== undefined;
    return group === undefined || isGivenUp ? [] : [presentedGroup(group, works?.[groupId])];
  });
  const { by } = scene;
  const sets = by === 'nearness' ? shared.get(breakoutSlotId) : undefined;
  if (sets === undefined) return { ...common, scene: { kind: 'wall', by, groups } };
  // What was reopened since stands nowhere, and a set of one is none.
  const shown = new Set(groups.flatMap(({ keyIdeas }) => keyIdeas.map(({ id }) => id)));
  const together = sets.map((ids) => ids.filter((id) => shown.has(id))).filter((ids) => ids.length > 1);
  return { ...common, scene: { kind: 'wall', by, groups, together } };
}

/** Hosts switch it on; whoever's answers it may be sent, and whoever reads its words, is told once it is on. */
function languageModelView(
  { allowedModelHost }: WorkshopState,
  audience: Audience,
  host: string | undefined,
): LanguageModelView | undefined {
  if (host === undefined || audience.kind === 'display') return undefined;
  // An endpoint that was configured since is another one: nobody has said yes to it.
  const allowed = allowedModelHost === host;
  return allowed || audience.kind === 'host' ? { host, allowed } : undefined;
}

/** What every audience sees alike. */
export function commonView(state: WorkshopState, audience: Audience, surroundings: Surroundings): CommonView {
  const announcement = announcementFor(state, audience);
  const stage = stageView(state, surroundings);
  const languageModel = languageModelView(state, audience, surroundings.modelHost);
  const asked = audience.kind === 'lobby' || audience.kind === 'group' ? askedAttributes(state) : [];
  return {
    workshopId: state.id,
    title: state.title,
    ...(state.date === undefined ? {} : { date: state.date }),
    language: state.language,
    timeZone: state.timeZone,
    options: state.options,
    ...(languageModel === undefined ? {} : { languageModel }),
    agenda: agendaView(state, audience.kind === 'host'),
    ...(announcement === undefined ? {} : { announcement }),
    ...(asked.length === 0 ? {} : { asked }),
    ...(stage === undefined ? {} : { stage }),
  };
}
