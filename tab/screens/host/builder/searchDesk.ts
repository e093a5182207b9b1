import { offerSwaps, type SwapOffer } from '../../../../shared/groups/offerSwaps.ts';
import type { Split, SplitProblem } from '../../../../shared/groups/problem.ts';
import { type SplitReport, splitReporter } from '../../../../shared/groups/report.ts';
import { createSearch } from '../../../../shared/groups/search.ts';

/** What the page asks of whoever searches. */
export type SearchRequest =
  /** What splits are judged by from now on. */
  | { readonly kind: 'judge'; readonly problem: SplitProblem }
  /** Searches for that long; a search under way is given up. */
  | {
      readonly kind: 'search';
      readonly runId: number;
      readonly problem: SplitProblem;
      readonly seed: number;
      readonly budgetMs: number;
    }
  | { readonly kind: 'report'; readonly runId: number; readonly split: Split }
  /** Exchanges that would make a split better. */
  | { readonly kind: 'offer'; readonly runId: number; readonly problem: SplitProblem; readonly split: Split }
  | { readonly kind: 'stop' };

export type DeskAnswer = SearchAnswer | OfferAnswer;

export interface OfferAnswer {
  readonly kind: 'offers';
  readonly runId: number;
  readonly offers: readonly SwapOffer[];
}

/** An answer to `search` comes several times, each better than the one before; the last one is `isDone`. */
export interface SearchAnswer {
  readonly kind: 'split';
  readonly runId: number;
  readonly split: Split;
  readonly report: SplitReport;
  /** 0 to 1 of the time that was given. */
  readonly progress: number;
  readonly isDone: boolean;
}

export interface DeskTools {
  readonly now: () => number;
  readonly post: (answer: DeskAnswer) => void;
  /** Calls back as soon as messages that wait have been heard. */
  readonly soon: (task: () => void) => void;
  /** How long a slice may last: a page has to draw meanwhile, a worker only has to listen. */
  readonly sliceMs: number;
}

const proposalsPerLook = 500;
/** Between two answers that are only better ones. */
const answerEveryMs = 200;

/** Searches in slices and answers as it gets better; the same in a worker and, where workers are refused, on the page. */
export function createDesk({ now, post, soon, sliceMs }: DeskTools): (request: SearchRequest) => void {
  let reporter: ReturnType<typeof splitReporter> | undefined;
  let judged: SplitProblem | undefined;
  let current = 0;
  const report = (split: Split): SplitReport => {
    if (judged === undefined) throw new Error('nothing to judge by');
    reporter ??= splitReporter(judged);
    return reporter(split);
  };

  function search({ runId, problem, seed, budgetMs }: Extract<SearchRequest, { kind: 'search' }>): void {
    current = runId;
    const startedAt = now();
    const running = createSearch(problem, seed);
    let answeredCost = Number.POSITIVE_INFINITY;
    let answeredAt = Number.NEGATIVE_INFINITY;
    const slice = (): void => {
      if (current !== runId) return;
      const sliceStart = now();
      do running.advance(proposalsPerLook);
      while (!running.isDone() && now() - sliceStart < sliceMs);
      const elapsed = now() - startedAt;
      const isDone = running.isDone() || elapsed >= budgetMs;
      const isBetter = running.cost() < answeredCost;
      if (isDone || (isBetter && now() - answeredAt >= answerEveryMs)) {
        answeredCost = running.cost();
        const split = running.best();
        post({ kind: 'split', runId, split, report: report(split), progress: isDone ? 1 : elapsed / budgetMs, isDone });
        answeredAt = now();
      }
      if (!isDone) soon(slice);
    };
    slice();
  }

  return (request) => {
    switch (request.kind) {
      case 'judge':
        judged = request.problem;
        reporter = undefined;
        return;
      case 'search':
        search(request);
        return;
      case 'report':
        post({
          kind: 'split',
          runId: request.runId,
          split: request.split,
          report: report(request.split),
          progress: 1,
          isDone: true,
        });
        return;
      case 'offer':
        post({ kind: 'offers', runId: request.runId, offers: offerSwaps(request.problem, request.split) });
        return;
      case 'stop':
        current = -1;
    }
  };
}
