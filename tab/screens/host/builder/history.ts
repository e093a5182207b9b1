/** Steps that can be taken back and made again, without limit. */
export interface History<Step> {
  readonly past: readonly Step[];
  readonly present: Step;
  readonly future: readonly Step[];
}

export const beginning = <Step>(present: Step): History<Step> => ({ past: [], present, future: [] });

/** One more step; what had been taken back is gone. */
export const stepped = <Step>({ past, present }: History<Step>, next: Step): History<Step> => ({
  past: [...past, present],
  present: next,
  future: [],
});

/** The same step, further on: a search that has found something better, a person who has come. */
export const settled = <Step>(history: History<Step>, present: Step): History<Step> => ({ ...history, present });

export function undone<Step>(history: History<Step>): History<Step> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redone<Step>(history: History<Step>): History<Step> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
