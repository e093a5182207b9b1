import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SettledTheme, settleThemes } from '../../../shared/synthesis/settleThemes.ts';
import type { KeptTheme } from '../../../shared/workshop/state.ts';

/** Answers are named "letter + number": those of one letter are alike, and nothing else is. */
const alike = (one: string, other: string): number => (one[0] === other[0] ? 0.5 : 0);
const isOlder = (one: string, other: string): boolean => Number(one.slice(1)) < Number(other.slice(1));
const gather = (...themes: string[]) =>
  themes.map((theme) => ({ label: theme.slice(0, 1), answers: theme.split(' ') }));
const settle = (
  gathered: readonly { readonly label: string; readonly answers: readonly string[] }[],
  shown: readonly SettledTheme[] = [],
  kept: readonly KeptTheme[] = [],
) => settleThemes({ shown, kept, gathered, likeness: alike, isOlder, isSaid: () => true });
const summary = (themes: readonly SettledTheme[]) =>
  Object.fromEntries(themes.map(({ id, answerIds }) => [id, answerIds.join(' ')]));

describe('themes on screens', () => {
  it('Y14 a theme is named after its oldest answer, and keeps its id and its name as it grows', () => {
    const first = settle(gather('a2 a1', 'b3'));
    expect(summary(first)).toEqual({ a1: 'a2 a1', b3: 'b3' });
    const grown = settle([{ label: 'another', answers: ['a1', 'a2', 'a0'] }, ...gather('b3', 'c4')], first);
    expect(summary(grown)).toEqual({ a1: 'a1 a2 a0', b3: 'b3', c4: 'c4' });
    expect(grown[0]?.label).toBe('a');
    const doubled = settle([{ label: 'another', answers: ['a1', 'a2', 'a0', 'a5'] }], grown);
    expect(doubled[0]).toMatchObject({ id: 'a1', label: 'another' });
  });

  it('Y9 a name goes with the answers that said it', () => {
    const shown = settle(gather('a1 a2 a3'));
    const gathered = [{ label: 'other', answers: ['a2', 'a3'] }];
    const isSaid = (_label: string, answerIds: readonly string[]): boolean => answerIds.includes('a1');
    const [theme] = settleThemes({ shown, kept: [], gathered, likeness: alike, isOlder, isSaid });
    expect(theme).toEqual({ id: 'a1', label: 'other', answerIds: ['a2', 'a3'], namedFor: 2 });
  });

  it('Y14 of two themes that became one, the larger one stays', () => {
    const first = settle(gather('a1', 'a2 a3'));
    expect(summary(settle(gather('a1 a2 a3'), first))).toEqual({ a2: 'a1 a2 a3' });
  });

  it('Y14 what people put together stays; a new answer joins what it is nearest to, an old one stays where it was seen', () => {
    const shown = settle(gather('a1 a2', 'b3', 'a9'));
    const kept = [{ id: 'theme-1', label: 'Les miens', answerIds: ['a1', 'b3'] }];
    const arranged = settle(gather('a1 a2', 'b3', 'a9'), shown, kept);
    expect(summary(arranged)).toEqual({ 'theme-1': 'a1 b3', a1: 'a2', a9: 'a9' });
    const later = settle(gather('a1 a2 a9', 'b3 b10', 'c11'), arranged, kept);
    expect(summary(later)).toEqual({ 'theme-1': 'a1 b3 b10', a1: 'a2 a9', c11: 'c11' });
    expect(later[0]?.label).toBe('Les miens');
    // What has joined stays, also when the engine changes its mind.
    expect(summary(settle(gather('a1 a2 a9', 'b3', 'b10 c11'), later, kept))['theme-1']).toBe('a1 b3 b10');
  });

  it('Y14 the same text is where people put it', () => {
    const kept = [{ id: 'theme-1', label: 'Les miens', answerIds: ['a1', 'b2', 'b3', 'b4', 'b5', 'b6'] }];
    const said = (one: string, other: string): number => (one.endsWith('1') && other.endsWith('1') ? 1 : 0);
    const themes = settleThemes({
      shown: [],
      kept,
      gathered: gather('a1 c11'),
      likeness: said,
      isOlder,
      isSaid: () => true,
    });
    expect(summary(themes)['theme-1']).toBe('a1 b2 b3 b4 b5 b6 c11');
  });

  it('Y9 Y14 every answer stands in exactly one theme, every theme has an id of its own, and what was kept is kept', () => {
    const answers = Array.from({ length: 12 }, (_, index) => `${'abc'[index % 3]}${index}`);
    const partition = fc.array(fc.nat(4), { minLength: 12, maxLength: 12 });
    const gatherBy = (places: readonly number[]) =>
      [0, 1, 2, 3, 4].flatMap((place) => {
        const members = answers.filter((_, index) => places[index] === place);
        return members.length === 0 ? [] : [{ label: `${place}`, answers: members }];
      });
    fc.assert(
      fc.property(fc.array(fc.tuple(partition, fc.array(fc.nat(3), { maxLength: 12 })), { maxLength: 5 }), (rounds) => {
        let shown: SettledTheme[] = [];
        for (const [places, keeping] of rounds) {
          const kept = [1, 2, 3].flatMap((place) => {
            const answerIds = answers.filter((_, index) => keeping[index] === place);
            return answerIds.length === 0 ? [] : [{ id: answers[place] ?? '', label: 'Gardé', answerIds }];
          });
          shown = settle(gatherBy(places), shown, kept);
          expect(shown.flatMap(({ answerIds }) => answerIds).sort()).toEqual([...answers].sort());
          expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
          for (const { id, answerIds } of kept) {
            expect(shown.find((theme) => theme.id === id)?.answerIds).toEqual(expect.arrayContaining(answerIds));
          }
        }
      }),
    );
  });
});
