import { createNameIndex } from '../../../../shared/people/nameIndex.ts';
import { plainWords } from '../../../../shared/people/plainWords.ts';
import { foldValue } from '../../../../shared/people/unifyValues.ts';
import type { PersonView } from '../../../../shared/views/views.ts';
import { sortedByName } from '../breakoutPeople.ts';

/** Whom a list of people shows. */
export type PeopleFilter =
  | { readonly kind: 'everybody' | 'expected' | 'here' }
  | { readonly kind: 'value'; readonly attribute: string; readonly value: string };

/** Everyone but displays, by name. */
export const listedPeople = (people: Readonly<Record<string, PersonView>>): readonly PersonView[] =>
  sortedByName(people).filter(({ role }) => role !== 'display');

const fits = (person: PersonView, filter: PeopleFilter): boolean => {
  switch (filter.kind) {
    case 'everybody':
      return true;
    case 'expected':
      return person.expected === true;
    case 'here':
      return person.expected !== true;
    case 'value':
      return foldValue(person.attributes?.[filter.attribute] ?? '') === foldValue(filter.value);
  }
};

/** What a person is searched in, worked out once: a view keeps the identity of whoever did not change. */
const searched = new WeakMap<PersonView, string>();
function searchedIn(person: PersonView): string {
  const known = searched.get(person);
  if (known !== undefined) return known;
  const said = [person.name, person.organisation, person.email ?? '', ...Object.values(person.attributes ?? {})];
  const text = plainWords(said.join(' ')).join(' ');
  searched.set(person, text);
  return text;
}

/** "Élodie" is found by "elodie", "Legoff Yann" by "yann goff", and both by their organisation, address or attributes. */
export function findPeople(people: readonly PersonView[], search: string, filter: PeopleFilter): readonly PersonView[] {
  const wanted = plainWords(search);
  return people.filter(
    (person) =>
      fits(person, filter) && (wanted.length === 0 || wanted.every((word) => searchedIn(person).includes(word))),
  );
}

/** "Oui", "3", "LSF": shorter values say nothing without their attribute. */
const tellingChars = 4;

/** What is known of a person beyond name and organisation, each so that it can be read alone. */
export const factsOf = ({ attributes = {} }: Pick<PersonView, 'attributes'>): readonly string[] =>
  Object.entries(attributes).map(([name, value]) => (value.length < tellingChars ? `${name}\u00a0: ${value}` : value));

/** More values than this tell people apart instead of bringing them together. */
const mostValues = 40;

/** Values that several people may share, by attribute, as they are spelt. */
export function valuesOf(people: readonly PersonView[], attributes: readonly string[]) {
  return attributes.flatMap((name) => {
    const values = new Map<string, string>();
    for (const { attributes: known } of people) {
      const value = known?.[name];
      if (value !== undefined && value !== '' && !values.has(foldValue(value))) values.set(foldValue(value), value);
    }
    const list = [...values.values()].sort((one, other) => one.localeCompare(other, 'fr', { numeric: true }));
    return list.length === 0 || list.length > mostValues ? [] : [{ name, values: list }];
  });
}

/** Who may be the same person: somebody expected for who is here, and the other way round; near names first. */
export function matchesFor(person: PersonView, people: readonly PersonView[]): readonly PersonView[] {
  const others = people.filter((one) => one.id !== person.id && one.expected !== person.expected);
  const near = new Set(createNameIndex(others.map(({ name }) => name))(person.name).map(({ index }) => index));
  return [...others.filter((_, index) => near.has(index)), ...others.filter((_, index) => !near.has(index))];
}
