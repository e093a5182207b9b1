import type { Secrets } from '../secrets.ts';
import type { OutboxStore } from '../store/outboxStore.ts';
import { type Message, usefulMs } from '../workshop/messages.ts';
import type { Incoming, IncomingAction } from './teamsPort.ts';

export interface ReplyDeps {
  readonly outbox: OutboxStore;
  readonly secrets: Pick<Secrets, 'teamsHash'>;
  readonly now: () => number;
  readonly wake: () => void;
}

/** Answers in the conversation in which something was said or pressed: once, however often Teams tells of it. */
export async function queueReply(
  { outbox, secrets, now, wake }: ReplyDeps,
  { chat, activityId }: Pick<Incoming | IncomingAction, 'chat' | 'activityId'>,
  workshopId: string,
  payload: Extract<Message, { readonly kind: 'reply' }>,
): Promise<void> {
  const { conversationId } = chat.place;
  await outbox.add(
    [
      {
        id: `reply ${secrets.teamsHash('reply', conversationId, activityId)}`,
        workshopId,
        lane: conversationId,
        payload,
        notBefore: now(),
        expiresAt: now() + usefulMs.reply,
      },
    ],
    now(),
  );
  wake();
}
