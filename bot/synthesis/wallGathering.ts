import { findSharedIdeas, type IdeaToShare } from '../../shared/synthesis/sharedIdeas.ts';
import { submittedKeyIdeas } from '../../shared/workshop/groups/groupWork.ts';
import type { Breakout, WorkshopState } from '../../shared/workshop/state.ts';
import type { Background } from './background.ts';

export interface WallGatheringDeps {
  readonly background: Background;
  readonly reportFault: (fault: unknown) => void;
  readonly publish: (slotId: string, shared: readonly (readonly string[])[]) => void;
}

/** The key ideas of a breakout as the wall shows them, each with its group and the answers behind it. */
const ideasOf = ({ works }: Breakout): IdeaToShare[] =>
  Object.entries(works).flatMap(([ownerId, work]) =>
    submittedKeyIdeas(work).map(({ id, text, citations }) => ({
      id,
      ownerId,
      text,
      said: citations.map((answerId) => work.answers[answerId]?.text ?? ''),
    })),
  );

/** Finds the ideas that several groups share, while the wall is to show them together. */
export class WallGathering {
  readonly #deps: WallGatheringDeps;
  #works: Breakout['works'] | undefined;

  constructor(deps: WallGatheringDeps) {
    this.#deps = deps;
  }

  follow({ stage, breakouts, slots }: WorkshopState): void {
    const slotId = stage?.breakoutSlotId ?? '';
    const breakout = breakouts[slotId];
    const isShown = stage?.onAir === true && stage.scene.kind === 'wall' && stage.scene.by === 'nearness';
    if (!isShown || breakout === undefined || breakout.works === this.#works) return;
    const { works } = breakout;
    this.#works = works;
    const question = slots.find((slot) => slot.id === slotId)?.prompts.join('\n') ?? '';
    const work = findSharedIdeas(ideasOf(breakout), { question });
    this.#deps.background.add(() => {
      // Begun anew meanwhile, from what the groups have submitted since.
      if (this.#works !== works) return true;
      try {
        const step = work.next();
        if (step.done === true) this.#deps.publish(slotId, step.value);
        return step.done === true;
      } catch (fault) {
        this.#deps.reportFault(fault);
        return true;
      }
    });
  }
}
