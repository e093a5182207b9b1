import { objectIdOf } from '../doubles/fakeEntra.ts';
import { cardOf, type FakeCard, type PostedActivity } from '../doubles/fakeTeams.ts';
import { pressing, saying, submitting, type TeamsAccount } from '../doubles/teamsActivities.ts';
import { meetingChat, type TeamsProcess } from '../doubles/teamsProcess.ts';

/** An account of the tenant, by its number. */
export const accountOf = (number: number, name: string): TeamsAccount & { readonly aadObjectId: string } => ({
  id: `29:account-${number}`,
  name,
  aadObjectId: objectIdOf(number),
});

/** Somebody who takes part from the chats of Teams alone, and never opens a page. */
export class ChatPerson {
  readonly account: TeamsAccount;
  readonly #world: TeamsProcess;

  constructor(world: TeamsProcess, account: TeamsAccount) {
    this.#world = world;
    this.account = account;
  }

  get name(): string {
    return this.account.name;
  }

  /** Writes to the bot. */
  async say(text: string, chat: string = meetingChat): Promise<void> {
    await this.#until(() => this.#world.tell(this.account, chat, saying(text)));
  }

  /** Presses "Where am I?" on the card of the workshop; gives what the card says then, to them alone. */
  async whereAmI(): Promise<string> {
    const { body } = await this.#until(() =>
      this.#world.tell(this.account, meetingChat, pressing({ verb: 'whereAmI', card: this.#card(meetingChat).id })),
    );
    return spokenIn(body);
  }

  /** Types an answer into the card of a chat and presses "Send" until Teams says what came of it. Gives the card shown then. */
  async answer(chat: string, text: string): Promise<string> {
    const { body } = await this.#until(() =>
      this.#world.tell(this.account, chat, pressing(this.#filledIn(chat, text))),
    );
    return JSON.stringify(body);
  }

  /** Two presses, the second before the first has come to anything. */
  async answerTwice(chat: string, text: string): Promise<readonly string[]> {
    return Promise.all([this.answer(chat, text), this.answer(chat, text)]);
  }

  /** On a client that knows no universal actions. */
  async submitAnswer(chat: string, text: string): Promise<void> {
    await this.#world.tell(this.account, chat, submitting(this.#filledIn(chat, text)));
  }

  async submitWhereAmI(): Promise<void> {
    await this.#world.tell(this.account, meetingChat, submitting({ verb: 'whereAmI' }));
  }

  #filledIn(chat: string, text: string) {
    const { id, card } = this.#card(chat);
    return { verb: 'answer', data: card.actions?.[0]?.data ?? {}, typed: { answer0: text }, card: id };
  }

  /** The card with something to press in a chat. */
  #card(chat: string): { readonly id: string; readonly card: FakeCard } {
    const found = this.#world.teams.in(chat).find(({ activity }) => buttonsOf(activity).length > 0);
    const card = found === undefined ? undefined : cardOf(found.activity);
    if (found === undefined || card === undefined) throw new Error(`nothing to press in ${chat}`);
    return { id: found.id, card };
  }

  /** Nobody gives up because Teams says that something went wrong. */
  async #until(
    act: () => Promise<{ readonly status: number; readonly body: unknown }>,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    for (;;) {
      const outcome = await act().catch(() => undefined);
      if (outcome?.status === 200) return outcome;
      if (outcome !== undefined) throw new Error(`${this.name} was answered ${outcome.status}`);
      await this.#world.whenAlive();
    }
  }
}

const buttonsOf = (activity: PostedActivity['activity']) =>
  (cardOf(activity)?.actions ?? []).filter(({ verb }) => verb === 'answer' || verb === 'whereAmI');

const spokenIn = (body: unknown): string => (body as { readonly value?: FakeCard }).value?.speak ?? '';
