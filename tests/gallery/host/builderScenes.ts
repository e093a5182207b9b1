import { MINUTE_MS } from '../../../shared/core/time.ts';
import { emptyRecipe, type Recipe } from '../../../shared/groups/recipe.ts';
import type { GroupDefinition, HostBreakoutView, HostView, PersonView } from '../../../shared/views/views.ts';
import { at, breakout, groups, hostView, midnight, slotsUntil } from './fixtures.ts';

const regions = ['Bretagne', 'Grand Est', 'Hauts-de-France', 'Occitanie', 'Normandie', 'Île-de-France', 'Corse'];
const kinds = ['association', 'fondation', 'collectivité', 'entreprise'];
const firstNames = 'Amina,Basile,Claire,David,Élodie,Farid,Gaëlle,Hugo,Inès,Jules,Karima,Léon,Maëlle,Noé,Océane'.split(
  ',',
);
const lastNames = 'Benali,Roux,Lemoine,Nguyen,Faure,Haddad,Le Goff,Martin,Carvalho,Petit,Saïdi,Bernard'.split(',');

/** So many people with an organisation, a region, a kind and a language; the first organisation is large. */
export function crowd(count: number): Record<string, PersonView> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = `person-${String(index).padStart(4, '0')}`;
      const turn = Math.floor(index / firstNames.length);
      const person: PersonView = {
        id,
        name: `${firstNames[index % firstNames.length]} ${lastNames[(index + turn) % lastNames.length]}`,
        organisation: index % 8 === 0 ? 'ADASI' : `Structure ${(index * 7) % Math.ceil(count / 2)}`,
        role: 'participant',
        connected: index % 9 !== 4,
        attributes: {
          Région: regions[(index * index) % regions.length] ?? '',
          Type: kinds[(index * 5) % kinds.length] ?? '',
          ...(index % 11 === 0 ? { Langue: 'LSF' } : {}),
        },
      };
      return [id, person];
    }),
  );
}

export const manyGroups = (count: number): readonly GroupDefinition[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `group-${String(index + 1).padStart(4, '0')}`,
    number: index + 1,
    name: `Groupe ${index + 1}`,
    animatorName: '',
    roomUrl: '',
  }));

/** Groups formed by dealing people round. */
export function dealtBreakout(
  people: Record<string, PersonView>,
  among: readonly GroupDefinition[],
  recipe: Recipe = emptyRecipe,
): HostBreakoutView {
  const works = among.map(({ id }, group) => ({
    groupId: id,
    members: Object.fromEntries(
      Object.values(people)
        .filter((_, index) => index % among.length === group)
        .map(({ id: personId, name, organisation, connected }) => [
          personId,
          { id: personId, name, organisation, connected, arrived: false },
        ]),
    ),
    answers: {},
    keyIdeas: {},
    outcome: { kind: 'drafting' as const },
    presented: false,
  }));
  return { ...breakout('formed'), recipe, works: Object.fromEntries(works.map((work) => [work.groupId, work])) };
}

export const inBreakout: HostView['agenda'] = {
  slots: slotsUntil('slot-0008'),
  run: { kind: 'running', slotId: 'slot-0008', startedAt: at(15, 12), endsAt: at(15, 32) },
  planOrigin: midnight,
};
export const soon = at(15, 12) + MINUTE_MS / 2;

const recipe: Recipe = {
  ...emptyRecipe,
  mix: { Région: 2, Type: 1 },
  apartBy: ['organisation'],
  together: [['person-0001', 'person-0002']],
  pinned: { 'person-0003': 2 },
  needs: [{ attribute: 'Langue', value: 'LSF', atLeast: 1 }],
  met: 'avoid',
};

const thirty = crowd(30);
const threeHundred = crowd(300);
const base = hostView({ agenda: inBreakout, people: thirty });

/** Groups that could be better mixed, some of whose people are not here. */
export const formedOfThirty: HostView = {
  ...base,
  breakouts: { 'slot-0008': dealtBreakout(thirty, groups, { ...recipe, together: [], pinned: {}, needs: [] }) },
};

/** Views in which the groups of a breakout are prepared. */
export const builderViews: Readonly<Record<string, HostView>> = {
  beginner: base,
  impossible: { ...base, breakouts: { 'slot-0008': dealtBreakout(thirty, groups, recipe) } },
  'no-attributes': hostView({
    agenda: inBreakout,
    people: Object.fromEntries(
      Object.values(thirty).map(({ attributes: _none, ...person }) => [person.id, { ...person, organisation: '' }]),
    ),
  }),
  nobody: { ...base, people: {} },
  '300': { ...base, people: threeHundred, groups: manyGroups(30) },
  '1000': { ...base, people: crowd(1_000), groups: manyGroups(50) },
  'second-round': {
    ...base,
    earlier: [
      {
        id: 'earlier-1',
        name: 'Atelier 1',
        groups: [0, 1, 2].map((group) => Object.keys(thirty).filter((_, index) => index % 3 === group)),
      },
    ],
    recipes: { 'recipe-01': { id: 'recipe-01', name: 'Territoires mélangés', recipe } },
  },
  choice: {
    ...base,
    breakouts: {
      'slot-0008': {
        ...dealtBreakout(crowd(17), groups),
        choice: { 'group-0001': 10, 'group-0002': 10, 'group-0003': 9 },
      },
    },
  },
};
