import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, ColumnUse } from '../../../shared/people/columns.ts';
import { leavesOut } from '../../../shared/people/person.ts';
import { readPeople } from '../../../shared/people/readPeople.ts';
import { limits, listOf } from './listRead.ts';

const uses: readonly ColumnUse[] = [
  { kind: 'name' },
  { kind: 'email' },
  { kind: 'organisation' },
  { kind: 'attribute', name: 'Région' },
  { kind: 'attribute', name: '__proto__' },
  { kind: 'pinnedGroup' },
  { kind: 'earlierGroup' },
  { kind: 'ignored' },
];
const columns: readonly Column[] = uses.map((use, index) => ({ header: `colonne ${index}`, use }));

describe('rows', () => {
  it('IP6 what is wrong is told with the line, and the others come in', () => {
    const { people, problems } = listOf(
      `Nom;E-mail;Région;Groupe\nA;a(at)b.fr;Nord;1\n;x@y.fr;Nord;\n${'B'.repeat(81)};;;\nC;;${'r'.repeat(81)};deux\nD;;;51`,
    );
    expect(people.map(({ line, name }) => [line, name])).toEqual([
      [2, 'A'],
      [5, 'C'],
      [6, 'D'],
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'email_invalid'],
      [3, 'no_name'],
      [4, 'name_too_long'],
      [5, 'value_too_long'],
      [5, 'group_not_number'],
      [6, 'group_not_number'],
    ]);
  });

  it('IP6 an address as mail programs write it brings the name along; more people than fit are told one by one', () => {
    expect(listOf('E-mail\nMarie Dupont <mailto:marie@a.fr>;').people).toMatchObject([
      { name: 'Marie Dupont', email: 'marie@a.fr' },
    ]);
    const rows = Array.from({ length: 3 }, (_, index) => ({ line: index + 1, cells: [`P${index}`] }));
    const { people, problems } = readPeople(rows, [{ header: '', use: { kind: 'name' } }], { ...limits, people: 2 });
    expect(people).toHaveLength(2);
    expect(problems).toEqual([{ line: 3, code: 'too_many_people' }]);
  });

  it('IP6 every row is a person or a problem that leaves it out, whatever it holds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', 'a@b.fr', '3', '\u202e', '\ud800', '__proto__', 'Groupe 2'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 20 }),
        fc.shuffledSubarray([...columns]),
        (cells, some) => {
          const rows = cells.map((one, index) => ({ line: index + 1, cells: one }));
          const { people, problems } = readPeople(rows, some, limits);
          const left = problems.filter(leavesOut).map(({ line }) => line);
          expect([...people.map(({ line }) => line), ...left].sort((a, b) => a - b)).toEqual(
            rows.map(({ line }) => line),
          );
          for (const { name, email, organisation, attributes } of people) {
            for (const value of [name, email, organisation, ...Object.values(attributes)]) {
              expect(value).toBe(value.normalize('NFC').trim());
              expect(value.isWellFormed()).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('values', () => {
  it('IP7 are trimmed and composed, and keep their typography', () => {
    const [person] = listOf('Nom;Structure\n  E\u0301lodie  \t Noël ;Coop’Est «\u00a0Nord\u00a0»').people;
    expect(person).toMatchObject({ name: 'Élodie Noël', organisation: 'Coop’Est «\u00a0Nord\u00a0»' });
  });

  it('IP7 of one attribute are spelt as most people spell them, whatever the order of the rows', () => {
    const values = ['Oui', 'oui', 'OUI', 'Oui', 'non', 'Non', 'Île-de-France', 'Ile de France', 'C', 'C+'];
    fc.assert(
      fc.property(fc.shuffledSubarray(values, { minLength: values.length }), (order) => {
        const { people } = listOf(`Nom;Rôle\n${order.map((value, index) => `P ${index};${value}`).join('\n')}`);
        const spelt = new Map(people.map(({ attributes }, index) => [order[index], attributes.Rôle]));
        expect([...spelt].sort()).toEqual(
          [
            ['Oui', 'Oui'],
            ['oui', 'Oui'],
            ['OUI', 'Oui'],
            ['non', 'Non'],
            ['Non', 'Non'],
            ['Île-de-France', 'Île-de-France'],
            ['Ile de France', 'Ile de France'],
            ['C', 'C'],
            ['C+', 'C+'],
          ].sort(),
        );
      }),
    );
  });
});
