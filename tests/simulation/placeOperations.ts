import { asHost, choose, host, type Operation, onBreakout } from './screen.ts';
import type { OperationName } from './script.ts';
import { expectedNames } from './stageSet.ts';

type PlaceOperation = Extract<
  OperationName,
  | 'expect'
  | 'match'
  | 'offerChoice'
  | 'choose'
  | 'closeChoice'
  | 'setAside'
  | 'takePlace'
  | 'merge'
  | 'nameAnimator'
  | 'releaseAnimator'
>;

/** Who is expected, where people stand, who runs their group. */
export const placeOperations: Readonly<Record<PlaceOperation, Operation>> = {
  expect: {
    roles: host,
    press: ({ pick }) => ({
      kind: 'ExpectPeople',
      people: [pick, pick + 1].map((at) => ({
        name: choose(expectedNames, at) ?? '',
        organisation: `Structure ${at % 2}`,
        email: '',
        attributes: {},
      })),
    }),
  },
  match: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ people }) => {
        const all = Object.values(people);
        const expected = all.filter((one) => one.expected === true);
        const come = all.filter((one) => one.expected !== true && one.role === 'participant');
        const [awaited, person] = [choose(expected, screen.pick), choose(come, screen.pick >> 1)];
        if (awaited === undefined || person === undefined) return undefined;
        return { kind: 'MatchPerson', personId: person.id, expectedId: awaited.id };
      }),
  },
  offerChoice: {
    roles: host,
    press: (screen) =>
      onBreakout(screen, ['formed', undefined], ({ slotId }, { groups }) => ({
        kind: 'OfferChoice',
        slotId,
        capacities: Object.fromEntries(groups.slice(1).map(({ id }) => [id, 1 + (screen.pick % 4)])),
      })),
  },
  choose: {
    roles: ['participant'],
    press: ({ view, pick }) => {
      if (view.kind !== 'lobby' || view.choice === undefined) return undefined;
      const group = choose(view.choice.groups, pick);
      return group && { kind: 'ChooseGroup', slotId: view.choice.slotId, groupId: group.id };
    },
  },
  closeChoice: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ breakouts }) => {
        const offered = Object.values(breakouts).find(({ choice }) => choice !== undefined);
        return offered && { kind: 'CloseChoice', slotId: offered.slotId };
      }),
  },
  setAside: {
    roles: host,
    press: (screen) =>
      onBreakout(screen, ['formed', 'open'], ({ slotId, works = {} }) => {
        const placed = Object.values(works).flatMap(({ groupId, members }) =>
          Object.keys(members).map((personId) => ({ personId, fromGroupId: groupId })),
        );
        const move = choose(placed, screen.pick);
        return move && { kind: 'MovePeople', slotId, moves: [move] };
      }),
  },
  takePlace: {
    roles: ['participant'],
    press: ({ view }) =>
      view.kind === 'lobby' && view.openSlotId !== undefined
        ? { kind: 'TakePlace', slotId: view.openSlotId }
        : undefined,
  },
  merge: {
    roles: host,
    press: (screen) =>
      onBreakout(screen, ['open', 'formed'], ({ slotId, merged = {} }, { groups }) => {
        const standing = groups.filter(({ id }) => merged[id] === undefined);
        const [from, into] = [choose(standing, screen.pick), choose(standing, screen.pick + 1)];
        if (from === undefined || into === undefined || from === into) return undefined;
        const announcement = screen.words('note');
        return { kind: 'MergeGroups', slotId, fromGroupId: from.id, intoGroupId: into.id, announcement };
      }),
  },
  nameAnimator: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ groups, people }) => {
        const able = Object.values(people).filter(
          ({ role, expected }) => expected !== true && (role === 'participant' || role === 'animator'),
        );
        const [group, person] = [choose(groups, screen.pick), choose(able, screen.pick >> 1)];
        if (group === undefined || person === undefined) return undefined;
        const announcement = screen.words('note');
        return { kind: 'NameAnimator', groupId: group.id, personId: person.id, announcement };
      }),
  },
  releaseAnimator: {
    roles: host,
    press: (screen) =>
      asHost(screen, ({ people }) => {
        const named = choose(
          Object.values(people).filter((one) => one.named === true),
          screen.pick,
        );
        return named && { kind: 'ReleaseAnimator', personId: named.id };
      }),
  },
};
