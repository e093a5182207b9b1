import type { Chat } from '../teams/teamsPort.ts';

/** How a person is reached in Teams. `userId`: "29:…", theirs for this bot. */
export interface ReachablePerson {
  readonly personId: string;
  readonly userId: string;
  /** The name that Teams shows: a mention must bear it. */
  readonly name: string;
  /** Whether Teams lets the bot write to them; `unknown` until it was tried. */
  readonly reach: 'unknown' | 'open' | 'refused';
}

/** Port: the conversations that the bot is in, and whom it met there. Rejects (throws) only when the machine is broken. */
export interface ChatStore {
  /**
   * Keeps what Teams told last of a chat. `isMember`: whether the bot is in it.
   * @returns true to one caller alone when the bot has just come in
   */
  keep(chat: Chat, isMember: boolean): Promise<boolean>;
  /** Undefined for a conversation that the bot is not in. */
  chat(conversationId: string): Promise<Chat | undefined>;
  /** Two accounts may be one person; an account is one person in a workshop. */
  meet(workshopId: string, person: Omit<ReachablePerson, 'reach'>): Promise<void>;
  /** Workshops and persons of an account, the latest met first. */
  whoIs(userId: string): Promise<readonly { readonly workshopId: string; readonly personId: string }[]>;
  reachable(workshopId: string): Promise<readonly ReachablePerson[]>;
  noteReach(userId: string, reach: 'open' | 'refused'): Promise<void>;
}
