import { organisation } from '../../shared/groups/recipe.ts';
import type { Join } from '../../shared/workshop/commands.ts';
import type { DecisionContext } from '../../shared/workshop/decision.ts';
import { askedValues, givenValues } from '../../shared/workshop/people/asked.ts';
import { expectedId } from '../../shared/workshop/people/decideExpected.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { StoredPerson } from '../store/eventStore.ts';
import type { Intent } from './decideBatch.ts';

/** What a command does to the table of people: names and all that is known of somebody never go into the log. */
export interface PeopleRows {
  readonly people: readonly StoredPerson[];
  readonly forgotten: readonly string[];
}

export const noRows: PeopleRows = { people: [], forgotten: [] };

type RowOf = (personId: string) => StoredPerson | undefined;

/** @param state before the command */
export function writtenRows(intent: Intent, state: WorkshopState | undefined, rowOf: RowOf): PeopleRows {
  if ('tokenHash' in intent) return joining(intent, state, rowOf);
  const { actorId, commandId, command } = intent;
  const revised = (personId: string, words: Partial<StoredPerson>): readonly StoredPerson[] => {
    const before = rowOf(personId);
    return before === undefined ? [] : [{ ...before, ...words }];
  };
  switch (command.kind) {
    case 'ReviseMyself': {
      const { name, organisation } = command;
      const said = state === undefined ? {} : askedValues(state, command.attributes ?? {});
      const attributes = givenValues({ ...rowOf(actorId)?.attributes, ...said });
      return { ...noRows, people: revised(actorId, { name, organisation, attributes }) };
    }
    case 'RevisePerson': {
      const { personId, name, organisation, email, attributes } = command;
      return { ...noRows, people: revised(personId, { name, organisation, email, attributes }) };
    }
    case 'ExpectPeople':
      return {
        ...noRows,
        people: command.people.flatMap(({ personId, ...words }, index) =>
          personId === undefined ? [{ personId: expectedId(commandId, index), ...words }] : revised(personId, words),
        ),
      };
    case 'ForgetExpected':
      return { ...noRows, forgotten: command.personIds.filter((id) => state?.expected[id] !== undefined) };
    case 'MatchPerson': {
      const expected = rowOf(command.expectedId);
      const row = rowOf(command.personId);
      return { people: row === undefined ? [] : [taking(row, expected)], forgotten: [command.expectedId] };
    }
    case 'DropAttribute':
      return { ...noRows, people: state === undefined ? [] : withoutAttribute(state, command.name, rowOf) };
    default:
      return noRows;
  }
}

/** Everyone of whom something was known by it. */
const withoutAttribute = (state: WorkshopState, name: string, rowOf: RowOf): readonly StoredPerson[] =>
  [...Object.keys(state.people), ...Object.keys(state.expected)].flatMap((personId) => {
    const row = rowOf(personId);
    if (row === undefined || !Object.hasOwn(row.attributes, name)) return [];
    const { [name]: _dropped, ...attributes } = row.attributes;
    return [{ ...row, attributes }];
  });

/** Whoever was expected keeps what was known of them; what they say themselves goes first. */
const taking = (row: StoredPerson, expected: StoredPerson | undefined): StoredPerson =>
  expected === undefined
    ? row
    : {
        ...row,
        organisation: row.organisation === '' ? expected.organisation : row.organisation,
        email: row.email === '' ? expected.email : row.email,
        attributes: { ...expected.attributes, ...row.attributes },
      };

function joining(
  { actorId, command }: Extract<Intent, { tokenHash: string }>,
  state: WorkshopState | undefined,
  rowOf: RowOf,
): PeopleRows {
  const { name, organisation, expectedId } = command;
  const attributes = state === undefined ? {} : givenValues(askedValues(state, command.attributes));
  const row: StoredPerson = { personId: actorId, name, organisation, email: '', attributes };
  if (expectedId === undefined || state?.expected[expectedId] === undefined) return { ...noRows, people: [row] };
  return { people: [taking(row, rowOf(expectedId))], forgotten: [expectedId] };
}

/** What splitting may go by, person by person; whoever joins with this command is in it already. */
export function rosterOf(
  known: ReadonlyMap<string, StoredPerson>,
  drafted: ReadonlyMap<string, StoredPerson>,
  intent: Intent,
): DecisionContext['roster'] {
  const values = (row: Pick<StoredPerson, 'organisation' | 'attributes'>) => ({
    ...row.attributes,
    [organisation]: row.organisation,
  });
  // Whoever comes as somebody expected brings what was known of them.
  const arriving = (command: Join) => {
    const { expectedId = '', name, organisation, attributes } = command;
    const row = { personId: '', name, organisation, email: '', attributes };
    return values(taking(row, drafted.get(expectedId) ?? known.get(expectedId)));
  };
  const own = 'tokenHash' in intent ? arriving(intent.command) : undefined;
  // Read one by one: of a thousand people most commands ask about nobody.
  return {
    get: (personId) => {
      if (own !== undefined && personId === intent.actorId) return own;
      const row = drafted.get(personId) ?? known.get(personId);
      return row === undefined ? undefined : values(row);
    },
  };
}
