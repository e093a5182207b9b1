import { describe, expect, it } from 'vitest';
import type { PresentedGroup, StageView } from '../../shared/views/views.ts';
import { wallCards } from '../../tab/parts/wallCards.ts';
import { wallPages } from '../../tab/screens/display/displayScene.ts';

const group = (
  number: number,
  ...ideas: readonly { readonly id: string; readonly lens?: string }[]
): PresentedGroup => ({
  id: `g${number}`,
  number,
  name: `Groupe ${number}`,
  animatorName: '',
  keyIdeas: ideas.map((idea) => ({ ...idea, text: 'x'.repeat(200), citations: [] })),
});
const wall = (more: Partial<Extract<StageView['scene'], { kind: 'wall' }>> = {}) => ({
  kind: 'wall' as const,
  by: 'group' as const,
  groups: [group(1, { id: 'a', lens: 'Deux' }, { id: 'b' }), group(2, { id: 'c', lens: 'Un' }), group(3)],
  ...more,
});
const summary = (cards: ReturnType<typeof wallCards>) =>
  cards.map(({ id, ideas }) => `${id}: ${ideas.map(({ idea }) => idea.id).join(' ')}`);

describe('the wall of key ideas', () => {
  it('P30 by nearness, what several groups share comes first, then what is left of each group', () => {
    const cards = wallCards(wall({ by: 'nearness', together: [['a', 'c']] }), []);
    expect(summary(cards)).toEqual(['a c: a c', 'g1: b', 'g3: ']);
    expect(cards[0]).toMatchObject({ kind: 'shared', groupCount: 2 });
    // Not worked out yet: by group.
    expect(summary(wallCards(wall({ by: 'nearness' }), []))).toEqual(['g1: a b', 'g2: c', 'g3: ']);
  });

  it('P30 by lens, each lens of the list comes in its order, then others, then ideas without one', () => {
    expect(summary(wallCards(wall({ by: 'lens' }), ['Un', 'Sans idée']))).toEqual([
      'lens Un: c',
      'lens Deux: a',
      'no lens: b',
    ]);
  });

  it('P30 every idea stands once on the pages, and a set that is too long is cut between two ideas', () => {
    const groups = Array.from({ length: 9 }, (_, index) => group(index, { id: `i${index}`, lens: 'Un' }));
    const pages = wallPages(wallCards(wall({ by: 'lens', groups }), ['Un']));
    const frames = pages.flatMap((page) => page.frames);
    expect(frames.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.id))).toEqual(
      groups.map((_, index) => `i${index}`),
    );
    expect(frames.map(({ goesOn }) => goesOn)).toEqual([false, true, true, true, true]);
  });
});
