import type { Problem } from '../../shared/protocol/messages.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import type { HeadlessClient } from '../doubles/headlessClient.ts';
import type { Moments } from './killMoments.ts';

/** A command, and what its sender was told of it in the end. */
export interface Entry {
  readonly personId: string;
  readonly commandId: string;
  readonly command: Command;
  readonly outcome: 'acknowledged' | Problem;
}

/** Everything that was said to anyone, kept outside of the server: what it is held to afterwards. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly #moments: Moments;

  constructor(moments: Moments) {
    this.#moments = moments;
  }

  /** Sends, and notes the outcome once there is one. */
  send(client: HeadlessClient, command: Command): { readonly commandId: string; readonly noted: Promise<Entry> } {
    const commandId = client.send(command);
    this.#moments.note('send');
    const noted = client.settled(commandId).then((problem): Entry => {
      const entry = { personId: client.personId, commandId, command, outcome: problem ?? ('acknowledged' as const) };
      this.entries.push(entry);
      this.#moments.note('ack');
      return entry;
    });
    return { commandId, noted };
  }

  acknowledged(): readonly Entry[] {
    return this.entries.filter((entry) => entry.outcome === 'acknowledged');
  }
}

/** The one event that an acknowledged command must have left, as far as its sender can say. */
export function effectOf({ personId, commandId, command }: Entry): WorkshopEvent {
  switch (command.kind) {
    case 'PostAnswer': {
      const { slotId, groupId, promptIndex, text } = command;
      const answer = { id: commandId, promptIndex, authorId: personId, text };
      return { kind: 'AnswerPosted', slotId, groupId, answer };
    }
    case 'EditAnswer':
      return { ...command, kind: 'AnswerEdited' };
    case 'WithdrawAnswer':
      return { ...command, kind: 'AnswerWithdrawn' };
    case 'SupportAnswer':
      return { ...command, kind: 'AnswerSupported', personId };
    case 'DraftKeyIdea': {
      const { slotId, groupId, text, citations } = command;
      return { kind: 'KeyIdeaDrafted', slotId, groupId, keyIdea: { id: commandId, text, citations } };
    }
    case 'Announce':
      return { kind: 'AnnouncementMade', announcementId: commandId, text: command.text };
    default:
      throw new Error(`nobody sends ${command.kind} here`);
  }
}

export interface ExpectedAnswer {
  text: string;
  withdrawn: boolean;
  readonly supporterIds: Set<string>;
}

/** The answers as their senders believe them to be: each person's own acknowledged commands, in their own order. */
export function answersBelieved(acknowledged: readonly Entry[]): ReadonlyMap<string, ExpectedAnswer> {
  const answers = new Map<string, ExpectedAnswer>();
  for (const { commandId, command } of acknowledged) {
    if (command.kind !== 'PostAnswer') continue;
    answers.set(commandId, { text: command.text, withdrawn: false, supporterIds: new Set() });
  }
  for (const { personId, command } of acknowledged) {
    const answer = 'answerId' in command ? answers.get(command.answerId) : undefined;
    if (answer === undefined) continue;
    if (command.kind === 'EditAnswer') answer.text = command.text;
    if (command.kind === 'WithdrawAnswer') answer.withdrawn = true;
    if (command.kind === 'SupportAnswer') answer.supporterIds.add(personId);
  }
  return answers;
}
