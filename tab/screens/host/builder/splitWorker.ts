/** Searches for groups beside the page, which goes on drawing meanwhile. */
import { createDesk, type SearchRequest } from './searchDesk.ts';

const desk = createDesk({
  now: () => performance.now(),
  post: (answer) => postMessage(answer),
  soon: (task) => setTimeout(task),
  sliceMs: 25,
});
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => desk(data));
