import { describe, expect, it } from 'vitest';
import { type AnswerWindowInput, answersUntil } from '../../../shared/agenda/answerWindow.ts';

const input = (overrides: Partial<AnswerWindowInput>): AnswerWindowInput => ({
  slotId: 'slot-0002',
  phase: { kind: 'open' },
  run: { kind: 'running', slotId: 'slot-0002', startedAt: 0, endsAt: 1_000 },
  graceMs: 120,
  ...overrides,
});

describe('until when answers count', () => {
  it('A1 the bell and the grace after it, while the breakout is open', () => {
    expect(answersUntil(input({}))).toBe(1_120);
  });

  it('A1 never before the groups are sent off, without an end while the clock is paused', () => {
    expect(answersUntil(input({ phase: { kind: 'formed' } }))).toBe(Number.NEGATIVE_INFINITY);
    const run = { kind: 'paused', slotId: 'slot-0002', startedAt: 0, pausedAt: 10, remainingMs: 990 } as const;
    expect(answersUntil(input({ run }))).toBe(Number.POSITIVE_INFINITY);
  });

  it('A2 what was said when everyone was called back, whatever the clock does since', () => {
    const phase = { kind: 'closed', answersUntil: 700 } as const;
    expect(answersUntil(input({ phase }))).toBe(700);
    expect(answersUntil(input({ phase, run: { kind: 'ended', endedAt: 5_000 } }))).toBe(700);
  });

  it('A1 another slot under the clock does not ring its bell', () => {
    const run = { kind: 'running', slotId: 'slot-0009', startedAt: 0, endsAt: 1 } as const;
    expect(answersUntil(input({ run }))).toBe(Number.POSITIVE_INFINITY);
  });
});
