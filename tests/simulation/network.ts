import type { ServerMessageKind } from '../../bot/realtime/channel.ts';
import { protocolVersion, type ServerToClient } from '../../shared/protocol/messages.ts';
import type { Transport, TransportListener } from '../../tab/net/transport.ts';
import type { Coverage } from './coverage.ts';
import type { Conversation, ServerEnd, ServerNode } from './serverNode.ts';
import type { VirtualTime } from './virtualTime.ts';

/** How the network treats one device; faults turn these. */
export interface Line {
  readonly latencyMs: number;
  extraMs: number;
  offlineUntil: number;
  /** How many of the next ones are hit. */
  dropCommands: number;
  dropAcks: number;
  dropPatches: number;
  duplicates: number;
}

export const quietLine = (latencyMs: number): Line => ({
  latencyMs,
  extraMs: 0,
  offlineUntil: 0,
  dropCommands: 0,
  dropAcks: 0,
  dropPatches: 0,
  duplicates: 0,
});

/** A server that nobody hears any more is noticed after this long (the hub's pings). */
const pingOutMs = 30_000;

export interface NetworkDeps {
  readonly time: VirtualTime;
  readonly coverage: Coverage;
  readonly node: () => ServerNode | undefined;
  /** Everything that a server hands to the network, before anything can happen to it. */
  readonly onSend: (sent: {
    identity: string;
    kind: ServerMessageKind;
    message: readonly unknown[];
    json: string;
  }) => void;
}

export interface PageEnd {
  readonly identity: string;
  readonly line: Line;
  /** On the device's monotonic clock. */
  readonly now: () => number;
  /** Runs on the device: not while it sleeps, never when the page is gone. */
  readonly onDevice: (action: () => void) => void;
  readonly onDelivered: (kind: ServerMessageKind, message: readonly unknown[]) => void;
}

const encodings = new WeakMap<readonly unknown[], string>();

/** What a room is told is the same for everyone in it: encoded once. */
function encoded(message: readonly unknown[]): string {
  const json = encodings.get(message) ?? JSON.stringify(message);
  encodings.set(message, json);
  return json;
}

const carried = new WeakMap<Line, Set<string>>();

/** Whether this command has left this device before. */
function isRepeat(line: Line, message: unknown): boolean {
  const { commandId } = message as { readonly commandId: string };
  const before = carried.get(line) ?? new Set();
  carried.set(line, before);
  const isKnown = before.has(commandId);
  before.add(commandId);
  return isKnown;
}

/** One attempt of a page to reach the server, and the link that may come of it: in order both ways, until it breaks. */
export class Link {
  isDead = false;
  #isSwallowing = false;
  #conversation: Conversation | undefined;
  readonly #down: (() => void)[] = [];
  #downAt = 0;
  #upAt = 0;
  readonly #deps: NetworkDeps;
  readonly #page: PageEnd;
  readonly #listener: TransportListener;

  constructor(deps: NetworkDeps, page: PageEnd, listener: TransportListener) {
    this.#deps = deps;
    this.#page = page;
    this.#listener = listener;
    const { time } = deps;
    const { line } = page;
    const greeting = { protocol: protocolVersion, identity: page.identity, sentAt: page.now() };
    time.after(line.latencyMs, () => {
      const node = deps.node();
      if (this.isDead) return;
      if (node === undefined || time.now < line.offlineUntil) {
        this.break(line.latencyMs);
        return;
      }
      this.#towardsPage(() => listener.opened());
      this.#conversation = node.converse(this.#serverEnd(), greeting);
    });
  }

  get isOpen(): boolean {
    return !this.isDead && !this.#isSwallowing && this.#conversation !== undefined;
  }

  /** A page's message on its way up. */
  send(kind: 'command' | 'clock' | 'resync', message: unknown): void {
    const { line } = this.#page;
    const { coverage } = this.#deps;
    if (this.isDead) return;
    if (kind === 'command' && isRepeat(line, message)) coverage.count('resentCommand');
    if (kind === 'command' && line.dropCommands > 0) {
      line.dropCommands -= 1;
      coverage.count('dropCommand');
      return;
    }
    const copy = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
    for (const _copy of this.#copies()) this.#towardsServer(() => this.#conversation?.receive(kind, copy));
  }

  /** The page hangs up; the server hears of it, unless the link was dead before. */
  closeByPage(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#tellServer(this.#isSwallowing ? pingOutMs : this.#page.line.latencyMs);
  }

  /** The link breaks, and both ends notice. */
  break(noticedAfterMs: number): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#tellServer(noticedAfterMs);
    this.#deps.time.after(noticedAfterMs, () => this.#page.onDevice(() => this.#listener.closed()));
  }

