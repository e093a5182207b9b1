import { useEffect, useRef, useState } from 'react';
import type { Split, SplitProblem } from '../../../../shared/groups/problem.ts';
import type { SplitReport } from '../../../../shared/groups/report.ts';
import type { SearchAnswer } from './searchDesk.ts';
import { openSplitter, type Splitter } from './splitter.ts';

/** A search that is wanted: each one has an id of its own, and ends when its time is over or nothing better can be found. */
export interface WantedSearch {
  readonly id: number;
  readonly problem: SplitProblem;
  readonly seed: number;
}

export interface Judged {
  readonly split: Split;
  readonly report: SplitReport;
}

interface Wishes {
  /** What splits are judged by. */
  readonly asked: SplitProblem;
  /** The split on the page, to be reported when no search is under way. */
  readonly split: Split;
  readonly search: WantedSearch | undefined;
  /** A better split of the search with that id. */
  readonly onBetter: (searchId: number, split: Split, isDone: boolean) => void;
}

const budgetMs = 1_000;

/** Searches and reports beside the page. @returns the report of the split, as soon as there is one, and how far the search is */
export function useSplitter({ asked, split, search, onBetter }: Wishes): {
  readonly report: SplitReport | undefined;
  readonly progress: number | undefined;
} {
  const splitter = useRef<Splitter>(undefined);
  const runs = useRef(0);
  const onAnswer = useRef<(answer: SearchAnswer) => void>(undefined);
  const [judged, setJudged] = useState<Judged & { readonly asked: SplitProblem }>();
  const [progress, setProgress] = useState<{ readonly searchId: number; readonly share: number }>();

  useEffect(() => {
    splitter.current = openSplitter((answer) => {
      if (answer.kind === 'split') onAnswer.current?.(answer);
    });
    return () => splitter.current?.close();
  }, []);
  useEffect(() => splitter.current?.ask({ kind: 'judge', problem: asked }), [asked]);
  useEffect(() => {
    const runId = ++runs.current;
    if (search !== undefined) {
      onAnswer.current = (answer) => {
        if (answer.runId !== runId) return;
        setJudged({ split: answer.split, report: answer.report, asked });
        setProgress({ searchId: search.id, share: answer.progress });
        onBetter(search.id, answer.split, answer.isDone);
      };
      setProgress({ searchId: search.id, share: 0 });
      splitter.current?.ask({ kind: 'search', runId, problem: search.problem, seed: search.seed, budgetMs });
      return;
    }
    splitter.current?.ask({ kind: 'stop' });
  }, [search, asked, onBetter]);
  const isJudged = judged?.split === split && judged.asked === asked;
  const isSearching = search !== undefined;
  useEffect(() => {
    if (isJudged || isSearching) return;
    const runId = ++runs.current;
    onAnswer.current = (answer) => {
      if (answer.runId === runId) setJudged({ split, report: answer.report, asked });
    };
    splitter.current?.ask({ kind: 'report', runId, split });
  }, [isJudged, isSearching, split, asked]);
  return {
    report: isJudged || isSearching ? judged?.report : undefined,
    progress: isSearching ? (progress?.searchId === search.id ? progress.share : 0) : undefined,
  };
}
