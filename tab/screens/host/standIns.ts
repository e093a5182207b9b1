import type { HostBreakoutView, HostView, PersonView } from '../../../shared/views/views.ts';

interface StandIn {
  readonly person: PersonView;
  /** Where they stand, or what they run. */
  readonly groupNumber?: number;
}

/** "Élodie" is found by "elodie". */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who may run a group: its own people, then the others; those whose page is open first. */
export function standIns(
  { people, groups }: Pick<HostView, 'people' | 'groups'>,
  { works }: Pick<HostBreakoutView, 'works'>,
  groupId: string,
  search: string,
): { readonly inGroup: readonly StandIn[]; readonly elsewhere: readonly StandIn[] } {
  const wanted = folded(search.trim());
  const groupOf = ({ id, role, groupId: run }: PersonView) =>
    groups.find((group) => (role === 'animator' ? group.id === run : works[group.id]?.members[id] !== undefined));
  const able = Object.values(people)
    .filter(({ role, expected }) => expected !== true && (role === 'participant' || role === 'animator'))
    .filter((person) => !(person.role === 'animator' && person.groupId === groupId))
    .filter(({ name, organisation }) => folded(`${name} ${organisation}`).includes(wanted))
    .sort((one, other) => Number(other.connected) - Number(one.connected) || one.name.localeCompare(other.name, 'fr'))
    .map((person) => ({ person, group: groupOf(person) }));
  const told = ({ person, group }: (typeof able)[number]): StandIn => ({
    person,
    ...(group === undefined ? {} : { groupNumber: group.number }),
  });
  return {
    inGroup: able.filter(({ group }) => group?.id === groupId).map(({ person }) => ({ person })),
    elsewhere: able.filter(({ group }) => group?.id !== groupId).map(told),
  };
}
