import type { DurationMs } from '../../shared/core/time.ts';
import type { ChatStore } from '../store/chatStore.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { TeamsPeople } from './teamsPeople.ts';
import type { TeamsPort } from './teamsPort.ts';

export interface RosterDeps {
  readonly port: Pick<TeamsPort, 'members'>;
  readonly chats: Pick<ChatStore, 'chat' | 'reachable'>;
  readonly registry: Pick<WorkshopRegistry, 'open'>;
  readonly people: Pick<TeamsPeople, 'find'>;
  /** Chats of everybody's, where the bot is. */
  readonly meetingsOf: (workshopId: string) => Promise<readonly string[]>;
  readonly setTimeout: (action: () => void, delayMs: DurationMs) => unknown;
  readonly reportFault: (fault: unknown, workshopId: string) => void;
}

/** However many come at once, the roster is read so often at most. */
const restMs = 2_000;
/** Between two tries while Teams gives no answer, and how many. */
const retryMs = 15_000;
const mostTries = 8;

/**
 * Whoever comes in by the tab never wrote to the bot, which then knows no way to write to them: they are looked up among
 * those of the meeting's chat. Hints of Teams that somebody came into the chat tell of some, and never of those who were
 * there before the bot.
 */
export class Roster {
  readonly #deps: RosterDeps;
  /** Workshop → whether somebody came while it was being read. */
  readonly #reading = new Map<string, { again: boolean; tries: number }>();
  /** Workshop → the chats that were there when it was read. */
  readonly #wasRead = new Map<string, readonly string[]>();
  readonly #underWay = new Set<Promise<void>>();
  #isStopped = false;

  constructor(deps: RosterDeps) {
    this.#deps = deps;
  }

  /** Somebody came in by an account. */
  async arrived(workshopId: string, personId: string): Promise<void> {
    const reachable = await this.#deps.chats.reachable(workshopId);
    if (!reachable.some((person) => person.personId === personId)) this.read(workshopId);
  }

  /** Something goes on: chats that are new, also to this process, are read. */
  async begin(workshopId: string): Promise<void> {
    const meetings = await this.#deps.meetingsOf(workshopId);
    const known = this.#wasRead.get(workshopId) ?? [];
    if (!this.#reading.has(workshopId) && meetings.some((chat) => !known.includes(chat))) this.read(workshopId);
  }

  /** Soon, and once for all who ask until then. */
  read(workshopId: string): void {
    const running = this.#reading.get(workshopId);
    if (running !== undefined) running.again = true;
    else this.#begin(workshopId, { again: false, tries: 0 });
  }

  /** Finishes what is under way, and reads no more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#underWay);
  }

  #begin(workshopId: string, reading: { again: boolean; tries: number }): void {
    if (this.#isStopped) return;
    this.#reading.set(workshopId, reading);
    reading.again = false;
    const work = this.#read(workshopId)
      .catch((fault) => {
        this.#deps.reportFault(fault, workshopId);
        return true;
      })
      .then((isAnswered) => {
        this.#underWay.delete(work);
        reading.tries = isAnswered ? 0 : reading.tries + 1;
        const triesAgain = !isAnswered && reading.tries < mostTries;
        this.#deps.setTimeout(
          () => {
            this.#reading.delete(workshopId);
            if (reading.again || triesAgain) this.#begin(workshopId, reading);
          },
          triesAgain ? retryMs : restMs,
        );
      });
    this.#underWay.add(work);
  }

  /** @returns false when Teams did not answer for a chat */
  async #read(workshopId: string): Promise<boolean> {
    const { port, chats, registry, people, meetingsOf } = this.#deps;
    const runtime = await registry.open(workshopId);
    const known = new Set((await chats.reachable(workshopId)).map(({ userId }) => userId));
    const meetings = await meetingsOf(workshopId);
    this.#wasRead.set(workshopId, meetings);
    let isAnswered = true;
    for (const conversationId of meetings) {
      const chat = await chats.chat(conversationId);
      const users = chat === undefined ? [] : await port.members(chat.place);
      if (users === undefined) isAnswered = false;
      // Who is in a chat is not who is in the workshop: nobody joins by that.
      for (const user of users ?? []) if (!known.has(user.id)) await people.find(runtime, user);
    }
    return isAnswered;
  }
}
