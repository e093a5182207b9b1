import { currentEndsAt, currentSlotId } from '../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../shared/core/time.ts';
import type { GroupWorkView, Me, View } from '../../shared/views/views.ts';
import type { Command, CommandKind } from '../../shared/workshop/commands.ts';
import { type Role, wallOrders } from '../../shared/workshop/state.ts';
import { placeOperations } from './placeOperations.ts';
import { recipeOperations } from './recipeOperations.ts';
import { asHost, choose, host, type Operation, type Screen } from './screen.ts';
import type { OperationName } from './script.ts';

interface Place {
  readonly slotId: string;
  readonly groupId: string;
}

/** The groups whose work this screen shows, with as much of it as it shows. */
function worksOn(
  view: View,
): readonly (Place & { readonly answerIds: readonly string[]; readonly work?: GroupWorkView })[] {
  if (view.kind === 'group') {
    const { slotId, answers } = view.breakout;
    return [{ slotId, groupId: view.group.id, answerIds: Object.keys(answers) }];
  }
  if (view.kind === 'animator' && view.breakout !== undefined) {
    const { slotId, work } = view.breakout;
    return [{ slotId, groupId: view.group.id, answerIds: Object.keys(work.answers), work }];
  }
  if (view.kind !== 'host') return [];
  return Object.values(view.breakouts).flatMap(({ slotId, works }) =>
    Object.values(works).map((work) => ({
      slotId,
      groupId: work.groupId,
      answerIds: Object.keys(work.answers),
      work,
    })),
  );
}

const inSlot = ({ view }: Screen, act: (slotId: string) => Command | undefined): Command | undefined => {
  const slotId = currentSlotId(view.agenda.run);
  return slotId === undefined ? undefined : act(slotId);
};
const inWork = (
  { view, pick }: Screen,
  act: (work: Place & { readonly answerIds: readonly string[]; readonly work?: GroupWorkView }) => Command | undefined,
): Command | undefined => {
  const work = choose(worksOn(view), pick);
  return work === undefined ? undefined : act(work);
};
const placeOf = ({ slotId, groupId }: Place): Place => ({ slotId, groupId });

const adjust = (kind: 'ExtendSlot' | 'ShortenSlot') => (screen: Screen) =>
  inSlot(screen, (slotId) => {
    const seenEndsAt = currentEndsAt(screen.view.agenda.run);
    const byMs = (1 + (screen.pick % 3)) * MINUTE_MS;
    return seenEndsAt === undefined ? undefined : { kind, slotId, byMs, seenEndsAt };
  });

/** An answer of this screen, with the wish of `mine` kept where the screen knows. */
const onAnswer =
  <Kind extends CommandKind & ('WithdrawAnswer' | 'SupportAnswer' | 'UnsupportAnswer')>(
    kind: Kind,
    isWanted: (me: Me, answerId: string) => boolean,
  ) =>
  (screen: Screen) =>
    inWork(screen, (work) => {
      const answerId = choose(
        work.answerIds.filter((id) => isWanted(screen.me, id)),
        screen.pick,
      );
      return answerId === undefined ? undefined : ({ kind, ...placeOf(work), answerId } as Command);
    });

const memberOf = (screen: Screen, kind: 'NoteArrival' | 'ClearArrival', arrived: boolean): Command | undefined => {
  if (screen.view.kind === 'group') {
    const { slotId } = screen.view.breakout;
    return screen.me.arrived === arrived ? { kind, slotId, personId: screen.me.personId } : undefined;
  }
  return inWork(screen, ({ slotId, work }) => {
    const member = choose(
      Object.values(work?.members ?? {}).filter((one) => one.arrived === arrived),
      screen.pick,
    );
    return member === undefined ? undefined : { kind, slotId, personId: member.id };
  });
};

/** Up to three answers, from a place that the whim chooses. */
const cited = (answerIds: readonly string[], pick: number): string[] => {
  const start = answerIds.length === 0 ? 0 : pick % answerIds.length;
  return answerIds.slice(start, start + 1 + (pick % 3));
};

