import { createDesk, type DeskAnswer, type SearchRequest } from './searchDesk.ts';

/** Whoever searches for the page. */
export interface Splitter {
  readonly ask: (request: SearchRequest) => void;
  readonly close: () => void;
}

/** On the page a slice leaves room for a frame. */
const pageSliceMs = 8;

/** A worker; the page itself, in short slices, where a browser or a policy refuses workers. */
export function openSplitter(onAnswer: (answer: DeskAnswer) => void): Splitter {
  let onPage: ((request: SearchRequest) => void) | undefined;
  const asked: SearchRequest[] = [];
  let isClosed = false;
  const goOnOnPage = (): void => {
    if (onPage !== undefined || isClosed) return;
    onPage = createDesk({
      now: () => performance.now(),
      post: (answer) => {
        if (!isClosed) onAnswer(answer);
      },
      soon: (task) => setTimeout(task),
      sliceMs: pageSliceMs,
    });
    // Whatever the worker was asked and did not answer.
    for (const request of asked.splice(0)) onPage(request);
  };
  const worker = openWorker();
  if (worker === undefined) goOnOnPage();
  else {
    worker.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => {
      // What splits are judged by is needed again should the worker fail later.
      const judging = asked.findLast(({ kind }) => kind === 'judge');
      asked.splice(0, asked.length, ...(judging === undefined ? [] : [judging]));
      onAnswer(data);
    });
    // A policy refuses the file only once it is fetched.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      goOnOnPage();
    });
  }
  return {
    ask(request) {
      if (onPage !== undefined) return onPage(request);
      asked.push(request);
      worker?.postMessage(request);
    },
    close() {
      isClosed = true;
      worker?.terminate();
      onPage?.({ kind: 'stop' });
    },
  };
}

function openWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./splitWorker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}
