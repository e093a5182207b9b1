import { describe, expect, it } from 'vitest';
import type { AnswerView } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { isMadeBy, listAnswers } from '../../tab/parts/answerList.ts';

const place = { slotId: 'slot-0001', groupId: 'group-001' };
const answer = (id: string, postedAt: number, text = id): AnswerView => ({
  id,
  promptIndex: 0,
  text,
  postedAt,
  edited: false,
  supports: 1,
});
const pending = (commandId: string, command: Command) => ({ commandId, command, queuedAt: 50 });
const post = (text: string): Command => ({ kind: 'PostAnswer', ...place, promptIndex: 0, text });
const list = (more: Partial<Parameters<typeof listAnswers>[0]>) =>
  listAnswers({
    slotId: place.slotId,
    answers: { a: answer('a', 10), b: answer('b', 20) },
    answerIds: ['a'],
    supportedIds: ['b'],
    unseen: [],
    storedIds: new Set(),
    ...more,
  });

describe('answers on one screen', () => {
  it('P9 lists what is on its way as sending, oldest first', () => {
    const listed = list({ unseen: [pending('command-1', post('  neuve '))] });
    expect(listed.map(({ id, state, mine }) => [id, state, mine])).toEqual([
      ['a', 'stored', true],
      ['b', 'stored', false],
      ['command-1', 'sending', true],
    ]);
    expect(listed[2]?.text).toBe('neuve');
  });

  it('P9 lists an answer once when the view overtakes the ack', () => {
    const listed = list({
      answers: { 'command-1': answer('command-1', 50, 'neuve') },
      unseen: [pending('command-1', post('neuve'))],
    });
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ state: 'stored', mine: true });
  });

  it('P9 leaves out what belongs to another slot', () => {
    const elsewhere = { ...post('ailleurs'), slotId: 'slot-0002' } as Command;
    expect(list({ unseen: [pending('command-1', elsewhere)] })).toHaveLength(2);
  });

  it('P10 keeps a stored answer in place until the view shows it', () => {
    const unseen = [pending('command-1', post('neuve'))];
    expect(list({ unseen, storedIds: new Set(['command-1']) })[2]).toMatchObject({ state: 'stored', mine: true });
  });

  it('P11 shows edits, withdrawals and supports at once', () => {
    const edited = list({ unseen: [pending('c-1', { kind: 'EditAnswer', ...place, answerId: 'a', text: 'mieux' })] });
    expect(edited[0]).toMatchObject({ text: 'mieux', state: 'changing' });
    const withdrawn = list({ unseen: [pending('c-1', { kind: 'WithdrawAnswer', ...place, answerId: 'a' })] });
    expect(withdrawn.map(({ id }) => id)).toEqual(['b']);
    const unsupported = list({ unseen: [pending('c-1', { kind: 'UnsupportAnswer', ...place, answerId: 'b' })] });
    expect(unsupported[1]).toMatchObject({ supported: false, supports: 0 });
  });

  it('P11 lays a support that the view already counts only once', () => {
    const again = list({ unseen: [pending('c-1', { kind: 'SupportAnswer', ...place, answerId: 'b' })] });
    expect(again[1]).toMatchObject({ supported: true, supports: 1 });
  });

  it('P9 knows a thing by the command that made it', () => {
    expect(isMadeBy('abc', 'abc')).toBe(true);
    expect(isMadeBy('abc.1', 'abc')).toBe(true);
    expect(isMadeBy('abcd', 'abc')).toBe(false);
  });
});
