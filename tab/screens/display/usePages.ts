import { useEffect, useState } from 'react';

export interface Pages {
  readonly page: number;
  readonly pageCount: number;
  /** Forward or back, round and round. */
  readonly turn: (steps: 1 | -1) => void;
}

/** Time to read a page from the back of the room. */
const pageMs = 20_000;

/** Pages that turn by themselves; the arrow keys turn them too, and start the wait anew. */
export function usePages(pageCount: number): Pages {
  const [wanted, setWanted] = useState(0);
  const page = pageCount === 0 ? 0 : wanted % pageCount;
  const turn = (steps: 1 | -1) => setWanted((page + steps + pageCount) % pageCount);
  useEffect(() => {
    if (pageCount < 2) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight' || event.key === 'PageDown') setWanted((page + 1) % pageCount);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') setWanted((page - 1 + pageCount) % pageCount);
    };
    const timer = setTimeout(() => setWanted((page + 1) % pageCount), pageMs);
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey);
    };
  }, [page, pageCount]);
  return { page, pageCount, turn };
}
