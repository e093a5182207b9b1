import { useEffect, useState } from 'react';
import { type IdeaAcross, sharedAcross } from '../../../shared/views/acrossWorkshops.ts';

/** Shorter than a frame: the page answers while it works. */
const sliceMs = 8;

/** Ids of the ideas that several groups share, a set each; undefined while that is worked out. */
export function useSharedIdeas(ideas: readonly IdeaAcross[]): readonly (readonly string[])[] | undefined {
  const [found, setFound] = useState<{
    readonly of: readonly IdeaAcross[];
    readonly sets: readonly (readonly string[])[];
  }>();
  useEffect(() => {
    const steps = sharedAcross(ideas);
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      const pauseAt = performance.now() + sliceMs;
      do {
        const step = steps.next();
        if (step.done === true) return setFound({ of: ideas, sets: step.value });
      } while (performance.now() < pauseAt);
      timer = setTimeout(work);
    };
    timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [ideas]);
  return found?.of === ideas ? found.sets : undefined;
}
