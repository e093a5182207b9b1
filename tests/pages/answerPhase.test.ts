import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerWindowInput, answersUntil } from '../../shared/agenda/answerWindow.ts';
import { type AnswerPhase, answerPhase, sendsByItself } from '../../tab/parts/answerPhase.ts';

const bell = 1_000_000;
const graceMs = 60_000;
const openedAt = bell - 1_200_000;
const open: AnswerWindowInput = {
  slotId: 's',
  phase: { kind: 'open' },
  run: { kind: 'running', slotId: 's', startedAt: openedAt, endsAt: bell },
  graceMs,
};
const calledBack = (at: number): AnswerWindowInput => ({
  ...open,
  phase: { kind: 'closed', answersUntil: at + graceMs },
});

/** Plays looks of a page at a window that may change, and says at which instants the draft would be sent. */
const play = (looks: readonly (readonly [now: number, window: AnswerWindowInput])[]): readonly number[] => {
  let before: AnswerPhase['kind'] | undefined;
  return looks.flatMap(([now, window]) => {
    const sends = sendsByItself(window, before, now);
    before = answerPhase(window, now).kind;
    return sends ? [now] : [];
  });
};

describe('composer', () => {
  it('P5 is open until the bell, then in the grace, then over before the server refuses', () => {
    expect(answerPhase({ ...open, phase: { kind: 'formed' } }, bell).kind).toBe('notOpen');
    expect(answerPhase(open, bell - 1)).toEqual({ kind: 'open' });
    expect(answerPhase(open, bell)).toEqual({ kind: 'grace', leftMs: graceMs - 3_000 });
    expect(answerPhase(open, bell + graceMs - 3_000).kind).toBe('over');
    const paused = { kind: 'paused', slotId: 's', startedAt: 0, pausedAt: 0, remainingMs: -99 } as const;
    expect(answerPhase({ ...open, run: paused }, bell * 9).kind).toBe('open');
  });

  it('P6 sends at the bell and at the end of the grace', () => {
    expect(
      play([
        [bell - 900, open],
        [bell + 100, open],
        [bell + 1_100, open],
        [bell + graceMs - 2_900, open],
      ]),
    ).toEqual([bell + 100, bell + graceMs - 2_900]);
  });

  it('P6 sends when the groups are called back, however late the news comes', () => {
    const early = bell - 300_000;
    expect(
      play([
        [early - 100, open],
        [early + 700, open],
        [early + 800, calledBack(early)],
      ]),
    ).toEqual([early + 800]);
  });

  it('P6 an extension after the bell gives another bell', () => {
    const extended: AnswerWindowInput = {
      ...open,
      run: { kind: 'running', slotId: 's', startedAt: openedAt, endsAt: bell + 180_000 },
    };
    expect(
      play([
        [bell - 1, open],
        [bell + 1, open],
        [bell + 5_000, extended],
        [bell + 180_001, extended],
      ]),
    ).toEqual([bell + 1, bell + 180_001]);
  });

  it('P6 a page reloaded in the grace catches the last call', () => {
    expect(
      play([
        [bell + 9_000, open],
        [bell + graceMs - 2_000, open],
      ]),
    ).toEqual([bell + graceMs - 2_000]);
  });

  it('P7 a phone that wakes after the grace sends nothing', () => {
    expect(
      play([
        [bell - 1_000, open],
        [bell + graceMs + 1, open],
      ]),
    ).toEqual([]);
    expect(
      play([
        [bell - 1_000, open],
        [bell + graceMs + 1, calledBack(bell)],
      ]),
    ).toEqual([]);
  });

  it('P7 never sends once the server would refuse, and at most twice per end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: bell - 90_000, max: bell + 90_000 }), { maxLength: 60 }), (instants) => {
        const sent = play([...instants].sort((a, b) => a - b).map((now) => [now, open] as const));
        expect(sent.length).toBeLessThanOrEqual(2);
        for (const now of sent) {
          expect(now).toBeGreaterThanOrEqual(bell);
          expect(now).toBeLessThanOrEqual(answersUntil(open));
        }
      }),
    );
  });

  it('P8 does not tear away what is begun after the bell', () => {
    const looks = Array.from({ length: 50 }, (_, second) => [bell + 2_000 + second * 1_000, open] as const);
    expect(play([[bell + 1_000, open], ...looks])).toEqual([]);
  });
});
