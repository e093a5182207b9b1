import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { seededRandom } from '../../shared/core/random.ts';
import type { FoundedWorkshop } from '../doubles/breakoutScene.ts';

/** What a load process is told. `links`: absent for the bare relay, which knows no workshop. */
export interface CrowdOrder {
  readonly origin: string;
  readonly people: number;
  readonly groups: number;
  readonly withinMs: number;
  readonly links?: FoundedWorkshop;
}

/** What a load process found. Times in milliseconds, one for each answer. */
export interface CrowdReport {
  readonly toAck: readonly number[];
  /** Until the last of the pages that must show the answer did. */
  readonly toLastScreen: readonly number[];
  /** Answers times the pages that must show them: how many never came, how many came more than once. */
  readonly lost: number;
  readonly duplicated: number;
  readonly messages: number;
  readonly bytes: number;
  /** How late the load process itself ran: above a few milliseconds, it is measured along with the server. */
  readonly loadDelayP99: number;
}

/** A page that may post, and whoever must see what it posts. */
export interface CrowdMember {
  readonly group: number;
  post(answer: string): Promise<void>;
}

/** What the pages saw, as the load process notes it. */
export class Sightings {
  readonly #shown = new Map<string, Map<number, number>>();
  readonly #lastAt = new Map<string, number>();
  readonly #expected: number;
  #complete = 0;
  #allSeen: () => void = () => undefined;
  duplicated = 0;
  /** Settles when every answer was seen on every page that must show it. */
  readonly allSeen: Promise<void>;

  constructor(answers: number, pagesPerAnswer: (answer: string) => number) {
    this.#expected = answers;
    this.pagesPerAnswer = pagesPerAnswer;
    this.allSeen = new Promise((resolve) => {
      this.#allSeen = resolve;
    });
  }

  readonly pagesPerAnswer: (answer: string) => number;

  note(answer: string, page: number): void {
    let pages = this.#shown.get(answer);
    if (pages === undefined) {
      pages = new Map();
      this.#shown.set(answer, pages);
    }
    const times = (pages.get(page) ?? 0) + 1;
    pages.set(page, times);
    if (times > 1) {
      this.duplicated += 1;
      return;
    }
    if (pages.size < this.pagesPerAnswer(answer)) return;
    this.#lastAt.set(answer, performance.now());
    this.#complete += 1;
    if (this.#complete === this.#expected) this.#allSeen();
  }

  /** When the last of its pages showed it; undefined while one has not. */
  lastAt(answer: string): number | undefined {
    return this.#lastAt.get(answer);
  }

  missing(answer: string): number {
    return this.pagesPerAnswer(answer) - (this.#shown.get(answer)?.size ?? 0);
  }
}

const sockets = new Set<Socket>();
// Every connection that this process makes, whichever library makes it.
subscribe('net.client.socket', (message) => {
  sockets.add((message as { readonly socket: Socket }).socket);
});
export const bytesReceived = (): number => [...sockets].reduce((total, { bytesRead }) => total + bytesRead, 0);

/** Pages whose answer has not come this long after the last was posted will not have it. */
const patienceMs = 20_000;

const answerOf = (index: number): string =>
  `Réponse ${index} : mettre en commun nos richesses humaines avant d'aller chercher un financement.`;
export const isAnswer = (text: string): boolean => text.startsWith('Réponse ');

/** Everyone posts once, at a moment drawn by lot (the same ones in every run). */
export async function postAll(
  members: readonly CrowdMember[],
  { withinMs, people, groups }: CrowdOrder,
  sightings: Sightings,
  messages: () => number,
): Promise<CrowdReport> {
  const random = seededRandom(300);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const [messagesBefore, bytesBefore] = [messages(), bytesReceived()];
  delay.enable();
  const posted = members.map(
    (member, index) =>
      new Promise<{ readonly answer: string; readonly at: number; readonly ackedAt: number }>((resolve) => {
        setTimeout(async () => {
          const answer = answerOf(index);
          const at = performance.now();
          await member.post(answer);
          resolve({ answer, at, ackedAt: performance.now() });
        }, random() * withinMs);
      }),
  );
  const posts = await Promise.all(posted);
  let stopWaiting: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    stopWaiting = setTimeout(resolve, patienceMs);
  });
  await Promise.race([sightings.allSeen, patience]);
  clearTimeout(stopWaiting);
  delay.disable();
  if (posts.length !== people || groups < 1) throw new Error('not everyone posted');
  return {
    toAck: posts.map(({ at, ackedAt }) => ackedAt - at),
    toLastScreen: posts.flatMap(({ answer, at }) => {
      const lastAt = sightings.lastAt(answer);
      return lastAt === undefined ? [] : [lastAt - at];
    }),
    lost: posts.reduce((total, { answer }) => total + sightings.missing(answer), 0),
    duplicated: sightings.duplicated,
    messages: messages() - messagesBefore,
    bytes: bytesReceived() - bytesBefore,
    loadDelayP99: delay.percentile(99) / 1e6,
  };
}

/** Answers `{ order }` with `ready` once everyone is in place, and `go` with the report. */
export function serveOrders(prepare: (order: CrowdOrder) => Promise<() => Promise<CrowdReport>>): void {
  let start: (() => Promise<CrowdReport>) | undefined;
  const answer = async (message: CrowdOrder | 'go'): Promise<void> => {
    if (message === 'go') {
      process.send?.(await start?.());
      process.disconnect();
      process.exit(0);
    }
    start = await prepare(message);
    process.send?.('ready');
  };
  process.on('message', (message) => {
    answer(message as CrowdOrder | 'go').catch((fault: unknown) => {
      console.error(fault);
      process.exit(1);
    });
  });
}
