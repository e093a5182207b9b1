import type { Language } from '../../shared/workshop/state.ts';

/** What the bot tells, by ids alone: it is put into words when it leaves, from what is true by then. */
export type Message =
  /** The card of the workshop: now, next, how to join. */
  | { readonly kind: 'workshop' }
  /** The questions of a group, answered from the card. */
  | { readonly kind: 'prompts'; readonly slotId: string; readonly groupId: string }
  /** So many minutes are left of a clock that ends at `endsAt`. */
  | { readonly kind: 'reminder'; readonly slotId: string; readonly endsAt: number; readonly minutes: number }
  /** Everyone is brought back. */
  | { readonly kind: 'recall'; readonly slotId: string; readonly closedAt: number }
  /** The key ideas, as far as the plenary has heard them. */
  | { readonly kind: 'restitution'; readonly slotId: string }
  /** "You are in group 2, here is the room": to one person. */
  | { readonly kind: 'place'; readonly slotId: string; readonly groupId: string; readonly personId: string }
  /** The same in the meeting's chat, to all of a group whom Teams would not let be written to. */
  | { readonly kind: 'mentions'; readonly slotId: string; readonly groupId: string }
  | { readonly kind: 'announcement'; readonly announcementId: string }
  /** To whoever wrote to the bot. `onlyFor`: the account that alone sees it. */
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      readonly language: Language;
      readonly personId?: string;
      readonly onlyFor?: string;
      /** Others read it, too: it says whom it is for. */
      readonly isNamed?: boolean;
    };

/** What is answered to a command. */
export type Reply =
  | { readonly kind: 'help' | 'unknown' | 'whereAmI' | 'groups' | 'timeLeft' | 'notLinked' | 'welcome' | 'received' }
  /** The same in a 1:1 chat. */
  | { readonly kind: 'notInWorkshop' | 'welcomeAlone' }
  | { readonly kind: 'linked'; readonly groupId: string }
  /** What a command came to: nothing, or the code of why not. */
  | { readonly kind: 'outcome'; readonly code: string };

export type MessageKind = Message['kind'];

/** Of what kind, for a card that stands in a conversation once and is brought up to date. */
export function cardKeyOf(message: Message): string | undefined {
  switch (message.kind) {
    case 'workshop':
      return 'workshop';
    case 'prompts':
      return `prompts ${message.slotId} ${message.groupId}`;
    case 'restitution':
      return `restitution ${message.slotId}`;
    default:
      return undefined;
  }
}

const minute = 60_000;
/** How long after its time a message is still worth reading. Cards show what is true when they leave. */
export const usefulMs: Readonly<Record<MessageKind, number>> = {
  workshop: 60 * minute,
  prompts: 60 * minute,
  reminder: minute / 2,
  recall: 5 * minute,
  restitution: 60 * minute,
  place: 15 * minute,
  mentions: 15 * minute,
  announcement: 10 * minute,
  reply: 3 * minute,
};
