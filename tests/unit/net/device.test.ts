import { describe, expect, it } from 'vitest';
import { clearDraft, readDraft, writeDraft } from '../../../tab/net/drafts.ts';
import { createLeapWatch } from '../../../tab/net/leapWatch.ts';
import { base64Url } from '../../../tab/net/randomIds.ts';
import { createAlarm } from '../../../tab/net/timers.ts';
import { FakeStorage } from './fakeStorage.ts';
import { FakeTimers } from './fakeTimers.ts';

describe('what the device gives', () => {
  it('NC5 a leap of the wall clock against the other one is told once; a clock that is trimmed does not leap', () => {
    let monotonic = 5_000;
    let wall = 1_790_000_000_000;
    const leaps = createLeapWatch(
      () => monotonic,
      () => wall,
    );
    const pass = (ms: number, wallMs = ms) => {
      monotonic += ms;
      wall += wallMs;
      return leaps.look();
    };
    expect(pass(1_000)).toBe(0);
    expect(pass(1_000, 1_003)).toBe(0);
    expect(pass(10, 600_010)).toBe(600_000);
    expect(pass(1_000)).toBe(0);
    expect(pass(1_000, -300_000)).toBe(-301_000);
    for (let minute = 0; minute < 600; minute++) expect(pass(60_000, 60_020)).toBe(0);
  });

  it('NL6 an alarm that is set again or cancelled rings no more than once', () => {
    const timers = new FakeTimers();
    let rung = 0;
    const alarm = createAlarm(timers, () => {
      rung += 1;
    });
    alarm.set(10);
    alarm.set(20);
    timers.pass(15);
    expect(rung).toBe(0);
    timers.pass(5);
    expect(rung).toBe(1);
    alarm.set(5);
    alarm.cancel();
    timers.pass(50);
    expect(rung).toBe(1);
  });

  it('NI2 tokens are base64url', () => {
    expect(base64Url(Uint8Array.from([255, 254, 253]))).toBe('__79');
    expect(base64Url(new Uint8Array(32))).toBe('A'.repeat(43));
  });

  it('ND1 a draft is there after a reload, until it is cleared', () => {
    const storage = new FakeStorage();
    expect(readDraft('w:p:answer', storage)).toBeUndefined();
    writeDraft('w:p:answer', 'Ce que je rep', storage);
    expect(readDraft('w:p:answer', storage)).toBe('Ce que je rep');
    expect(readDraft('w:q:answer', storage)).toBeUndefined();
    clearDraft('w:p:answer', storage);
    expect(storage.content.size).toBe(0);
  });
});
