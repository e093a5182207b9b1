import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDoubles } from '../../../shared/people/doubles.ts';
import { nearIdenticalNames } from '../../../shared/people/nameIndex.ts';
import { settleDoubles } from '../../../shared/people/settleDoubles.ts';
import { listed } from './listRead.ts';

const areNear = (one: string, other: string): boolean => nearIdenticalNames(one, [other]).length === 1;

describe('names', () => {
  it.each([
    ['DUPONT Marie', 'Marie Dupont'],
    ['Dupont, Marie', 'marie dupont'],
    ['Mme Élodie Noël', 'elodie noel'],
    ['Jean-Pierre Martin', 'Martin Jean Pierre'],
    ['Yann Le Goff', 'LEGOFF Yann'],
    ['Siobhán O’Brien', "O'Brien Siobhan"],
    ['Marie Dupont (Externe)', 'Marie Dupont'],
    ['Marie Dupont', 'Marie Dupond'],
    ['Marie Dupont', 'Dupnot Marie'],
    ['Thérèse Lefèvre', 'Therese Lefebvre'],
    ['Marie Dupont', 'Maries Dupont'],
    ['🙂', '🙂'],
  ])('IP8 %s and %s are near', (one, other) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Marie Dupont', 'Marie Durand'],
    ['Marie Li', 'Marie Lu'],
    ['Participant 12', 'Participant 13'],
    ['Jean Martin', 'Jeanne Martin'],
    ['Marie Dupont', 'Paul Dupont'],
    ['Marie', 'Marie Dupont'],
    ['?', '!'],
  ])('IP8 %s and %s are not', (one, other) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([false, false]);
  });

  it('IP8 any name is near itself, in capitals and turned round', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèç'), minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(word, word, fc.array(word), (first, last, others) => {
        const names = [...others, `${last.toUpperCase()} ${first}`];
        expect(nearIdenticalNames(`${first} ${last}`, names)).toContain(others.length);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(nearIdenticalNames(name, [name])).toEqual([0]);
      }),
    );
  });
});

const pairs = (...people: Parameters<typeof findDoubles>[0]) =>
  findDoubles(people, []).map(({ line, code, of, isSure }) => [
    line,
    code,
    of.kind === 'row' ? of.line : of.personId,
    isSure,
  ]);

