import fc from 'fast-check';
import { emptyRecipe } from '../../shared/groups/recipe.ts';
import type { GroupSynthesis } from '../../shared/synthesis/groupSynthesis.ts';
import { placeKey, type Surroundings } from '../../shared/views/surroundings.ts';
import type { Command, CommandKind, SlotContent } from '../../shared/workshop/commands.ts';
import { seenPlaces } from '../../shared/workshop/groups/seenPlaces.ts';
import { rolesAllowed } from '../../shared/workshop/rights.ts';
import { type GroupWork, type WorkshopState, wallOrders } from '../../shared/workshop/state.ts';
import { linkOf, MINUTE, slotContent, usualSlots, WorkshopScenario } from './workshopScenario.ts';

/** Numbers that pick among what is there: they shrink, and always mean something. */
export interface RandomStep {
  readonly kind: CommandKind | 'Join' | 'Wait';
  readonly actor: number;
  readonly picks: readonly [number, number, number];
}

const kinds = Object.keys(rolesAllowed) as readonly CommandKind[];
/** What a real workshop is made of comes more often than its preparation. */
const frequent: readonly RandomStep['kind'][] = [
  ...(['Join', 'Join', 'Wait', 'NextSlot', 'FormGroups', 'OpenBreakout', 'OpenBreakout', 'MovePerson'] as const),
  ...([
    'PostAnswer',
    'PostAnswer',
    'PostAnswer',
    'PostAnswer',
    'EditAnswer',
    'WithdrawAnswer',
    'SupportAnswer',
  ] as const),
  ...([
    'DraftKeyIdea',
    'DraftKeyIdea',
    'SubmitKeyIdeas',
    'ReopenKeyIdeas',
    'SubmitKeyIdeas',
    'PresentGroup',
    'ShowWall',
  ] as const),
  ...(['CallForHelp', 'NoteArrival', 'Announce', 'ReviseMyself'] as const),
  ...(['OfferChoice', 'ChooseGroup', 'CloseChoice'] as const),
];
const pick = fc.nat({ max: 30 });
const step: fc.Arbitrary<RandomStep> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...frequent) },
    { weight: 1, arbitrary: fc.constantFrom<RandomStep['kind']>(...kinds) },
  ),
  actor: pick,
  picks: fc.tuple(pick, pick, pick),
});

/** Opened workshops come as often as new ones, so that answers and key ideas are met in every run. */
export const randomWorkshop: fc.Arbitrary<{ readonly isUnderWay: boolean; readonly steps: readonly RandomStep[] }> =
  fc.record({
    isUnderWay: fc.boolean(),
    steps: fc.array(step, { maxLength: 120, size: 'max' }),
  });

export interface Played {
  readonly workshop: WorkshopScenario;
  readonly surroundings: Surroundings;
  /** Kinds of commands that were accepted. */
  readonly accepted: ReadonlySet<string>;
}

/** Every name, organisation and nonce can be found again in whatever leaks it. */
export const nameFor = (personId: string): { readonly name: string; readonly organisation: string } => ({
  name: `NOM<${personId}>`,
  organisation: `ORG<${personId}>`,
});
export const detailsFor = (personId: string) => ({
  ...nameFor(personId),
  email: `MAIL<${personId}>`,
  attributes: { Région: `RÉGION<${personId}>` },
});
export const noncePattern = /nonce-\d+/;

const slots = [
  ...usualSlots,
  slotContent({ kind: 'breakout', title: 'Deuxième travail', durationMs: 10 * MINUTE, prompts: ['Et ensuite ?'] }),
  slotContent({ kind: 'restitution', title: 'Deuxième restitution', durationMs: 10 * MINUTE, notes: ['NOTE-HÔTE'] }),
];

