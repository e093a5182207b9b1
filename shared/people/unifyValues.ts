import { byCode } from '../core/order.ts';
import type { PersonFacts } from './person.ts';

/** Two spellings of one value: without regard to case, accents, and the kinds of spaces, apostrophes and hyphens. */
export const foldValue = (value: string): string =>
  value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** How often each spelling stands in the list. */
type Spellings = Map<string, number>;

/**
 * The people with each value of an attribute spelt in one way, the most frequent: "Oui", "oui" and "OUI" would be mixed as
 * three values. `known`: people whose spelling counts, but who stay as they are.
 */
export function unifyValues<Person extends PersonFacts>(
  people: readonly Person[],
  known: readonly PersonFacts[] = [],
): Person[] {
  const byAttribute = new Map<string, Spellings>();
  const organisations: Spellings = new Map();
  for (const { organisation, attributes } of [...known, ...people]) {
    count(organisations, organisation);
    for (const [name, value] of Object.entries(attributes)) {
      const spellings: Spellings = byAttribute.get(name) ?? new Map();
      byAttribute.set(name, spellings);
      count(spellings, value);
    }
  }
  const organisationOf = preferred(organisations);
  const spellingOf = new Map([...byAttribute].map(([name, spellings]) => [name, preferred(spellings)]));
  return people.map((person) => ({
    ...person,
    organisation: organisationOf(person.organisation),
    attributes: Object.fromEntries(
      Object.entries(person.attributes).map(([name, value]) => [name, spellingOf.get(name)?.(value) ?? value]),
    ),
  }));
}

const count = (spellings: Spellings, value: string): void => {
  spellings.set(value, (spellings.get(value) ?? 0) + 1);
};

/** Of two spellings as frequent as each other, the one that comes first by its letters, whatever the order of the file. */
function preferred(spellings: Spellings): (value: string) => string {
  const alike = Map.groupBy(spellings, ([value]) => foldValue(value));
  const chosen = new Map<string, string>();
  for (const same of alike.values()) {
    const [best] = same.sort(([one, ones], [other, others]) => others - ones || byCode(one, other));
    for (const [value] of same) chosen.set(value, best?.[0] ?? value);
  }
  return (value) => chosen.get(value) ?? value;
}
