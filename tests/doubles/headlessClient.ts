import { protocolVersion, type ServerToClient } from '../../shared/protocol/messages.ts';
import type { Role } from '../../shared/workshop/state.ts';
import { type Api, createApi } from '../../tab/net/api.ts';
import { type Connection, createConnection } from '../../tab/net/connection.ts';
import { prepareJoin, recordJoin } from '../../tab/net/identity.ts';
import { newCommandId } from '../../tab/net/randomIds.ts';
import { createSocketTransport } from '../../tab/net/socketTransport.ts';
import type { KeyValueStorage } from '../../tab/net/storage.ts';
import type { Timers } from '../../tab/net/timers.ts';
import type { Transport } from '../../tab/net/transport.ts';

/** What a browser keeps, for one person. */
export function createMemoryStorage(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.set(key, value);
      return true;
    },
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}

const machineTimers: Timers = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id as NodeJS.Timeout),
};

/** The server's HTTP side, as a page calls it. */
export const apiOf = (origin: string): Api => createApi({ ...machineTimers, fetch: globalThis.fetch, origin });

/** A page without a screen: the real client over a real socket. */
export interface HeadlessClient extends Connection {
  readonly name: string;
  readonly role: Role;
  readonly personId: string;
  readonly identity: string;
}

export interface Arrival {
  readonly origin: string;
  /** The link itself, or its token. */
  readonly link: string;
  readonly name: string;
  readonly organisation?: string;
  /** Called for each message of the server, before the client takes it; `false`: it is lost on its way. */
  readonly heard?: (kind: keyof ServerToClient) => boolean;
}

/** The same transport, with someone on the line. */
function overheard(transport: Transport, heard: (kind: keyof ServerToClient) => boolean): Transport {
  return {
    ...transport,
    open(listener) {
      const { receive } = listener;
      const passing =
        <Values extends unknown[]>(kind: keyof ServerToClient, take: (...values: Values) => void) =>
        (...values: Values) => {
          if (heard(kind)) take(...values);
        };
      transport.open({
        ...listener,
        receive: {
          ack: passing('ack', receive.ack),
          clock: passing('clock', receive.clock),
          view: passing('view', receive.view),
          patch: passing('patch', receive.patch),
          me: passing('me', receive.me),
          refused: passing('refused', receive.refused),
        },
      });
    },
  };
}

/**
 * One person's way in. `knock` may be called again after it gave nothing (no server there): it joins once, because the
 * ids were made before the first try.
 * @throws when the server answers, and says no
 */
export function createDoor({ origin, link, name, organisation = '', heard }: Arrival): {
  knock(): Promise<HeadlessClient | undefined>;
} {
  const api = apiOf(origin);
  const storage = createMemoryStorage();
  const token = link.slice(link.indexOf('#') + 1);
  return {
    async knock() {
      const invitation = await api.invitation(token);
      if (!invitation.ok) return unlessUnreachable(invitation.problem.code);
      const known = prepareJoin(storage, invitation.value, { name, organisation }, { wallNow: Date.now });
      const { joinId, identity } = known;
      const joined = await api.join({ link: token, joinId, identity, name, organisation });
      if (!joined.ok) return unlessUnreachable(joined.problem.code);
      if (joined.value.kind === 'choose') throw new Error(`${name} is asked who they are`);
      recordJoin(storage, known, joined.value);
      const { workshopId, personId, role } = joined.value;
      const transport = createSocketTransport(
        () => ({ protocol: protocolVersion, identity, sentAt: machineTimers.now() }),
        origin,
      );
      const connection = createConnection({
        workshopId,
        personId,
        transport: heard === undefined ? transport : overheard(transport, heard),
        timers: machineTimers,
        storage,
        random: Math.random,
        newCommandId,
        wallNow: Date.now,
      });
      return { ...connection, name, role, personId, identity };
    },
  };
}

function unlessUnreachable(code: string): undefined {
  if (code !== 'unreachable') throw new Error(`the server refuses to let someone in: ${code}`);
}

/** Joins and connects. @throws when the server is not there, or says no */
export async function joinWorkshop(arrival: Arrival): Promise<HeadlessClient> {
  const client = await createDoor(arrival).knock();
  if (client === undefined) throw new Error(`no server at ${arrival.origin}`);
  return client;
}

/** Settles once the client's snapshot is as asked. */
export function until<Value>(
  client: Pick<Connection, 'snapshot' | 'subscribe'>,
  find: (snapshot: ReturnType<Connection['snapshot']>) => Value | undefined,
): Promise<Value> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    const look = (): boolean => {
      const found = find(client.snapshot());
      if (found === undefined) return false;
      stop?.();
      resolve(found);
      return true;
    };
    if (!look()) stop = client.subscribe(look);
  });
}