const onIdea = (
  screen: Screen,
  act: (
    work: Place & { readonly answerIds: readonly string[] },
    idea: GroupWorkView['keyIdeas'][string],
  ) => Command | undefined,
): Command | undefined =>
  inWork(screen, (work) => {
    const idea = choose(Object.values(work.work?.keyIdeas ?? {}), screen.pick >> 2);
    return idea === undefined ? undefined : act(work, idea);
  });

/** The theme of one answer, with another answer in it, kept beside what people keep already. */
function arranging({ pick, words }: Screen, place: Place & { readonly work?: GroupWorkView }): Command | undefined {
  const { synthesis } = place.work ?? {};
  if (synthesis === undefined) return undefined;
  const { themeOf, themes, arrangementId } = synthesis;
  const moved = choose(Object.keys(themeOf), pick);
  const target = choose(Object.values(themes), pick >> 1);
  if (moved === undefined || target === undefined) return undefined;
  const kept = Object.values(themes).filter(({ id, kept: isKept }) => isKept || id === target.id);
  const membersOf = (id: string): string[] =>
    Object.keys(themeOf).filter((answerId) => (answerId === moved ? target.id : themeOf[answerId]) === id);
  return {
    kind: 'ArrangeThemes',
    ...placeOf(place),
    ...(arrangementId === undefined ? {} : { seenArrangementId: arrangementId }),
    themes: kept
      .map(({ id, label }) => ({ id, label: pick % 3 === 0 ? words('theme') : label, answerIds: membersOf(id) }))
      .filter(({ answerIds }) => answerIds.length > 0),
  };
}

const facilitators: readonly Role[] = ['host', 'animator'];
const groupPeople: readonly Role[] = ['participant', 'participant', 'animator'];
const restitutionOf = ({ agenda }: View, pick: number): string | undefined => {
  const slots = agenda.slots.filter((slot) => slot.kind === 'restitution');
  return (slots.find((slot) => slot.id === currentSlotId(agenda.run)) ?? choose(slots, pick))?.id;
};

