import { describe, expect, it } from 'vitest';
import type { GroupWorkView, SynthesisView } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import {
  keptThemes,
  mergeThemes,
  moveAnswer,
  releaseTheme,
  renameTheme,
  splitOff,
  type ThemeBoard,
  themeBoard,
} from '../../tab/screens/animator/themeBoard.ts';

const place = { slotId: 'slot-0001', groupId: 'group-0001' };
const ids = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'];
const work = (synthesis?: Partial<SynthesisView>): GroupWorkView => ({
  groupId: place.groupId,
  members: {},
  answers: Object.fromEntries(
    [...ids, 'new'].map((id, index) => [
      id,
      { id, promptIndex: 0, text: id, postedAt: index, edited: false, supports: 0 },
    ]),
  ),
  keyIdeas: {},
  outcome: { kind: 'drafting' },
  presented: false,
  ...(synthesis === undefined
    ? {}
    : { synthesis: { themes: {}, themeOf: {}, ideas: [], source: 'builtin', dropped: [], ...synthesis } }),
});
const gathered = work({
  themes: {
    a1: { id: 'a1', label: 'a', kept: false },
    mine: { id: 'mine', label: 'À moi', kept: true },
    c1: { id: 'c1', label: 'c', kept: false },
  },
  themeOf: { a1: 'a1', a2: 'a1', a3: 'a1', b1: 'mine', b2: 'mine', c1: 'c1' },
  arrangementId: 'command-0001',
});
const boardOf = (view: GroupWorkView, commands: readonly Command[] = []): ThemeBoard => {
  const unseen = commands.map((command, index) => ({ commandId: `sent-${index}`, command, queuedAt: 0 }));
  const board = themeBoard(place.slotId, view, unseen);
  if (board === undefined) throw new Error('nothing was gathered');
  return board;
};
const summary = ({ themes }: ThemeBoard) =>
  Object.fromEntries(themes.map(({ id, answerIds, kept }) => [id, `${answerIds.join(' ')}${kept ? ' kept' : ''}`]));
const sent = (themes: ReturnType<typeof mergeThemes>): Command => ({
  kind: 'ArrangeThemes',
  ...place,
  themes: (themes ?? []).map((theme) => ({ ...theme, answerIds: [...theme.answerIds] })),
});

describe('the board of themes', () => {
  it('P28 shows each answer once: in its theme, alone, or just come', () => {
    expect(themeBoard(place.slotId, work(), [])).toBeUndefined();
    const board = boardOf(gathered);
    expect(summary(board)).toEqual({ a1: 'a1 a2 a3', mine: 'b1 b2 kept' });
    expect(board.alone.map(({ id }) => id)).toEqual(['c1']);
    expect(board.waiting.map(({ id }) => id)).toEqual(['new']);
  });

  it('P28 lays what is on its way over what the server says, and names it as what was seen', () => {
    const before = boardOf(gathered);
    expect(before.arrangementId).toBe('command-0001');
    const board = boardOf(gathered, [sent(mergeThemes(before, 'a1', 'mine'))]);
    expect(summary(board)).toEqual({ mine: 'a1 a2 a3 b1 b2 kept' });
    expect(board.arrangementId).toBe('sent-0');
    const elsewhere = { ...sent([]), slotId: 'slot-0002' } as Command;
    expect(summary(boardOf(gathered, [elsewhere]))).toEqual(summary(before));
  });

  it('P29 merging keeps the name of the theme that takes the other in', () => {
    const board = boardOf(gathered);
    expect(mergeThemes(board, 'mine', 'a1')).toEqual([
      { id: 'a1', label: 'a', answerIds: ['a1', 'a2', 'a3', 'b1', 'b2'] },
    ]);
    expect(mergeThemes(board, 'a1', 'a1')).toBeUndefined();
    expect(mergeThemes(board, 'gone', 'a1')).toBeUndefined();
  });

  it('P29 an answer that moves leaves the theme that it was kept in', () => {
    const board = boardOf(gathered);
    expect(moveAnswer(board, 'b1', 'a1')).toEqual([
      { id: 'mine', label: 'À moi', answerIds: ['b2'] },
      { id: 'a1', label: 'a', answerIds: ['a1', 'a2', 'a3', 'b1'] },
    ]);
    expect(moveAnswer(board, 'c1', 'mine')).toEqual([{ id: 'mine', label: 'À moi', answerIds: ['b1', 'b2', 'c1'] }]);
    expect(moveAnswer(board, 'b1', 'mine')).toBeUndefined();
  });

  it('P29 splitting keeps both parts; a theme without answers is none', () => {
    const made = { id: 'theme-new', label: 'Nouveau' };
    const board = boardOf(gathered);
    expect(splitOff(board, ['a2'], made)).toEqual([
      { id: 'mine', label: 'À moi', answerIds: ['b1', 'b2'] },
      { id: 'a1', label: 'a', answerIds: ['a1', 'a3'] },
      { ...made, answerIds: ['a2'] },
    ]);
    expect(splitOff(board, ['b1', 'b2'], made)).toEqual([{ ...made, answerIds: ['b1', 'b2'] }]);
  });

  it('P29 a theme is renamed, and given back to the engine', () => {
    const board = boardOf(gathered);
    expect(renameTheme(board, 'a1', 'Autrement')?.at(-1)).toEqual({
      id: 'a1',
      label: 'Autrement',
      answerIds: ['a1', 'a2', 'a3'],
    });
    expect(renameTheme(board, 'mine', 'À moi')).toBeUndefined();
    expect(releaseTheme(board, 'mine')).toEqual([]);
    expect(keptThemes(board)).toHaveLength(1);
  });
});