describe('people met twice', () => {
  it('IP9 one address and one name are one person, whatever else differs', () => {
    const email = 'yann@a.fr';
    expect(
      pairs(
        listed(2, 'LE GOFF Yann', { email, organisation: 'A' }),
        listed(3, 'Yann Legof', { email: 'YANN@a.fr', organisation: 'B' }),
      ),
    ).toEqual([[3, 'same_email', 2, true]]);
  });

  it('IP9 one name with nothing against it is one person; with another address or organisation it is asked', () => {
    expect(pairs(listed(2, 'Marie Dupont'), listed(3, 'DUPONT Marie', { organisation: 'A' }))).toEqual([
      [3, 'same_name', 2, true],
    ]);
    expect(
      pairs(listed(2, 'Jean Martin', { organisation: 'A' }), listed(3, 'Jean Martin', { organisation: 'B' })),
    ).toEqual([[3, 'same_name', 2, false]]);
    expect(pairs(listed(2, 'Jean Martin', { email: 'a@a.fr' }), listed(3, 'Jean Martin', { email: 'b@a.fr' }))).toEqual(
      [[3, 'same_name', 2, false]],
    );
  });

  it('IP9 other names with one address are asked, and so is a typing error; not when all speaks against it', () => {
    const email = 'contact@a.fr';
    expect(pairs(listed(2, 'Amelia Clarke', { email }), listed(3, 'Noah Roux', { email }))).toEqual([
      [3, 'same_email', 2, false],
    ]);
    expect(pairs(listed(2, 'Marie Dupont'), listed(3, 'Marie Dupond'))).toEqual([[3, 'near_name', 2, false]]);
    expect(
      pairs(listed(2, 'Marie Dupont', { organisation: 'A' }), listed(3, 'Marie Dupond', { organisation: 'B' })),
    ).toEqual([]);
  });

  it('IP9 people of the workshop come first, and two of them stay two', () => {
    const known = ['a', 'b'].map((personId) => ({ ...listed(0, 'Zoé Blanc'), personId }));
    expect(findDoubles([listed(2, 'BLANC Zoé')], known)).toEqual([
      { line: 2, code: 'same_name', of: { kind: 'known', personId: 'a' }, isSure: true },
    ]);
  });

  it('IP9 who is one person does not depend on the order of the rows', () => {
    const fact = fc.record({
      name: fc.constantFrom('Marie Dupont', 'DUPONT Marie', 'Marie Dupond', 'Jean Martin', 'Léa Roy'),
      email: fc.constantFrom('', '', 'a@a.fr', 'b@b.fr'),
      organisation: fc.constantFrom('', '', 'A', 'B'),
    });
    fc.assert(
      fc.property(
        fc
          .array(fact, { maxLength: 12 })
          .chain((facts) =>
            fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.keys()], { minLength: facts.length })),
          ),
        ([facts, order]) => {
          const together = (indexes: readonly number[]): string[] => {
            const people = indexes.map((at, line) => listed(line + 1, '', facts[at]));
            const first = new Map(people.map(({ line }) => [line, line]));
            for (const { line, of, isSure } of findDoubles(people, []))
              if (isSure && of.kind === 'row') first.set(line, of.line);
            const sets = Map.groupBy(people, ({ line }) => first.get(line));
            return [...sets.values()]
              .map((set) =>
                set
                  .map(({ line }) => indexes[line - 1] as number)
                  .sort((a, b) => a - b)
                  .join(),
              )
              .sort();
          };
          expect(together(order)).toEqual(together([...facts.keys()]));
        },
      ),
    );
  });
});

describe('one person of two rows', () => {
  const people = [
    listed(2, 'Marie Dupont', { organisation: 'A', attributes: { Région: 'Nord' } }),
    listed(3, 'DUPONT Marie', { email: 'm@a.fr', attributes: { Région: 'Sud', Rôle: 'Élue' } }),
    listed(4, 'Marie Dupond'),
  ];
  const doubles = findDoubles(people, []);

  it('IP10 the first row counts and the others fill what it lacks, for as many as are said to be one', () => {
    const sure = settleDoubles(people, [], doubles, ({ isSure }) => isSure);
    expect(sure.added).toEqual([
      { ...people[0], email: 'm@a.fr', attributes: { Région: 'Nord', Rôle: 'Élue' } },
      people[2],
    ]);
    expect(sure.merged).toEqual([{ line: 3, intoLine: 2 }]);
    expect(settleDoubles(people, [], doubles, () => false).added).toEqual(people);
    expect(settleDoubles(people, [], doubles, () => true).added).toHaveLength(1);
  });

  it('IP10 who is there already keeps their name, and what the file does not say', () => {
    const known = [
      { ...listed(0, 'Marie D.', { email: 'm@a.fr', attributes: { Rôle: 'Élue', Langue: 'fr' } }), personId: 'p1' },
    ];
    const said = { line: 3, code: 'same_email', of: { kind: 'known', personId: 'p1' }, isSure: false } as const;
    const row = listed(3, 'Marie Dupont', { organisation: 'A', attributes: { Rôle: 'Maire' } });
    const { added, revised } = settleDoubles([row], known, [said], () => true);
    expect(added).toEqual([]);
    expect(revised).toMatchObject([
      {
        personId: 'p1',
        name: 'Marie D.',
        email: 'm@a.fr',
        organisation: 'A',
        attributes: { Rôle: 'Maire', Langue: 'fr' },
        isChanged: true,
      },
    ]);
    const same = settleDoubles([listed(3, 'X', { email: 'm@a.fr' })], known, [said], () => true);
    expect(same.revised).toMatchObject([{ isChanged: false }]);
  });
});