export const operations: Readonly<Record<OperationName, Operation>> = {
  start: {
    roles: host,
    press: ({ pick }) => ({ kind: 'StartAgenda', plan: pick % 2 === 0 ? 'asPlanned' : 'fromNow' }),
  },
  pause: { roles: host, press: () => ({ kind: 'PauseAgenda' }) },
  resume: { roles: host, press: () => ({ kind: 'ResumeAgenda' }) },
  extend: { roles: host, press: adjust('ExtendSlot') },
  shorten: { roles: host, press: adjust('ShortenSlot') },
  next: { roles: host, press: (screen) => inSlot(screen, (fromSlotId) => ({ kind: 'NextSlot', fromSlotId })) },
  back: { roles: host, press: (screen) => inSlot(screen, (fromSlotId) => ({ kind: 'PreviousSlot', fromSlotId })) },
  jump: {
    roles: host,
    press: (screen) =>
      inSlot(screen, (fromSlotId) => {
        const slot = choose(screen.view.agenda.slots, screen.pick);
        return slot === undefined ? undefined : { kind: 'StartSlot', slotId: slot.id, fromSlotId };
      }),
  },
  absorb: {
    roles: host,
    press: (screen) =>
      inSlot(screen, (current) => {
        const { slots } = screen.view.agenda;
        const later = slots.slice(slots.findIndex((slot) => slot.id === current) + 1);
        const cuts = later.map(({ id, allottedMs }) => ({ slotId: id, allottedMs: Math.floor(allottedMs / 2) }));
        return cuts.length === 0 ? undefined : { kind: 'AbsorbDelay', cuts };
      }),
  },
  formGroups: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ agenda, breakouts }) => {
        const slot = agenda.slots.find(
          ({ id, kind }) => kind === 'breakout' && (breakouts[id]?.phase.kind ?? 'formed') === 'formed',
        );
        return slot === undefined ? undefined : { kind: 'FormGroups', slotId: slot.id };
      }),
  },
  movePerson: {
    roles: host,
    press: (screen) =>
      inWork(screen, ({ slotId, work }) => {
        const personId = choose(Object.keys(work?.members ?? {}), screen.pick >> 2);
        const group = screen.view.kind === 'host' ? choose(screen.view.groups, screen.pick >> 1) : undefined;
        if (personId === undefined || group === undefined) return undefined;
        return { kind: 'MovePerson', slotId, personId, groupId: group.id };
      }),
  },
  takePerson: {
    roles: ['animator'],
    press: ({ view, pick }) => {
      if (view.kind !== 'animator' || view.breakout === undefined) return undefined;
      const person = choose(Object.values(view.breakout.elsewhere), pick);
      if (person === undefined) return undefined;
      return { kind: 'MovePerson', slotId: view.breakout.slotId, personId: person.id, groupId: view.group.id };
    },
  },
  open: { roles: host, press: (screen) => inSlot(screen, (slotId) => ({ kind: 'OpenBreakout', slotId })) },
  bringBack: { roles: host, press: (screen) => inSlot(screen, (slotId) => ({ kind: 'BringBack', slotId })) },
  announce: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ groups }) => {
        const group = choose(groups, screen.pick >> 1);
        const isForOne = screen.pick % 2 === 0 && group !== undefined;
        return { kind: 'Announce', text: screen.words('note'), ...(isForOne ? { groupIds: [group.id] } : {}) };
      }),
  },
  callForHelp: {
    roles: groupPeople,
    press: (screen) =>
      inWork(screen, (work) => ({ kind: 'CallForHelp', ...placeOf(work), text: screen.words('call') })),
  },
  answerHelp: {
    roles: facilitators,
    press: ({ view }) => {
      const calling = worksOn(view).find(({ work }) => work?.helpCall !== undefined);
      return calling === undefined ? undefined : { kind: 'AnswerHelp', ...placeOf(calling) };
    },
  },
  noteArrival: {
    roles: ['participant', 'animator', 'host'],
    press: (screen) => memberOf(screen, 'NoteArrival', false),
  },
  clearArrival: {
    roles: ['participant', 'animator', 'host'],
    press: (screen) => memberOf(screen, 'ClearArrival', true),
  },
  post: {
    roles: groupPeople,
    press: (screen) =>
      inWork(screen, (work) => ({
        kind: 'PostAnswer',
        ...placeOf(work),
        promptIndex: screen.pick % 2,
        text: screen.words('answer'),
      })),
  },
  edit: {
    roles: groupPeople,
    press: (screen) =>
      inWork(screen, (work) => {
        const answerId = choose(screen.me.answerIds, screen.pick);
        if (answerId === undefined) return undefined;
        return { kind: 'EditAnswer', ...placeOf(work), answerId, text: screen.words('answer') };
      }),
  },
  withdraw: { roles: groupPeople, press: onAnswer('WithdrawAnswer', (me, id) => me.answerIds.includes(id)) },
  removeAnswer: { roles: facilitators, press: onAnswer('WithdrawAnswer', (me, id) => !me.answerIds.includes(id)) },
  support: {
    roles: groupPeople,
    press: onAnswer('SupportAnswer', (me, id) => !me.answerIds.includes(id) && !me.supportedIds.includes(id)),
  },
  unsupport: { roles: groupPeople, press: onAnswer('UnsupportAnswer', (me, id) => me.supportedIds.includes(id)) },
  draftIdea: {
    roles: ['animator', 'animator', 'host'],
    press: (screen) =>
      inWork(screen, (work) => ({
        kind: 'DraftKeyIdea',
        ...placeOf(work),
        text: screen.words('idea'),
        citations: screen.pick % 7 === 6 ? [] : cited(work.answerIds, screen.pick >> 1),
      })),
  },
  reviseIdea: {
    roles: facilitators,
    press: (screen) =>
      onIdea(screen, (work, idea) => ({
        kind: 'ReviseKeyIdea',
        ...placeOf(work),
        keyIdeaId: idea.id,
        seenText: idea.text,
        text: screen.words('idea'),
        citations: cited(work.answerIds, screen.pick),
      })),
  },
  dropIdea: {
    roles: facilitators,
    press: (screen) => onIdea(screen, (work, { id }) => ({ kind: 'DropKeyIdea', ...placeOf(work), keyIdeaId: id })),
  },
  submit: {
    roles: ['animator', 'animator', 'host'],
    press: (screen) =>
      inWork(screen, (place) => {
        // Now and then in haste, without looking whether each idea rests on something.
        const isHasty = screen.pick % 4 === 0;
        const ready = Object.values(place.work?.keyIdeas ?? {}).filter((idea) => isHasty || idea.citations.length > 0);
        const keyIdeaIds = ready.slice(0, screen.view.options.keyIdeasPerGroup).map((idea) => idea.id);
        return { kind: 'SubmitKeyIdeas', ...placeOf(place), keyIdeaIds };
      }),
  },
  reopen: {
    roles: facilitators,
    press: (screen) => inWork(screen, (work) => ({ kind: 'ReopenKeyIdeas', ...placeOf(work) })),
  },
  putLens: {
    roles: facilitators,
    press: (screen) =>
      onIdea(screen, (work, { id }) => {
        const { lenses = [] } = screen.view.agenda.slots.find((slot) => slot.id === work.slotId) ?? {};
        const lens = choose(lenses, screen.pick);
        const put = lens === undefined || screen.pick % 4 === 3 ? {} : { lens };
        return { kind: 'PutLens', ...placeOf(work), keyIdeaId: id, ...put };
      }),
  },
  arrange: {
    roles: facilitators,
    press: (screen) => inWork(screen, (place) => arranging(screen, place)),
  },
  order: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ groups }) => {
        const slotId = restitutionOf(screen.view, screen.pick);
        if (slotId === undefined) return undefined;
        return { kind: 'OrderRestitution', slotId, groupIds: groups.map(({ id }) => id).toReversed() };
      }),
  },
  present: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ groups }) => {
        const slotId = restitutionOf(screen.view, screen.pick);
        const group = choose(groups, screen.pick);
        return slotId === undefined || group === undefined
          ? undefined
          : { kind: 'PresentGroup', slotId, groupId: group.id };
      }),
  },
  wall: {
    roles: host,
    press: (screen) => {
      const slotId = restitutionOf(screen.view, screen.pick);
      const by = choose(wallOrders, screen.pick) ?? 'group';
      return slotId === undefined ? undefined : { kind: 'ShowWall', slotId, by };
    },
  },
  revokeLink: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ links }) => {
        const link = choose(
          Object.values(links).filter(({ revoked }) => !revoked),
          screen.pick,
        );
        return link === undefined ? undefined : { kind: 'RevokeLink', linkId: link.id };
      }),
  },
  renewLink: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ links }) => {
        const link = choose(Object.values(links), screen.pick);
        return link === undefined ? undefined : { kind: 'RenewLink', linkId: link.id };
      }),
  },
  removePerson: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ people }) => {
        const others = Object.values(people).filter(({ role, id }) => role !== 'host' && id !== screen.me.personId);
        const person = choose(others, screen.pick);
        return person === undefined ? undefined : { kind: 'RemovePerson', personId: person.id };
      }),
  },
  reviseMyself: {
    roles: ['participant', 'animator', 'host'],
    press: ({ pick }) => ({ kind: 'ReviseMyself', name: `Camille ${pick}`, organisation: 'Réseau' }),
  },
  allowModel: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ languageModel }) =>
        languageModel?.allowed === false ? { kind: 'AllowLanguageModel', endpointHost: languageModel.host } : undefined,
      ),
  },
  forbidModel: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ languageModel }) =>
        languageModel?.allowed === true ? { kind: 'ForbidLanguageModel' } : undefined,
      ),
  },
  ...placeOperations,
  ...recipeOperations,
  end: { roles: host, press: () => ({ kind: 'EndWorkshop' }) },
};
