import type { Placement, SplitPerson } from '../../../../shared/groups/problem.ts';
import { organisation } from '../../../../shared/groups/recipe.ts';
import type { HostBreakoutView, HostView, PersonView } from '../../../../shared/views/views.ts';

/** Whoever takes a place in a group: participants, and those who are expected. */
export const isPlaceable = ({ role }: Pick<PersonView, 'role'>): boolean => role === 'participant';

const valuesOf = (person: PersonView): Readonly<Record<string, string>> => ({
  ...person.attributes,
  [organisation]: person.organisation,
});

/**
 * The people to split, as the server knows them. Who is connected changes every second in a large room and is nothing to
 * split by: when nothing else changed, `before` is given back, so that nothing is worked out anew.
 */
export function splitPeople(people: HostView['people'], before: readonly SplitPerson[] = []): readonly SplitPerson[] {
  const known = new Map(before.map((person) => [person.id, person]));
  const now = Object.values(people)
    .filter(isPlaceable)
    .map((person): SplitPerson => {
      const [same, values] = [known.get(person.id), valuesOf(person)];
      return same !== undefined && sameValues(same.values, values) ? same : { id: person.id, values };
    });
  return now.length === before.length && now.every((person, index) => person === before[index]) ? before : now;
}

function sameValues(one: SplitPerson['values'], other: SplitPerson['values']): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** An attribute of these people, with its values, the most frequent first. */
export interface KnownAttribute {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly people: number }[];
}

/** The organisation first, then what the workshop asks for, then whatever a list brought along. What nobody has is left out. */
export function knownAttributes(people: readonly SplitPerson[], asked: HostView['attributes']): KnownAttribute[] {
  const counts = new Map<string, Map<string, number>>();
  for (const name of [organisation, ...asked.map((attribute) => attribute.name)]) counts.set(name, new Map());
  for (const { values } of people)
    for (const [name, value] of Object.entries(values)) {
      if (value === '') continue;
      const known = counts.get(name) ?? new Map<string, number>();
      counts.set(name, known.set(value, (known.get(value) ?? 0) + 1));
    }
  return [...counts]
    .filter(([, values]) => values.size > 0)
    .map(([name, values]) => ({
      name,
      values: [...values].map(([value, people]) => ({ value, people })).sort((a, b) => b.people - a.people),
    }));
}

export type Placements = Readonly<Record<string, string>>;

/** Person → group, of the groups as they stand. */
export const placementsOf = (breakout: HostBreakoutView | undefined): Placements =>
  Object.fromEntries(
    Object.values(breakout?.works ?? {}).flatMap(({ groupId, members }) =>
      Object.keys(members).map((personId) => [personId, groupId]),
    ),
  );

/** A split in which people have met, with its name: another breakout that took place, or groups that were noted. */
export interface EarlierGroups {
  readonly id: string;
  /** Of groups that were noted; a breakout is named by its slot. */
  readonly isNoted: boolean;
  readonly name: string;
  readonly places: readonly Placement[];
}

/** The same as the server counts: breakouts of this workshop that took place, and what was noted. */
export function earlierGroups(
  view: Pick<HostView, 'breakouts' | 'earlier' | 'agenda'>,
  slotId: string,
): EarlierGroups[] {
  const here = Object.values(view.breakouts)
    .filter((breakout) => breakout.slotId !== slotId && breakout.phase.kind !== 'formed')
    .map((breakout) => ({
      id: breakout.slotId,
      isNoted: false,
      name: view.agenda.slots.find(({ id }) => id === breakout.slotId)?.title ?? '',
      places: Object.values(breakout.works).flatMap(({ members }, group) =>
        Object.keys(members).map((personId) => ({ personId, group })),
      ),
    }));
  const noted = view.earlier.map(({ id, name, groups }) => ({
    id,
    isNoted: true,
    name,
    places: groups.flatMap((ids, group) => ids.map((personId) => ({ personId, group }))),
  }));
  return [...here, ...noted];
}
