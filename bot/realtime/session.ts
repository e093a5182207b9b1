import type { EpochMs } from '../../shared/core/time.ts';
import type { Ack, Greeting, Refusal } from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { parseEnvelope } from '../../shared/protocol/parse.ts';
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
  readonly now: () => EpochMs;
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

/** A page whose person is known: what it sends acts in that person's name, whatever it says of itself. */
export interface Session {
  receiveCommand(envelope: unknown): Promise<void>;
  receiveClock(sentAt: unknown): void;
  receiveResync(): void;
  end(): void;
}

/**
 * Opens a session for a page that just connected: checks its identity, puts it among its audience.
 * @param address of the network, for rate limits only
 * @returns the session, or why there is none
 */
export async function openSession(
  deps: SessionDeps,
  channel: Channel,
  greeting: Partial<Greeting>,
  address: string,
): Promise<Session | Refusal> {
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
  const runtime = await registry.open(workshopId);
  const member = runtime.state?.people[personId];
  if (member === undefined || member.removed) return 'access_revoked';

  const { resync, detach } = deps.broadcastOf(runtime).attach(personId, channel, () => {
    channel.send('refused', 'access_revoked');
    channel.close();
  });

  async function handle(envelope: ReturnType<typeof parseEnvelope>): Promise<Ack> {
    if (!envelope.ok) return { ok: false, problem: envelope.problem };
    const retryMs = (await limits.commandsPerPerson.take(personId)) ?? (await limits.commandsPerAddress.take(address));
    if (retryMs !== undefined) return { ok: false, problem: { kind: 'busy', retryMs } };
    const { commandId, command } = envelope.value;
    return runtime.submit({ commandId, actorId: personId, command });
  }

  return {
    async receiveCommand(raw) {
      const envelope = parseEnvelope(raw);
      const commandId = envelope.ok ? envelope.value.commandId : envelope.commandId;
      // Without an id there is nothing to answer to, and nothing that a page of ours would send.
      if (commandId === undefined) return;
      try {
        channel.send('ack', commandId, await handle(envelope));
      } catch (fault) {
        const reference = deps.reportFault(fault, workshopId);
        channel.send('ack', commandId, { ok: false, problem: { kind: 'fault', reference } });
      }
    },
    receiveClock(sentAt) {
      if (typeof sentAt === 'number') channel.send('clock', { sentAt, serverNow: deps.now() });
    },
    receiveResync() {
      // A whole view costs more than any command. Whoever gets none asks again by itself.
      void limits.commandsPerPerson.take(personId).then((retryMs) => {
        if (retryMs === undefined) resync();
      });
    },
    end: detach,
  };
}
