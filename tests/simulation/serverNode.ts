import { Broadcast } from '../../bot/realtime/broadcast.ts';
import type { Channel, Publisher, ServerMessageKind } from '../../bot/realtime/channel.ts';
import type { Limits } from '../../bot/realtime/limits.ts';
import { openSession, type Session } from '../../bot/realtime/session.ts';
import type { AppendRequest, EventStore } from '../../bot/store/eventStore.ts';
import { createBackground } from '../../bot/synthesis/background.ts';
import type { Synthesizer } from '../../bot/synthesis/synthesizer.ts';
import { WorkshopSyntheses } from '../../bot/synthesis/workshopSyntheses.ts';
import { arrive } from '../../bot/workshop/arrive.ts';
import { WorkshopRegistry } from '../../bot/workshop/registry.ts';
import type { RuntimeDeps, WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { JoinReply, JoinRequest } from '../../shared/protocol/http.ts';
import type { Greeting } from '../../shared/protocol/messages.ts';
import type { Link as InvitationLink } from '../../shared/workshop/state.ts';
import { type AppendFate, createMemoryStore, type MemoryDisk } from '../doubles/memoryStore.ts';
import type { VirtualTime } from './virtualTime.ts';

/** The far end of a page's link, as the server uses it. */
export interface ServerEnd {
  readonly address: string;
  deliver(kind: ServerMessageKind, message: readonly unknown[]): void;
  /** The server hangs up, after what it has sent. */
  hangUp(): void;
}

/** What a page's end tells the server. */
export interface Conversation {
  receive(kind: 'command' | 'clock' | 'resync', message: unknown): void;
  gone(): void;
}

export interface NodeDeps {
  readonly time: VirtualTime;
  readonly disk: MemoryDisk;
  /** How wrong the clock of this machine is. */
  readonly skewMs: number;
  readonly secrets: WorldSecrets;
  readonly beforeAppend: (request: AppendRequest, node: ServerNode) => Promise<AppendFate>;
  readonly busyMs: (personId: string) => number | undefined;
  readonly onFault: (fault: unknown) => void;
}

export interface WorldSecrets {
  readonly hashToken: (token: string) => string;
  readonly linkToken: (link: Pick<InvitationLink, 'id' | 'nonce'>) => string;
  readonly drawNonce: () => string;
  readonly drawSeed: () => number;
}

const answerMs = 2;

/** A language model that brings the first two answers together, and fails every third time. */
const fickleModel: Synthesizer = {
  async propose({ answers }) {
    const [one, other] = answers;
    if (one === undefined || other === undefined || answers.length % 3 === 0) throw new Error('no answer');
    const answerIds = [one.id, other.id];
    const words = { text: one.text, wording: 'model', doubtful: [], opposed: [], weak: true } as const;
    return { ideas: [{ ...words, citations: answerIds, answerIds }], dropped: ['few_citations'] };
  },
};

/** One server process: the real registry, runtimes, sessions and broadcasts on a disk that outlives it. */
export class ServerNode {
  isAlive = true;
  readonly store: EventStore;
  readonly registry: WorkshopRegistry;
  /** Person → their live sessions here. */
  readonly present = new Map<string, number>();
  readonly #deps: NodeDeps;
  readonly #broadcasts = new Map<WorkshopRuntime, Broadcast>();
  readonly #rooms = new Map<string, Set<ServerEnd>>();

  constructor(deps: NodeDeps) {
    this.#deps = deps;
    const { disk, secrets } = deps;
    this.store = this.#distant(
      createMemoryStore({ disk, beforeAppend: (request) => deps.beforeAppend(request, this) }),
    );
    const runtimeDeps: RuntimeDeps = {
      store: this.store,
      now: this.now,
      drawSeed: secrets.drawSeed,
      drawNonce: secrets.drawNonce,
      linkRow: (_workshopId, link) => ({ linkId: link.id, tokenHash: secrets.hashToken(secrets.linkToken(link)) }),
      reportFault: this.#reportFault,
    };
    this.registry = new WorkshopRegistry(runtimeDeps);
  }

  readonly now = (): number => this.#deps.time.now + this.#deps.skewMs;

  /** A store whose answers about the log take their time to arrive, as a database's do: meanwhile anything may happen. */
  #distant(store: EventStore): EventStore {
    const { time } = this.#deps;
    const inTransit = () =>
      new Promise<void>((arrive) => {
        time.after(answerMs, () => {
          time.wakes();
          // A process that was killed hears nothing more.
          if (this.isAlive) arrive();
        });
      });
    return {
      ...store,
      append: async (request) => {
        const appending = store.append(request);
        await appending.catch(() => undefined);
        await inTransit();
        return appending;
      },
      load: async (workshopId, afterVersion) => {
        const rows = await store.load(workshopId, afterVersion);
        await inTransit();
        return rows;
      },
    };
  }

  /** The process ends here: nothing that it had begun goes on, nothing that it would send leaves. */
  kill(): void {
    this.isAlive = false;
    this.#rooms.clear();
  }

  readonly #reportFault = (fault: unknown): string => {
    if (this.isAlive) this.#deps.onFault(fault);
    return 'reference';
  };

  readonly #publisher: Publisher = {
    publish: (room, kind, ...message) => {
      if (this.isAlive) for (const end of [...(this.#rooms.get(room) ?? [])]) end.deliver(kind, message);
    },
  };

  readonly broadcastOf = (runtime: WorkshopRuntime): Broadcast => {
    let broadcast = this.#broadcasts.get(runtime);
    if (broadcast === undefined) {
      const { time } = this.#deps;
      const timers = {
        now: () => time.now,
        setTimeout: (action: () => void, delayMs: number) =>
          time.after(delayMs, () => {
            if (this.isAlive) action();
          }),
      };
      const reportFault = this.#reportFault;
      const background = createBackground(timers);
      const model = { host: 'model.example.org', synthesizer: fickleModel };
      const syntheses = new WorkshopSyntheses(runtime, { timers, background, reportFault, model });
      broadcast = new Broadcast(runtime, syntheses, this.#publisher, timers, reportFault);
      this.#broadcasts.set(runtime, broadcast);
    }
    return broadcast;
  };

  #channelOf(end: ServerEnd): Channel {
    return {
      send: (kind, ...message) => {
        if (this.isAlive) end.deliver(kind, message);
      },
      join: (room) => {
        const members = this.#rooms.get(room) ?? new Set();
        this.#rooms.set(room, members.add(end));
      },
      leave: (room) => {
        this.#rooms.get(room)?.delete(end);
      },
      close: () => {
        if (this.isAlive) end.hangUp();
      },
    };
  }

  /** The hub's part: what a page sends while its session is being opened waits for it, in order. */
  converse(end: ServerEnd, greeting: Greeting): Conversation {
    const { time } = this.#deps;
    const limits = this.#limits();
    let session: Session | undefined;
    let isGone = false;
    const welcome = async (): Promise<void> => {
      const opened = await openSession(
        {
          store: this.store,
          registry: this.registry,
          broadcastOf: this.broadcastOf,
          hashToken: this.#deps.secrets.hashToken,
          limits,
          reportFault: this.#reportFault,
        },
        this.#channelOf(end),
        greeting,
        end.address,
      );
      if (typeof opened === 'string') {
        if (opened !== 'too_many') this.#channelOf(end).send('refused', opened);
        end.hangUp();
      } else if (isGone) opened.end();
      else session = opened;
    };
    time.wakes();
    const opening = welcome().catch((fault) => {
      this.#reportFault(fault);
      end.hangUp();
    });
    const once = (act: (session: Session) => void): void => {
      time.wakes();
      void opening.then(() => {
        if (session !== undefined && this.isAlive) act(session);
      });
    };
    return {
      receive: (kind, message) => {
        if (kind === 'command') once((open) => void open.receiveCommand(message));
        else if (kind === 'clock') once((open) => open.receiveClock(message));
        else once((open) => open.receiveResync());
      },
      gone: () => {
        isGone = true;
        for (const members of this.#rooms.values()) members.delete(end);
        once((open) => open.end());
      },
    };
  }

  #limits(): Limits {
    const free = { take: async () => undefined, giveBack: async () => {}, waitMs: async () => undefined };
    return {
      commandsPerPerson: { ...free, take: async (source) => this.#deps.busyMs(source.split(' ')[1] ?? '') },
      commandsPerAddress: free,
      questionsPerPerson: free,
      pagesPerPerson: free,
      connectionsPerAddress: free,
      requestsPerAddress: free,
      candidatesPerAddress: free,
      wrongSecretsPerAddress: free,
    };
  }

  /** POST /api/join, as bot/api.ts answers it; undefined when it answers with a problem. */
  async join(request: JoinRequest): Promise<JoinReply | 'refused' | 'taken' | 'failed'> {
    this.#deps.time.wakes();
    const { store, registry } = this;
    const tokenHash = this.#deps.secrets.hashToken(request.identity);
    const found = await store.findLink(this.#deps.secrets.hashToken(request.link));
    if (found === undefined) return 'refused';
    const runtime = await registry.open(found.workshopId);
    const link = runtime.state?.links[found.linkId];
    if (link === undefined || link.revoked) return 'refused';
    const arrived = await arrive(
      { store, limits: this.#limits() },
      { runtime, link, request, tokenHash, address: request.identity },
    );
    if (arrived.ok) return arrived.value;
    if (arrived.problem.kind === 'rejected' && arrived.problem.code === 'place_taken') return 'taken';
    return ['rejected', 'denied'].includes(arrived.problem.kind) ? 'refused' : 'failed';
  }
}
