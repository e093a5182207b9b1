import type { Call, FakeTeams, Trouble } from './fakeTeams.ts';

type Asked = Pick<Call, 'method' | 'path' | 'body'>;
/** Which calls are meant. */
export type Which = (call: Asked) => boolean;

interface Squall {
  readonly which: Which;
  readonly troubles: Trouble[];
}

/** Calls that Teams was asked and has not answered. */
export interface Held {
  /** Settles once the first such call has come. */
  readonly arrived: Promise<void>;
  release(): void;
}

/** Writing into a chat: a new message, or a new face of one that stands there. */
export const writesTo =
  (chat: string): Which =>
  ({ method, path }) =>
    (method === 'POST' || method === 'PUT') && path.startsWith(`/v3/conversations/${chat}/activities`);

/** Writing a new message into a chat. */
export const posts = (chat: string): Which => {
  const writes = writesTo(chat);
  return (call) => call.method === 'POST' && writes(call);
};

/** Opening the 1:1 conversation with somebody. */
export const opens =
  (userId: string): Which =>
  ({ path, body }) =>
    path === '/v3/conversations' && JSON.stringify(body).includes(`"${userId}"`);

interface Gate {
  readonly which: Which;
  readonly opened: Promise<void>;
  arrive(): void;
}

/** How Teams treats its callers: each squall is met once, by the next calls that are meant. */
export class Weather {
  readonly #squalls: Squall[] = [];
  readonly #before: Gate[] = [];
  readonly #behind: Gate[] = [];

  constructor(teams: FakeTeams) {
    teams.trouble = (call) => {
      const squall = this.#squalls.find(({ which, troubles }) => troubles.length > 0 && which(call));
      return squall?.troubles.shift();
    };
    teams.hold = (call) => pass(this.#before, call);
    teams.holdAnswer = (call) => pass(this.#behind, call);
  }

  /** The next calls that are meant meet these, in this order. */
  meet(which: Which, ...troubles: readonly Trouble[]): void {
    this.#squalls.push({ which, troubles: [...troubles] });
  }

  /** Calls that are meant are not taken until they are released. */
  hold(which: Which): Held {
    return close(this.#before, which);
  }

  /** Calls that are meant are taken, and not answered until they are released. */
  holdAnswer(which: Which): Held {
    return close(this.#behind, which);
  }

  /** Troubles that nobody has met: a play in which they count is another one than was meant. */
  unmet(): number {
    return this.#squalls.reduce((sum, { troubles }) => sum + troubles.length, 0);
  }
}

async function pass(gates: readonly Gate[], call: Asked): Promise<void> {
  const gate = gates.find(({ which }) => which(call));
  gate?.arrive();
  await gate?.opened;
}

function close(gates: Gate[], which: Which): Held {
  const arrival = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  const gate: Gate = { which, opened: opening.promise, arrive: arrival.resolve };
  gates.push(gate);
  return {
    arrived: arrival.promise,
    release() {
      gates.splice(gates.indexOf(gate), 1);
      opening.resolve();
    },
  };
}
