import type { Recipe } from '../../groups/recipe.ts';
import type { Evolution } from '../evolution.ts';
import type { Breakout, WorkshopState } from '../state.ts';
import { withoutPlaces } from './places.ts';

type ExpectedEvent =
  | 'PeopleExpected'
  | 'ExpectedForgotten'
  | 'PersonMatched'
  | 'AttributesChosen'
  | 'AnimatorNamed'
  | 'AnimatorReleased';

const mapValues = <In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Readonly<Record<string, Out>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** The recipe in which one person stands for another. */
function renamed(recipe: Recipe, from: string, to: string): Recipe {
  const inSets = (sets: Recipe['together']): Recipe['together'] =>
    sets.map((set) => (set.includes(from) ? [...new Set(set.map((id) => (id === from ? to : id)))] : set));
  const { [from]: pin, ...pinned } = recipe.pinned;
  return {
    ...recipe,
    together: inSets(recipe.together),
    apart: inSets(recipe.apart),
    pinned: pin === undefined ? recipe.pinned : { ...pinned, [to]: pin },
  };
}

/** Whoever came takes the place that was kept for them, but is not moved while at work. */
function matchedBreakout(breakout: Breakout, from: string, to: string): Breakout {
  const { [from]: kept, ...placements } = breakout.placements;
  const { [from]: arrival, ...arrivals } = breakout.arrivals;
  const takes = kept !== undefined && (breakout.phase.kind === 'formed' || placements[to] === undefined);
  return {
    ...breakout,
    ...(breakout.recipe === undefined ? {} : { recipe: renamed(breakout.recipe, from, to) }),
    placements: takes ? { ...placements, [to]: kept } : placements,
    arrivals: takes && arrival !== undefined ? { ...arrivals, [to]: arrival } : arrivals,
  };
}

const matched = (state: WorkshopState, to: string, from: string): WorkshopState => {
  const { [from]: _come, ...expected } = state.expected;
  const member = state.people[to];
  const isParticipant = member?.role === 'participant';
  return {
    ...state,
    expected,
    people: member === undefined ? state.people : { ...state.people, [to]: { ...member, wasExpected: true } },
    breakouts: isParticipant
      ? mapValues(state.breakouts, (breakout) => matchedBreakout(breakout, from, to))
      : withoutPlaces(state.breakouts, [from]),
    recipes: mapValues(state.recipes, (saved) => ({ ...saved, recipe: renamed(saved.recipe, from, to) })),
    earlier: state.earlier.map((split) => ({
      ...split,
      groups: split.groups.map((ids) => [...new Set(ids.map((id) => (id === from ? to : id)))]),
    })),
  };
};

/** Who is expected, who of them has come, who runs a group in somebody's stead. */
export const expectedEvolution: Evolution<ExpectedEvent> = {
  PeopleExpected: (state, { personIds }, { at }) => ({
    ...state,
    expected: { ...state.expected, ...Object.fromEntries(personIds.map((id) => [id, { id, addedAt: at }])) },
  }),
  ExpectedForgotten: (state, { personIds }) => {
    const gone = new Set(personIds);
    return {
      ...state,
      expected: Object.fromEntries(Object.entries(state.expected).filter(([id]) => !gone.has(id))),
      breakouts: withoutPlaces(state.breakouts, personIds),
    };
  },
  PersonMatched: (state, { personId, expectedId }) => matched(state, personId, expectedId),
  AttributesChosen: (state, { attributes }) => ({ ...state, attributes }),
  AnimatorNamed: (state, { personId, groupId }) => {
    const member = state.people[personId];
    if (member === undefined) return state;
    return {
      ...state,
      people: { ...state.people, [personId]: { ...member, role: 'animator', groupId } },
      breakouts: withoutPlaces(state.breakouts, [personId], 'open ones'),
    };
  },
  AnimatorReleased: (state, { personId }) => {
    const member = state.people[personId];
    if (member === undefined) return state;
    const { groupId: _left, ...rest } = member;
    return { ...state, people: { ...state.people, [personId]: { ...rest, role: 'participant' } } };
  },
};
