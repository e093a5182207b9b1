import { compile } from './compile.ts';
import type { Split, SplitProblem } from './problem.ts';
import { SplitState } from './splitState.ts';

/** The problem's numbers with everybody of the split in place; the others are nowhere. */
export function stateOf(problem: SplitProblem, split: Split): SplitState {
  const state = new SplitState(compile(problem));
  const { blocks } = state.instance;
  for (const [group, ids] of split.entries())
    for (const id of ids) {
      const person = blocks.numberOf.get(id);
      if (person === undefined) continue;
      state.shift(blocks.blockOf[person] as number, group);
    }
  return state;
}
