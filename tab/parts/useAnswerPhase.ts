import { useEffect, useRef } from 'react';
import type { AnswerWindowInput } from '../../shared/agenda/answerWindow.ts';
import { type AnswerPhase, answerPhase, sendsByItself } from './answerPhase.ts';
import { type ServerClock, useNow } from './useNow.ts';

/** Where the composer stands now; `onBell` runs when a draft is to be sent by itself. */
export function useAnswerPhase(clock: ServerClock, window: AnswerWindowInput, onBell: () => void): AnswerPhase {
  const now = useNow(clock);
  const phase = answerPhase(window, now);
  const before = useRef<AnswerPhase['kind']>(undefined);
  useEffect(() => {
    if (!clock.knowsServerTime()) return;
    const rings = sendsByItself(window, before.current, now);
    before.current = answerPhase(window, now).kind;
    if (rings) onBell();
  });
  return phase;
}
