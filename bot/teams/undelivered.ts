import type { UndeliveredMessage, UndeliveredReason } from '../../shared/views/surroundings.ts';
import type { Directory } from '../store/directory.ts';
import type { FailedMessage, OutboxStore } from '../store/outboxStore.ts';
import type { Message } from '../workshop/messages.ts';

export interface UndeliveredDeps {
  readonly outbox: Pick<OutboxStore, 'failed'>;
  readonly directory: Pick<Directory, 'conversations'>;
  readonly now: () => number;
  readonly reportFault: (fault: unknown, workshopId: string) => void;
}

/** Older losses help nobody any more. */
const toldForMs = 12 * 3_600_000;
const reasons: ReadonlySet<string> = new Set<UndeliveredReason>(['blocked', 'gone', 'not_installed', 'unreachable']);

/** What people in Teams miss, workshop by workshop: read when somebody looks, and again when something was lost. */
export class Undelivered {
  readonly #deps: UndeliveredDeps;
  readonly #current = new Map<string, readonly UndeliveredMessage[]>();
  readonly #listeners = new Map<string, () => void>();

  constructor(deps: UndeliveredDeps) {
    this.#deps = deps;
  }

  /** For a workshop's hosts. Known a moment after it is first asked for. */
  of(workshopId: string) {
    const current = this.#current;
    return {
      get current(): readonly UndeliveredMessage[] {
        return current.get(workshopId) ?? [];
      },
      onChange: (listener: () => void): void => {
        this.#listeners.set(workshopId, listener);
        this.refresh(workshopId);
      },
    };
  }

  refresh(workshopId: string): void {
    this.#read(workshopId).catch((fault) => this.#deps.reportFault(fault, workshopId));
  }

  async #read(workshopId: string): Promise<void> {
    const listener = this.#listeners.get(workshopId);
    // Nobody looks: it is read when somebody does.
    if (listener === undefined) return;
    const { outbox, directory, now } = this.#deps;
    const failed = await outbox.failed(workshopId, now() - toldForMs);
    const links = await directory.conversations({ workshopId });
    const groupOf = new Map(links.map(({ conversationId, groupId }) => [conversationId, groupId]));
    const told = failed.flatMap((message) => describe(message, groupOf.get(message.lane)));
    if (told.length === 0 && this.#current.get(workshopId) === undefined) return;
    this.#current.set(workshopId, told);
    listener();
  }
}

function describe({ id, payload, reason, failedAt }: FailedMessage, groupId: string | undefined): UndeliveredMessage[] {
  const message = payload as Message;
  if (message.kind === 'reply') return [];
  const group = groupId ?? ('groupId' in message ? message.groupId : undefined);
  return [
    {
      id,
      at: failedAt,
      what: message.kind,
      reason: reasons.has(reason) ? (reason as UndeliveredReason) : 'refused',
      ...(message.kind === 'place' ? { personId: message.personId } : group === undefined ? {} : { groupId: group }),
    },
  ];
}
