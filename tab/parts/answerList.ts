import type { AnswerView } from '../../shared/views/views.ts';
import type { PendingCommand } from '../net/client.ts';

/** An answer as one's own screen shows it: what the server says, with what this device is still sending laid over it. */
export interface ListedAnswer {
  readonly id: string;
  readonly promptIndex: number;
  readonly text: string;
  readonly postedAt: number;
  readonly edited: boolean;
  readonly supports: number;
  readonly authorName?: string;
  readonly mine: boolean;
  readonly supported: boolean;
  /** `stored`: the server has it. `sending`: kept on this device, on its way. `changing`: stored, its new text on its way. */
  readonly state: 'stored' | 'sending' | 'changing';
}

interface AnswerSources {
  readonly slotId: string;
  readonly answers: Readonly<Record<string, AnswerView>>;
  readonly answerIds: readonly string[];
  readonly supportedIds: readonly string[];
  /** Commands whose effect the view does not show yet, in the order in which they were sent. */
  readonly unseen: readonly PendingCommand[];
  /** Those of them that the server has acknowledged: their texts count as sent. */
  readonly storedIds: ReadonlySet<string>;
}

/** Things are named after the command that made them: the id of the command, alone or in front of a suffix. */
export const isMadeBy = (thingId: string, commandId: string): boolean =>
  thingId === commandId || (thingId.startsWith(commandId) && /^[._-]/.test(thingId.slice(commandId.length)));

/** Oldest first. What the server already shows is never listed twice, though its command is still waiting for its ack. */
export function listAnswers(sources: AnswerSources): readonly ListedAnswer[] {
  const mine = new Set(sources.answerIds);
  const supported = new Set(sources.supportedIds);
  const listed = new Map<string, ListedAnswer>();
  for (const answer of Object.values(sources.answers)) {
    const { id } = answer;
    listed.set(id, { ...answer, mine: mine.has(id), supported: supported.has(id), state: 'stored' });
  }
  for (const { command, commandId, queuedAt } of sources.unseen) {
    const stored = sources.storedIds.has(commandId);
    if (!('slotId' in command) || command.slotId !== sources.slotId) continue;
    switch (command.kind) {
      case 'PostAnswer': {
        const shown = [...listed.values()].find(({ id }) => isMadeBy(id, commandId));
        if (shown !== undefined) listed.set(shown.id, { ...shown, mine: true });
        else
          listed.set(commandId, {
            id: commandId,
            promptIndex: command.promptIndex,
            text: command.text.trim(),
            postedAt: queuedAt,
            edited: false,
            supports: 0,
            mine: true,
            supported: false,
            state: stored ? 'stored' : 'sending',
          });
        break;
      }
      case 'EditAnswer': {
        const answer = listed.get(command.answerId);
        const text = command.text.trim();
        if (answer !== undefined && answer.text !== text)
          listed.set(answer.id, { ...answer, text, edited: true, state: stored ? 'stored' : 'changing' });
        break;
      }
      case 'WithdrawAnswer':
        listed.delete(command.answerId);
        break;
      case 'SupportAnswer':
      case 'UnsupportAnswer': {
        const answer = listed.get(command.answerId);
        const supports = command.kind === 'SupportAnswer';
        if (answer !== undefined && answer.supported !== supports)
          listed.set(answer.id, {
            ...answer,
            supported: supports,
            supports: Math.max(0, answer.supports + (supports ? 1 : -1)),
          });
        break;
      }
      default:
    }
  }
  return [...listed.values()].sort((a, b) => a.postedAt - b.postedAt || (a.id < b.id ? -1 : 1));
}
