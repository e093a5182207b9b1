import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { WorkshopEvent } from '../events.ts';
import { limits } from '../limits.ts';
import type { WorkshopState } from '../state.ts';

type ExpectedCommand =
  | 'ExpectPeople'
  | 'ForgetExpected'
  | 'MatchPerson'
  | 'RevisePerson'
  | 'ChooseAttributes'
  | 'DropAttribute';

/** The id of somebody who is announced: the command's, and their place in it. */
export const expectedId = (commandId: string, index: number): string =>
  `${commandId.slice(0, limits.idChars - 5)}.p${index + 1}`;

const isKnown = (state: WorkshopState, personId: string): boolean =>
  state.expected[personId] !== undefined || state.people[personId]?.removed === false;

/** People who are announced before they come, and what is known of people. Their words go to the table of people. */
export const expectedDecisions: Decisions<ExpectedCommand> = {
  ExpectPeople: (state, { people }, { commandId }) => {
    const revised = people.flatMap(({ personId }) => personId ?? []);
    if (!revised.every((id) => isKnown(state, id))) return err('person_unknown');
    const added = people.flatMap(({ personId }, index) =>
      personId === undefined ? [expectedId(commandId, index)] : [],
    );
    if (added.some((id) => state.people[id] !== undefined || state.expected[id] !== undefined)) return err('id_taken');
    const known = Object.keys(state.people).length + Object.keys(state.expected).length;
    if (known + added.length > limits.people) return err('too_many_people');
    return ok([
      ...(added.length === 0 ? [] : [{ kind: 'PeopleExpected' as const, personIds: added }]),
      ...revised.map((personId): WorkshopEvent => ({ kind: 'PersonRevised', personId })),
    ]);
  },

  ForgetExpected: (state, { personIds }) => {
    const standing = personIds.filter((id) => state.expected[id] !== undefined);
    return ok(standing.length === 0 ? [] : [{ kind: 'ExpectedForgotten', personIds: standing }]);
  },

  MatchPerson: (state, { personId, expectedId }) => {
    const member = state.people[personId];
    if (member === undefined || member.removed || member.role === 'display') return err('person_unknown');
    if (state.expected[expectedId] === undefined) return err('person_unknown');
    return ok([{ kind: 'PersonMatched', personId, expectedId }]);
  },

  RevisePerson: (state, { personId }) =>
    isKnown(state, personId) ? ok([{ kind: 'PersonRevised', personId }]) : err('person_unknown'),

  ChooseAttributes: (state, { attributes }) =>
    ok(
      JSON.stringify(attributes) === JSON.stringify(state.attributes) ? [] : [{ kind: 'AttributesChosen', attributes }],
    ),

  DropAttribute: (state, { name }) => {
    const attributes = state.attributes.filter((one) => one.name !== name);
    return ok(attributes.length === state.attributes.length ? [] : [{ kind: 'AttributesChosen', attributes }]);
  },
};
