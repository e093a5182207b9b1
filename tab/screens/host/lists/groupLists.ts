import { foldValue } from '../../../../shared/people/unifyValues.ts';
import { writeCells } from '../../../../shared/people/writeCells.ts';
import type { HostBreakoutView, HostView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import type { Language } from '../../../../shared/workshop/state.ts';
import type { GroupListsText } from '../../../text/groupLists.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isExpected: boolean;
}

export interface ListedGroup {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly animatorName: string;
  readonly roomUrl: string;
  readonly people: readonly ListedPerson[];
}

/** As Teams shows people: by the name on screen, from its first letter on; accents and case make no difference. */
const collator = new Intl.Collator('fr', { sensitivity: 'base' });
const byName = (one: ListedPerson, other: ListedPerson): number =>
  collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);

/** The groups that are not given up, in their order, each with its people in the order in which Teams shows them. */
export function listedGroups(view: HostView, breakout: HostBreakoutView, language: Language): readonly ListedGroup[] {
  return view.groups
    .filter(({ id }) => breakout.merged[id] === undefined)
    .map((group) => ({
      id: group.id,
      number: group.number,
      title: groupTitle(group, language),
      animatorName: group.animatorName,
      roomUrl: group.roomUrl,
      people: Object.values(breakout.works[group.id]?.members ?? {})
        .map(({ id, name, organisation, expected }) => ({
          id,
          name,
          organisation,
          email: view.people[id]?.email ?? '',
          attributes: view.people[id]?.attributes ?? {},
          isExpected: expected === true,
        }))
        .sort(byName),
    }));
}

/** Everybody with their group, for the door. */
export const peopleByName = (
  groups: readonly ListedGroup[],
): readonly { readonly person: ListedPerson; readonly group: ListedGroup }[] =>
  groups
    .flatMap((group) => group.people.map((person) => ({ person, group })))
    .sort((one, other) => byName(one.person, other.person));

/** Names that several people bear: by name alone nobody could tell who goes where. */
export function sharedNames(groups: readonly ListedGroup[]): ReadonlySet<string> {
  const people = groups.flatMap((group) => group.people);
  const byWords = Map.groupBy(people, ({ name }) => foldValue(name));
  return new Set([...byWords.values()].flatMap((same) => (same.length > 1 ? same.map(({ name }) => name) : [])));
}

/**
 * A table of everybody, for a spreadsheet and for the command `split --met`: name, organisation, e-mail, everything else that
 * is known, and the number of the group in the last column.
 */
export function groupsTable(groups: readonly ListedGroup[], words: GroupListsText): string {
  const rows = peopleByName(groups);
  const attributes = [...new Set(rows.flatMap(({ person }) => Object.keys(person.attributes)))].sort(collator.compare);
  const columns: string[] = [];
  for (const name of [words.name, words.organisation, words.email, ...attributes, words.group])
    columns.push(freeName(name, columns));
  const lines = rows.map(({ person, group }) => [
    person.name,
    person.organisation,
    person.email,
    ...attributes.map((name) => person.attributes[name] ?? ''),
    String(group.number),
  ]);
  return writeCells(
    [columns, ...lines].map((cells) => cells.map(harmless)),
    { delimiter: words.delimiter, hasMark: true },
  );
}

/** An attribute may be called like one of our own columns: no name comes twice in a table. */
function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let turn = 2; taken.includes(free); turn++) free = `${name} ${turn}`;
  return free;
}

/** Spreadsheets calculate what begins like a formula, and people write their names themselves (OWASP, "CSV injection"). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** The names of a room, one a line. */
export const roomText = ({ people }: ListedGroup): string => people.map(({ name }) => name).join('\n');
