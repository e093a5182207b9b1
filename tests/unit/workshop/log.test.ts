import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, type CommandKind, commandSchema } from '../../../shared/workshop/commands.ts';
import type { Fact, WorkshopEvent } from '../../../shared/workshop/events.ts';
import { evolve } from '../../../shared/workshop/evolve.ts';
import { rolesAllowed } from '../../../shared/workshop/rights.ts';
import type { WorkshopState } from '../../../shared/workshop/state.ts';
import { play, randomWorkshop } from '../../doubles/randomWorkshop.ts';
import {
  answered,
  breakoutSlot,
  drafted,
  groupId,
  host,
  inGroup,
  participant,
  submission,
} from '../../doubles/workshopScenario.ts';

const replay = (facts: readonly Fact[]): WorkshopState | undefined =>
  facts.reduce<WorkshopState | undefined>(evolve, undefined);

/** Every value inside, however deep. */
function* valuesIn(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* valuesIn(inner);
}

describe('the log', () => {
  it('N4 replayed, after a stay in the store, it gives the live state, byte for byte', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const { workshop } = play(script);
        const stored = JSON.parse(JSON.stringify(workshop.facts)) as readonly Fact[];
        expect(JSON.stringify(replay(stored))).toBe(JSON.stringify(workshop.state));
        expect(replay(stored)).toEqual(workshop.state);
      }),
    );
  });

  it('L12 holds no name, no organisation, and nothing that JSON would lose', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const { workshop } = play(script);
        const log = JSON.stringify(workshop.facts);
        expect(log).not.toContain('NOM<');
        expect(log).not.toContain('ORG<');
        expect([...valuesIn(workshop.facts)]).not.toContain(undefined);
        expect([...valuesIn(workshop.facts)]).not.toContain(null);
      }),
    );
  });

  it('N4 evolve takes any facts in any order: it never throws, and counts them', () => {
    fc.assert(
      fc.property(randomWorkshop, fc.infiniteStream(fc.nat()), (script, numbers) => {
        const { workshop } = play(script);
        const [founding, ...rest] = workshop.facts;
        if (founding === undefined) throw new Error('no log');
        const shuffled = rest
          .filter(() => (numbers.next().value ?? 0) % 4 > 0)
          .map((fact) => ({ fact, place: numbers.next().value ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ fact }, index) => ({ ...fact, version: index + 2 }));
        expect(replay([founding, ...shuffled])?.version).toBe(1 + shuffled.length);
      }),
    );
    const orphan = {
      version: 1,
      at: 0,
      actorId: 'a',
      commandId: 'c',
      event: { kind: 'WorkshopEnded' } as WorkshopEvent,
    };
    expect(() => evolve(undefined, orphan)).toThrow('a workshop');
  });

  it('N4 a refused command leaves no trace, an accepted one keeps the identity of what it does not touch', () => {
    const workshop = drafted();
    const before = workshop.state;
    workshop.attempt(participant(2), { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text: 'Ailleurs' });
    expect(workshop.state).toBe(before);
    answered(workshop, 1, 'Encore une', 'answer-0009');
    const { breakouts, version: _version, ...rest } = workshop.state;
    for (const [key, value] of Object.entries(rest)) expect(value).toBe(before[key as keyof WorkshopState]);
    const works = breakouts[breakoutSlot]?.works ?? {};
    const worksBefore = before.breakouts[breakoutSlot]?.works ?? {};
    expect(works[groupId(2)]).toBe(worksBefore[groupId(2)]);
    expect(works[groupId(1)]?.keyIdeas).toBe(worksBefore[groupId(1)]?.keyIdeas);
    expect(works[groupId(1)]?.answers['answer-0001']).toBe(worksBefore[groupId(1)]?.answers['answer-0001']);
  });

  it('N4 the same command on the same state gives the same events', () => {
    const workshop = drafted();
    for (const command of [
      submission(1),
      { kind: 'FormGroups', slotId: 'slot-0002' },
      { kind: 'EndWorkshop' },
    ] as const) {
      expect(workshop.when(host, command as Command, 'command-same')).toEqual(
        workshop.when(host, command as Command, 'command-same'),
      );
    }
  });
});

describe('at any moment', () => {
  it('B1 whoever is placed is a participant who is here, in a group that is there; open breakouts place everybody', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        play(script, (state) => {
          const groups = new Set(state.groups.map(({ id }) => id));
          const people = Object.values(state.people).filter(({ role, removed }) => role === 'participant' && !removed);
          for (const breakout of Object.values(state.breakouts)) {
            for (const [personId, place] of Object.entries(breakout.placements)) {
              // Who ran a group later on keeps the place that they had in a breakout that is over.
              if (breakout.phase.kind === 'closed') expect(state.people[personId]?.removed ?? false).toBe(false);
              else if (state.expected[personId] === undefined)
                expect(state.people[personId]).toMatchObject({ role: 'participant', removed: false });
              expect(groups.has(place)).toBe(true);
            }
            for (const personId of Object.keys(breakout.arrivals)) expect(breakout.placements).toHaveProperty(personId);
            if (breakout.phase.kind === 'open') {
              for (const { id } of people)
                if (breakout.setAside[id] === undefined) expect(breakout.placements).toHaveProperty(id);
              expect(breakout.choice).toBeUndefined();
            }
            expect(new Set(Object.keys(breakout.works))).toEqual(groups);
          }
        });
      }),
    );
  });

  it('B6 a breakout is open only while its slot is under the clock', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        play(script, (state) => {
          for (const [slotId, { phase }] of Object.entries(state.breakouts)) {
            if (phase.kind === 'open') expect(state.run).toMatchObject({ slotId });
          }
        });
      }),
    );
  });

  it('T3 the slot under the clock is one of the agenda, and is the one that has not ended', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        play(script, ({ run, slots, actual }) => {
          const current = run.kind === 'running' || run.kind === 'paused' ? [run.slotId] : [];
          expect(slots.map(({ id }) => id)).toEqual(expect.arrayContaining(current));
          const underWay = Object.entries(actual).filter(([, { endedAt }]) => endedAt === undefined);
          expect(underWay.map(([slotId]) => slotId)).toEqual(current);
        });
      }),
    );
  });

  it('L5 there is always a way in for a host', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        play(script, ({ links }) => {
          expect(Object.values(links).some(({ role, revoked }) => role === 'host' && !revoked)).toBe(true);
        });
      }),
    );
  });
});

it('N4 random workshops try every command, and succeed with nearly all of them', () => {
  const accepted = new Set<string>();
  for (const script of fc.sample(randomWorkshop, { numRuns: 500, seed: 1 }))
    for (const kind of play(script).accepted) accepted.add(kind);
  const never = (Object.keys(rolesAllowed) as CommandKind[]).filter((kind) => !accepted.has(kind));
  expect(never).toEqual([]);
  expect(commandSchema.options).toHaveLength(Object.keys(rolesAllowed).length);
});