  /** Nothing passes any more, and nobody says so: each end has to find out by itself. */
  swallow(): void {
    this.#isSwallowing = true;
    this.#tellServer(pingOutMs);
  }

  /** The process at the other end is no more. */
  orphan(isNoticed: boolean): void {
    this.#conversation = undefined;
    if (isNoticed) this.break(this.#page.line.latencyMs);
    else this.#isSwallowing = true;
  }

  #tellServer(delayMs: number): void {
    const conversation = this.#conversation;
    this.#deps.time.after(delayMs, () => conversation?.gone());
  }

  #copies(): readonly number[] {
    const { line } = this.#page;
    if (line.duplicates === 0) return [0];
    line.duplicates -= 1;
    this.#deps.coverage.count('duplicate');
    return [0, 1];
  }

  #towardsServer(act: () => void): void {
    const { time } = this.#deps;
    const { line } = this.#page;
    if (line.extraMs > 0) this.#deps.coverage.count('delay');
    this.#upAt = Math.max(this.#upAt, time.now + line.latencyMs + line.extraMs);
    time.at(this.#upAt, () => {
      if (!this.isDead && !this.#isSwallowing) act();
    });
  }

  #towardsPage(act: () => void): void {
    const { time } = this.#deps;
    const { line } = this.#page;
    this.#down.push(act);
    this.#downAt = Math.max(this.#downAt, time.now + line.latencyMs + line.extraMs);
    // Taken from the queue only when it runs: a device that wakes hears everything in the order in which it was sent.
    time.at(this.#downAt, () =>
      this.#page.onDevice(() => {
        const next = this.#down.shift();
        if (!this.isDead && !this.#isSwallowing) next?.();
      }),
    );
  }

  #serverEnd(): ServerEnd {
    let isHungUp = false;
    return {
      address: '192.0.2.1',
      deliver: (kind, message) => {
        if (isHungUp) return;
        const json = encoded(message);
        this.#deps.onSend({ identity: this.#page.identity, kind, message, json });
        if (kind === 'ack' && this.#page.line.dropAcks > 0) {
          this.#page.line.dropAcks -= 1;
          this.#deps.coverage.count('dropAck');
          return;
        }
        if (kind === 'patch' && this.#page.line.dropPatches > 0) {
          this.#page.line.dropPatches -= 1;
          this.#deps.coverage.count('dropPatch');
          return;
        }
        for (const _copy of this.#copies()) this.#towardsPage(() => this.#hear(kind, JSON.parse(json)));
      },
      hangUp: () => {
        if (isHungUp) return;
        isHungUp = true;
        const conversation = this.#conversation;
        this.#deps.time.after(0, () => conversation?.gone());
        this.#towardsPage(() => {
          this.isDead = true;
          this.#listener.closed();
        });
      },
    };
  }

  #hear<Kind extends ServerMessageKind>(kind: Kind, message: Parameters<ServerToClient[Kind]>): void {
    const receive = this.#listener.receive[kind] as (...values: Parameters<ServerToClient[Kind]>) => void;
    receive(...message);
    this.#page.onDelivered(kind, message);
  }
}

/** What the real connection takes for its way to the server. `onLink`: hears of each new attempt. */
export function createMemoryTransport(deps: NetworkDeps, page: PageEnd, onLink: (link: Link) => void): Transport {
  let link: Link | undefined;
  return {
    open(listener) {
      link?.closeByPage();
      link = new Link(deps, page, listener);
      onLink(link);
    },
    send: {
      command: (envelope) => link?.send('command', envelope),
      clock: (sentAt) => link?.send('clock', sentAt),
      resync: () => link?.send('resync', undefined),
    },
    close() {
      link?.closeByPage();
      link = undefined;
    },
  };
}
