import { byCode } from '../core/order.ts';
import { gatherNames } from './nameClasses.ts';
import type { ListedPerson, PersonFacts } from './person.ts';
import { foldValue } from './unifyValues.ts';
import { createUnions, type Unions } from './unions.ts';

/** Someone who is in the workshop already. */
export interface KnownPerson extends PersonFacts {
  readonly personId: string;
}

/** Where the other one of two is: in the file, or in the workshop. */
export type Twin =
  | { readonly kind: 'row'; readonly line: number }
  | { readonly kind: 'known'; readonly personId: string };

/** A row that may be somebody who was met before; at most one for each row. */
export interface Double {
  readonly line: number;
  readonly code: 'same_email' | 'same_name' | 'near_name';
  readonly of: Twin;
  /** Nothing speaks against it; else there may be namesakes, and somebody should say. */
  readonly isSure: boolean;
}

type Member = PersonFacts & { readonly twin: Twin };
type Names = ReturnType<typeof gatherNames>;

/**
 * Rows that are the same person as a row above, or as someone in the workshop. Names are compared without regard to case,
 * accents, hyphens and order, with one typing error at most. People of one name with other addresses or other organisations,
 * and people of other names with one address, are proposed, never sure. The order of the rows only says which of them stays.
 */
export function findDoubles(people: readonly ListedPerson[], known: readonly KnownPerson[]): Double[] {
  const members: Member[] = [
    ...known
      .map((one) => ({ ...one, twin: { kind: 'known' as const, personId: one.personId } }))
      .sort((one, other) => byCode(one.personId, other.personId)),
    ...people.map((one) => ({ ...one, twin: { kind: 'row' as const, line: one.line } })),
  ];
  const names = gatherNames(members.map(({ name }) => name));
  const byEmail = emailGroups(members);
  const persons = sameForSure(members, names, byEmail);
  const proposals = proposer(members, names, byEmail, persons);
  return members.flatMap((member, index): Double[] => {
    if (member.twin.kind === 'known') return [];
    const first = persons.find(index);
    const isSure = first !== index;
    const other = members[isSure ? first : (proposals(index) ?? -1)];
    if (other === undefined) return [];
    const code = hasSameEmail(member, other)
      ? 'same_email'
      : names.areSame(member.name, other.name)
        ? 'same_name'
        : 'near_name';
    return [{ line: member.twin.line, code, of: other.twin, isSure }];
  });
}

const hasSameEmail = (one: PersonFacts, other: PersonFacts): boolean =>
  one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase();
const differ = (one: string, other: string): boolean =>
  one !== '' && other !== '' && foldValue(one) !== foldValue(other);
const distinct = (members: readonly PersonFacts[], fieldOf: (member: PersonFacts) => string): number =>
  new Set(
    members
      .map(fieldOf)
      .filter((value) => value !== '')
      .map(foldValue),
  ).size;

function emailGroups(members: readonly Member[]): ReadonlyMap<string, readonly number[]> {
  const groups = Map.groupBy(members.keys(), (index) => (members[index] as Member).email.toLowerCase());
  groups.delete('');
  return groups;
}

/** Two in the workshop stay two, whatever they share. */
function sameForSure(
  members: readonly Member[],
  names: Names,
  byEmail: ReadonlyMap<string, readonly number[]>,
): Unions {
  const unions = createUnions(members.length);
  const at = (indexes: readonly number[]): Member[] => indexes.map((index) => members[index] as Member);
  const unite = (indexes: readonly number[]): void => {
    const [first, ...others] = indexes;
    for (const other of others) {
      const isKnown = [first, other].map((one) => members[unions.find(one as number)]?.twin.kind === 'known');
      if (first !== undefined && !isKnown.every(Boolean)) unions.join(first, other);
    }
  };
  for (const sharing of byEmail.values()) if (sharing.length > 1) names.nearGroups(sharing).forEach(unite);
  for (const namesakes of names.classes()) {
    if (namesakes.length < 2) continue;
    const emails = distinct(at(namesakes), ({ email }) => email);
    if (emails <= 1 && distinct(at(namesakes), ({ organisation }) => organisation) <= 1) unite(namesakes);
    else {
      const byOrganisation = Map.groupBy(namesakes, (index) => foldValue((members[index] as Member).organisation));
      for (const [organisation, colleagues] of byOrganisation) {
        if (organisation !== '' && distinct(at(colleagues), ({ email }) => email) <= 1) unite(colleagues);
      }
    }
  }
  return unions;
}

/** Whom a row may be: a namesake, whoever has its address, or somebody whose name is one typing error away, in this order. */
function proposer(
  members: readonly Member[],
  names: Names,
  byEmail: ReadonlyMap<string, readonly number[]>,
  persons: Unions,
): (index: number) => number | undefined {
  return (index) => {
    const member = members[index] as Member;
    const isBefore = (other: number): boolean => other < index && persons.find(other) !== persons.find(index);
    const isLikelyTypo = (other: number): boolean => {
      const { organisation, email } = members[other] as Member;
      const isColleague = organisation !== '' && foldValue(organisation) === foldValue(member.organisation);
      return (
        isBefore(other) && !differ(organisation, member.organisation) && (isColleague || !differ(email, member.email))
      );
    };
    return (
      names.sameAs(member.name).find(isBefore) ??
      byEmail.get(member.email.toLowerCase())?.find(isBefore) ??
      names.typosOf(member.name).find(isLikelyTypo)
    );
  };
}