/** Plays random steps on the real core. `afterEach` sees every state on the way. */
export function play(
  { isUnderWay, steps }: { readonly isUnderWay: boolean; readonly steps: readonly RandomStep[] },
  afterEach: (state: WorkshopState, surroundings: Surroundings) => void = () => {},
): Played {
  const workshop = new WorkshopScenario({ slots });
  const surroundings = surroundingsOf(workshop);
  const accepted = new Set<string>();
  workshop.joined(linkOf.host, 'host-0001');
  for (const number of [1, 2, 3]) workshop.joined(`link-animator-${number}`, `animator-000${number}`);
  for (let number = 1; number <= 5; number++) workshop.joined(linkOf.participant, `person-000${number}`);
  if (isUnderWay) {
    workshop.given('host-0001', { kind: 'FormGroups', slotId: 'slot-0002' });
    workshop.given('host-0001', { kind: 'StartAgenda', plan: 'asPlanned' });
    workshop.given('host-0001', { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    workshop.given('host-0001', { kind: 'OpenBreakout', slotId: 'slot-0002' });
  }
  steps.forEach((each, index) => {
    if (each.kind === 'Wait') workshop.after(each.picks[0] * each.picks[1] * 5_000);
    else if (each.kind === 'Join') joinSomebody(workshop, each, `person-1${String(index).padStart(3, '0')}`);
    else {
      const actorId = actorFor(workshop, each);
      const decision = workshop.attempt(
        actorId,
        commandFor(workshop.state, actorId, { ...each, kind: each.kind }, index),
        `thing-${String(index).padStart(4, '0')}`,
      );
      if (decision.ok) accepted.add(each.kind);
    }
    afterEach(workshop.state, surroundingsOf(workshop));
  });
  afterEach(workshop.state, surroundings);
  return { workshop, surroundings: surroundingsOf(workshop), accepted };
}

const surroundingsOf = ({ state }: WorkshopScenario): Surroundings => {
  const ids = [...Object.keys(state.people), ...Object.keys(state.expected)];
  return {
    names: new Map(ids.map((id) => [id, detailsFor(id)])),
    connected: new Set(ids.filter((_id, index) => index % 2 === 0)),
    modelHost: 'model.example.org',
    // All that there are, also those that were never submitted.
    shared: new Map(
      Object.entries(state.breakouts).map(([slotId, { works }]) => [
        slotId,
        [Object.values(works).flatMap(({ keyIdeas }) => Object.keys(keyIdeas))],
      ]),
    ),
    syntheses: new Map(
      Object.entries(state.breakouts).flatMap(([slotId, { works }]) =>
        Object.entries(works).map(([groupId, work]) => [placeKey({ slotId, groupId }), synthesisOf(work)] as const),
      ),
    ),
  };
};

const gatherings = new WeakMap<GroupWork['answers'], GroupSynthesis>();

/** A synthesis that is behind the log: it still holds what was withdrawn, each answer in a theme and an idea of its own. */
function synthesisOf({ answers }: GroupWork): GroupSynthesis {
  const known = gatherings.get(answers);
  if (known !== undefined) return known;
  const nothing = { doubtful: [], opposed: [], weak: true };
  const all = Object.values(answers);
  const synthesis: GroupSynthesis = {
    themes: all.map(({ id, text }) => ({ id, label: text, answerIds: [id] })),
    ideas: all.map(({ id, text }) => ({ text, wording: 'theirs', citations: [id], answerIds: [id], ...nothing })),
    source: 'builtin',
    dropped: [],
  };
  gatherings.set(answers, synthesis);
  return synthesis;
}

function joinSomebody(workshop: WorkshopScenario, { picks }: RandomStep, personId: string): void {
  const open = Object.values(workshop.state.links).filter((link) => !link.revoked);
  const link = picks[1] % 3 === 0 ? at(open, picks[0]) : open.find(({ role }) => role === 'participant');
  if (link !== undefined) workshop.joined(link.id, personId);
}

const at = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % Math.max(1, items.length)];

/** Mostly someone who has the right; now and then anyone at all. */
function actorFor({ state }: WorkshopScenario, { kind, actor, picks }: RandomStep): string {
  const all = Object.values(state.people);
  const entitled = all.filter(
    ({ role, removed }) => !removed && kind !== 'Join' && kind !== 'Wait' && rolesAllowed[kind].includes(role),
  );
  const chosen = picks[2] % 5 === 0 || entitled.length === 0 ? all : entitled;
  return at(chosen, actor)?.id ?? 'host-0001';
}

/** The slot as it stands, under another title. */
function revised(state: WorkshopState, slotId: string, otherwise: SlotContent): SlotContent {
  const before = state.slots.find((each) => each.id === slotId);
  if (before === undefined) return otherwise;
  const { id: _id, allottedMs: _allotted, ...content } = before;
  const { speakers, notes, prompts, lenses } = content;
  return {
    ...content,
    title: otherwise.title,
    speakers: [...speakers],
    notes: [...notes],
    prompts: [...prompts],
    lenses: [...lenses],
  };
}

/** A well-formed command of this kind about things that are there, more often than not. */
function commandFor(
  state: WorkshopState,
  actorId: string,
  { kind, picks }: RandomStep & { readonly kind: CommandKind },
  index: number,
): Command {
  const [a, b, c] = picks;
  const wrongId = 'none-0000';
  const slotId = at(state.slots, a)?.id ?? wrongId;
  const current = state.run.kind === 'running' || state.run.kind === 'paused' ? state.run.slotId : slotId;
  const breakout = at(Object.keys(state.breakouts), c % 4 === 0 ? b : 0) ?? 'slot-0002';
  const groupId = at(state.groups, b)?.id ?? wrongId;
  const personId = at(Object.keys(state.people), b) ?? wrongId;
  const expectedId = at(Object.keys(state.expected), a) ?? wrongId;
  const actor = state.people[actorId];
  const own = actor?.groupId ?? state.breakouts[breakout]?.placements[actorId] ?? groupId;
  const ownPlace = { slotId: breakout, groupId: c % 7 === 0 ? groupId : own };
  const work = state.breakouts[breakout]?.works[ownPlace.groupId];
  const answerId = at(Object.keys(work?.answers ?? {}), a) ?? wrongId;
  const ideas = Object.values(work?.keyIdeas ?? {});
  const keyIdea = at(ideas, a);
  const restitution = state.slots.find(({ kind: each }) => each === 'restitution')?.id ?? wrongId;
  const endsAt =
    state.run.kind === 'running'
      ? state.run.endsAt
      : state.run.kind === 'paused'
        ? state.run.pausedAt + state.run.remainingMs
        : 0;
  const linkId = at(Object.keys(state.links), a) ?? wrongId;
  const slot = slotContent({
    title: `Séquence ${index}`,
    kind: a % 2 === 0 ? 'talk' : 'breakout',
    notes: ['NOTE-HÔTE'],
  });
  const group = { name: `Groupe ${index}`, animatorName: '', roomUrl: `https://salles.example.org/${index}` };
  const citations = Object.values(work?.answers ?? {})
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id }) => id)
    .slice(0, 1 + (a % 3));
  switch (kind) {
    case 'RenameWorkshop':
      return { kind, title: `Titre ${index}` };
    case 'ChooseOptions':
      return {
        kind,
        options: { keyIdeasPerGroup: 1 + (a % 2), authors: b % 2 === 0 ? 'animators' : 'hidden', graceMs: c * 10_000 },
      };
    case 'AllowLanguageModel':
      return { kind, endpointHost: c % 3 === 0 ? 'other.example.org' : 'model.example.org' };
    case 'AddSlot':
      return { kind, slot, afterSlotId: slotId };
    case 'ReviseSlot':
      return { kind, slotId, slot: revised(state, slotId, slot) };
    case 'MoveSlot':
      return { kind, slotId, afterSlotId: at(state.slots, b)?.id ?? wrongId };
    case 'RemoveSlot':
    case 'FormGroups':
      return { kind, slotId: kind === 'FormGroups' && c % 2 === 0 ? current : slotId };
    case 'AddGroup':
      return { kind, group };
    case 'ReviseGroup':
      // Whole, or one field of it.
      return { kind, groupId, group: c % 2 === 0 ? group : { name: group.name } };
    case 'RemoveGroup':
      return { kind, groupId };
    case 'RenewLink':
    case 'RevokeLink':
      return { kind, linkId };
    case 'ReviseMyself':
      return { kind, ...nameFor(actorId) };
    case 'RemovePerson':
      return { kind, personId };
    case 'ExpectPeople':
      return { kind, people: [{ ...detailsFor(`expected-${index}`) }, { personId, ...detailsFor(personId) }] };
    case 'ForgetExpected':
      return { kind, personIds: [expectedId] };
    case 'MatchPerson':
      return { kind, personId, expectedId };
    case 'RevisePerson':
      return { kind, personId, ...detailsFor(personId) };
    case 'ChooseAttributes':
      return { kind, attributes: [{ name: 'Région', asked: a % 2 === 0, choices: [] }] };
    case 'DropAttribute':
      return { kind, name: 'Région' };
    case 'NameAnimator':
      return { kind, groupId, personId, announcement: a % 2 === 0 ? '' : `ANNONCE<${index}>` };
    case 'ReleaseAnimator': {
      const named = Object.values(state.people).find(
        ({ role, linkId: id }) => role === 'animator' && state.links[id]?.role === 'participant',
      );
      return { kind, personId: named?.id ?? personId };
    }
    case 'StartAgenda':
      return { kind, plan: a % 2 === 0 ? 'asPlanned' : 'fromNow' };
    case 'StartSlot':
      return { kind, slotId };
    case 'PauseAgenda':
    case 'ResumeAgenda':
    case 'EndWorkshop':
    case 'ForbidLanguageModel':
      return { kind };
    case 'ExtendSlot':
    case 'ShortenSlot':
      return { kind, slotId: current, byMs: 1_000 + a * 10_000, seenEndsAt: endsAt };
    case 'NextSlot':
    case 'PreviousSlot':
      return { kind, fromSlotId: current };
    case 'AbsorbDelay':
      return { kind, cuts: [{ slotId, allottedMs: b * 10_000 }] };
    case 'PublishGroups':
      return {
        kind,
        slotId: c % 2 === 0 ? current : slotId,
        groups: [
          ...state.groups
            .slice(0, 1 + (a % 4))
            .map(({ id }, at) => ({ groupId: id, personIds: at === 0 ? [personId] : [] })),
          ...(b % 3 === 0 ? [{ personIds: [] }] : []),
        ],
        recipe: { ...emptyRecipe, met: 'avoid' },
        // Now and then something else was seen than what is so.
        seenPlaces: seenPlaces(a % 5 === 4 ? {} : (state.breakouts[c % 2 === 0 ? current : slotId]?.placements ?? {}), [
          personId,
        ]),
      };
    case 'MovePeople': {
      const from = state.breakouts[breakout]?.placements[personId];
      return {
        kind,
        slotId: breakout,
        moves: [
          {
            personId,
            ...(from === undefined ? {} : { fromGroupId: from }),
            ...(a % 3 === 0 ? {} : { toGroupId: groupId }),
          },
        ],
      };
    }
    case 'OfferChoice':
      return { kind, slotId: c % 2 === 0 ? current : slotId, capacities: { [groupId]: 1 + (a % 3) } };
    case 'CloseChoice':
      return { kind, slotId: Object.keys(state.breakouts).find((id) => state.breakouts[id]?.choice) ?? breakout };
    case 'TakePlace':
      return { kind, slotId: breakout };
    case 'ChooseGroup':
      return { kind, slotId: breakout, groupId };
    case 'MergeGroups':
      return {
        kind,
        slotId: breakout,
        fromGroupId: groupId,
        intoGroupId: at(state.groups, a)?.id ?? wrongId,
        announcement: `ANNONCE<${index}>`,
      };
    case 'SaveRecipe':
      return { kind, name: `Recette ${index}`, recipe: { ...emptyRecipe, pinned: { [personId]: 1 } } };
    case 'DropRecipe':
      return { kind, recipeId: at(Object.keys(state.recipes), a) ?? wrongId };
    case 'NoteEarlierGroups':
      return { kind, name: `Avant ${index}`, groups: [[personId]] };
    case 'ForgetEarlierGroups':
      return { kind, earlierId: at(state.earlier, a)?.id ?? wrongId };
    case 'MovePerson':
      return { kind, slotId: breakout, groupId, personId };
    case 'OpenBreakout':
    case 'BringBack':
      return { kind, slotId: c % 2 === 0 ? current : breakout };
    case 'NoteArrival':
    case 'ClearArrival':
      return { kind, slotId: breakout, personId: c % 2 === 0 ? actorId : personId };
    case 'CallForHelp':
      return { kind, ...ownPlace, text: `APPEL<${index}>` };
    case 'AnswerHelp':
    case 'ReopenKeyIdeas':
      return { kind, ...ownPlace };
    case 'Announce':
      return { kind, text: `ANNONCE<${index}>`, ...(a % 2 === 0 ? {} : { groupIds: [groupId] }) };
    case 'PostAnswer':
      return { kind, ...ownPlace, promptIndex: a % 8 === 0 ? 1 : 0, text: `RÉPONSE<${index}>` };
    case 'EditAnswer':
      return { kind, ...ownPlace, answerId, text: `RÉPONSE<${index}>` };
    case 'WithdrawAnswer':
    case 'SupportAnswer':
    case 'UnsupportAnswer':
      return { kind, ...ownPlace, answerId };
    case 'DraftKeyIdea':
      return { kind, ...ownPlace, text: `IDÉE<${index}>`, citations };
    case 'ReviseKeyIdea':
      return {
        kind,
        ...ownPlace,
        keyIdeaId: keyIdea?.id ?? wrongId,
        seenText: keyIdea?.text ?? '',
        text: `IDÉE<${index}>`,
        citations,
      };
    case 'DropKeyIdea':
      return { kind, ...ownPlace, keyIdeaId: keyIdea?.id ?? wrongId };
    case 'SubmitKeyIdeas':
      return { kind, ...ownPlace, keyIdeaIds: ideas.map(({ id }) => id).slice(0, state.options.keyIdeasPerGroup) };
    case 'PutLens': {
      const lens = at(state.slots.find(({ id }) => id === breakout)?.lenses ?? [], b);
      return { kind, ...ownPlace, keyIdeaId: keyIdea?.id ?? wrongId, ...(lens === undefined ? {} : { lens }) };
    }
    case 'ArrangeThemes': {
      const { arrangement, answers = {} } = work ?? {};
      const seen = arrangement === undefined ? {} : { seenArrangementId: arrangement.id };
      const answerIds = Object.keys(answers);
      const themes = [answerIds.slice(0, a % 3), answerIds.slice(a % 3, (a % 3) + (b % 3))]
        .filter((ids) => ids.length > 0)
        .map((ids, at) => ({ id: `theme-000${at}`, label: `THÈME<${index}>`, answerIds: ids }));
      return { kind, ...ownPlace, ...(c % 5 === 0 ? {} : seen), themes };
    }
    case 'OrderRestitution':
      return { kind, slotId: restitution, groupIds: state.groups.map(({ id }) => id).toReversed() };
    case 'PresentGroup':
      return { kind, slotId: restitution, groupId };
    case 'ShowWall':
      return { kind, slotId: restitution, by: wallOrders[a % 3] ?? 'group' };
  }
}
