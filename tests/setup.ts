import fc from 'fast-check';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { isExploring } from './exploring.ts';

if (!isExploring) fc.configureGlobal({ seed: 20_260_707 });

/** An error on the console that no test expected is a defect: whoever expects one says so with `vi.mocked(console.error).mockClear()`. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(calls, 'unexpected console.error').toEqual([]);
});
