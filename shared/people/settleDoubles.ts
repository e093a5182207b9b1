import type { Double, KnownPerson } from './doubles.ts';
import type { ListedPerson, PersonFacts } from './person.ts';

/** What a file comes to once it is said who is who. */
export interface Settled {
  /** New people, in the order of the file. */
  readonly added: readonly ListedPerson[];
  /** People who are there already, with what the file adds or corrects; `isChanged` is false when it says nothing new. */
  readonly revised: readonly (ListedPerson & { readonly personId: string; readonly isChanged: boolean })[];
  /** Rows that went into another row of the file. */
  readonly merged: readonly { readonly line: number; readonly intoLine: number }[];
}

/** @param areSame whether the two of a pair are one person: `isSure` of each until somebody says otherwise */
export function settleDoubles(
  people: readonly ListedPerson[],
  known: readonly KnownPerson[],
  doubles: readonly Double[],
  areSame: (double: Double) => boolean,
): Settled {
  const twinOf = new Map(doubles.filter(areSame).map(({ line, of }) => [line, of]));
  const knownById = new Map(known.map((one) => [one.personId, one]));
  const rows = new Map<number, ListedPerson>();
  const revised = new Map<string, ListedPerson>();
  const merged: { line: number; intoLine: number }[] = [];
  for (const person of people) {
    const twin = endOf(twinOf, person.line);
    if (twin === undefined) rows.set(person.line, person);
    else if (twin.kind === 'known') revised.set(twin.personId, completed(revised.get(twin.personId) ?? person, person));
    else {
      merged.push({ line: person.line, intoLine: twin.line });
      const first = rows.get(twin.line);
      if (first !== undefined) rows.set(twin.line, completed(first, person));
    }
  }
  return {
    added: [...rows.values()],
    revised: [...revised].flatMap(([personId, listed]) => {
      const one = knownById.get(personId);
      return one === undefined ? [] : [revision(one, listed)];
    }),
    merged,
  };
}

/** A row may be the same as one that is itself the same as another: all go to the first. */
function endOf(twinOf: ReadonlyMap<number, Double['of']>, line: number): Double['of'] | undefined {
  let twin = twinOf.get(line);
  while (twin?.kind === 'row') {
    const further = twinOf.get(twin.line);
    if (further === undefined) return twin;
    twin = further;
  }
  return twin;
}

/** The first row counts; the other one fills what it lacks. */
function completed(first: ListedPerson, other: ListedPerson): ListedPerson {
  const pinnedGroup = first.pinnedGroup ?? other.pinnedGroup;
  return {
    ...first,
    organisation: first.organisation || other.organisation,
    email: first.email || other.email,
    attributes: { ...other.attributes, ...first.attributes },
    earlierGroups: { ...other.earlierGroups, ...first.earlierGroups },
    ...(pinnedGroup === undefined ? {} : { pinnedGroup }),
  };
}

/** A person keeps their name, and what the file does not say. */
function revision(known: KnownPerson, listed: ListedPerson) {
  const facts: PersonFacts = {
    name: known.name,
    organisation: listed.organisation || known.organisation,
    email: listed.email || known.email,
    attributes: { ...known.attributes, ...listed.attributes },
  };
  const isChanged =
    facts.organisation !== known.organisation ||
    facts.email !== known.email ||
    Object.entries(facts.attributes).some(([name, value]) => known.attributes[name] !== value);
  return { ...listed, ...facts, personId: known.personId, isChanged };
}
