import type { Ack, Greeting, Refusal } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { parseCommandId, parseEnvelope } from '../../shared/protocol/parse.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { Broadcast } from './broadcast.ts';
import type { Channel } from './channel.ts';
import type { Limits } from './limits.ts';

export interface SessionDeps {
  readonly store: EventStore;
  readonly registry: WorkshopRegistry;
  readonly broadcastOf: (runtime: WorkshopRuntime) => Broadcast;
  readonly hashToken: (token: string) => string;
  readonly limits: Limits;
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

/** A page whose person is known: what it sends acts in that person's name, whatever it says of itself. */
export interface Session {
  receiveCommand(envelope: unknown): Promise<void>;
  receiveClock(sentAt: unknown): Promise<void>;
  receiveResync(): Promise<void>;
  end(): void;
}

/**
 * Opens a session for a page that just connected: checks its identity, puts it among its audience.
 * @param address of the network, for rate limits only
 * @returns the session, or why there is none; `too_many`: the page may try again by itself
 */
export async function openSession(
  deps: SessionDeps,
  channel: Channel,
  greeting: Partial<Greeting>,
  address: string,
): Promise<Session | Refusal | 'too_many'> {
  const { store, registry, limits } = deps;
  if (greeting.protocol !== protocolVersion) return 'outdated';
  const { identity } = greeting;
  if (typeof identity !== 'string' || identity.length > 200) return 'identity_unknown';
  const found = await store.findPerson(deps.hashToken(identity));
  if (found === undefined) {
    await limits.wrongSecretsPerAddress.take(address);
    return 'identity_unknown';
  }
  const { workshopId, personId } = found;
  // Pages choose the ids of persons: one of another workshop may have the same, and is no business of this one.
  const source = `${workshopId} ${personId}`;
  const tooManyPagesMs = await limits.pagesPerPerson.take(source);
  if (tooManyPagesMs !== undefined) return 'too_many';
  const runtime = await registry.open(workshopId);
  const member = runtime.state?.people[personId];
  if (member === undefined || member.removed) return 'access_revoked';

  // Before the first view: a page must know what time it is when it sees for the first time when something ends.
  const { sentAt } = greeting;
  if (typeof sentAt === 'number') channel.send('clock', { sentAt, serverNow: runtime.now() });
  const { resync, detach } = deps.broadcastOf(runtime).attach(personId, channel, () => {
    channel.send('refused', 'access_revoked');
    channel.close();
  });

  async function handle(raw: unknown): Promise<Ack> {
    // Before it is read: nonsense costs as much to read as sense.
    const retryMs = (await limits.commandsPerPerson.take(source)) ?? (await limits.commandsPerAddress.take(address));
    if (retryMs !== undefined) return { ok: false, problem: { kind: 'busy', retryMs } };
    const envelope = parseEnvelope(raw);
    if (!envelope.ok) return { ok: false, problem: envelope.problem };
    const { commandId, command } = envelope.value;
    return runtime.submit({ commandId, actorId: personId, command });
  }

  return {
    async receiveCommand(raw) {
      const commandId = parseCommandId(raw);
      // Without an id there is nothing to answer to, and nothing that a page of ours would send.
      if (commandId === undefined) return;
      try {
        channel.send('ack', commandId, await handle(raw));
      } catch (fault) {
        const reference = deps.reportFault(fault, workshopId);
        channel.send('ack', commandId, { ok: false, problem: { kind: 'fault', reference } });
      }
    },
    async receiveClock(sentAt) {
      if (typeof sentAt !== 'number') return;
      // Taken before the wait: the answer is worth what its instant is worth.
      const serverNow = runtime.now();
      if ((await limits.questionsPerPerson.take(source)) === undefined) channel.send('clock', { sentAt, serverNow });
    },
    async receiveResync() {
      // A whole view costs more than any command. Whoever gets none asks again by itself.
      if ((await limits.commandsPerPerson.take(source)) === undefined) resync();
    },
    end: detach,
  };
}
