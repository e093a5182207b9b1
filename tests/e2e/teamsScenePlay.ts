import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { hourIn } from '../../bot/teams/words.ts';
import type { Report } from '../../shared/views/reportModel.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import { carryOut } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, until } from '../doubles/headlessClient.ts';
import { readLog } from '../doubles/readLog.ts';
import { groupChat, meetingChat, TeamsProcess } from '../doubles/teamsProcess.ts';
import type { ChatPerson } from './chatPerson.ts';
import { told, transcript, wordsOf } from './chatTranscript.ts';
import { clockSpread, host, type Onlooker, participant } from './roles.ts';
import { breakoutTitle, Cast } from './teamsSceneCast.ts';

export const groupChats = [1, 2, 3].map(groupChat);
export const allIdeas = [1, 2, 3].flatMap((number) => ['A', 'B'].map((letter) => ideaOf(number, letter)));

const patience = { timeout: 60_000, interval: 100 };
/** What the browser says when the server is gone for a moment. */
const networkNoise = /net::ERR_|WebSocket connection to|Failed to load resource/;

/** Looked at again and again until it is as expected: a fact is waited for, never a time. */
export const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, patience);
export const sees = ({ page }: Onlooker, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();
export const words = (name: string, how: string): string => `${name} ${how} : mutualiser les moyens du territoire.`;

function ideaOf(number: number, letter: string): string {
  return `Idée ${letter} du groupe ${number}`;
}

/** The scene as it is played: what people do, and what they were told of it. */
export class Play {
  readonly world: TeamsProcess;
  readonly cast: Cast;
  /** Name → number of their group, as hosts saw it last. */
  groupOf: ReadonlyMap<string, number> = new Map();
  /** Text → who wrote it; of everything whose author was told that it is stored. */
  readonly acknowledged = new Map<string, string>();

  private constructor(world: TeamsProcess, cast: Cast) {
    this.world = world;
    this.cast = cast;
  }

  static async begin(): Promise<Play> {
    const world = await new TeamsProcess().open();
    return new Play(world, await Cast.assemble(world));
  }

  async end(): Promise<void> {
    await this.cast.close();
    await this.world.close();
  }

  numberOf = ({ name }: { readonly name: string }): number => this.groupOf.get(name) ?? 0;
  chatOf = (person: { readonly name: string }): string => groupChat(this.numberOf(person));

  get slotId(): string {
    return this.cast.view().agenda.slots.find(({ title }) => title.startsWith(breakoutTitle))?.id ?? '';
  }

  endsAt(client: HeadlessClient = this.cast.conductor): number {
    const run = client.snapshot().view?.agenda.run;
    return run?.kind === 'running' ? run.endsAt : Number.NaN;
  }

  directs(command: Command): Promise<string> {
    return carryOut(this.cast.conductor, command);
  }

  /** From a phone without a screen, until it is stored. */
  async posts(client: HeadlessClient, text: string): Promise<void> {
    const groupId = await until(client, ({ view }) => (view?.kind === 'group' ? view.group.id : undefined));
    await carryOut(client, { kind: 'PostAnswer', slotId: this.slotId, groupId, promptIndex: 0, text });
    this.acknowledged.set(text, client.name);
  }

  /** From a card, pressed twice, until Teams shows that it is stored. */
  async presses(person: ChatPerson, text: string): Promise<void> {
    for (const card of await person.answerTwice(this.chatOf(person), text)) expect(card).toContain(`✓ ${text}`);
    this.acknowledged.set(text, person.name);
  }

  /** From a page: sent now. What it gives settles once the page says that it is stored. */
  async types(visitor: Onlooker, text: string): Promise<() => Promise<void>> {
    await participant.answer(visitor, text);
    return async () => {
      await participant.sent(visitor, text);
      this.acknowledged.set(text, visitor.name);
    };
  }

  /** So long until the end of the clock, from now. */
  async shortenTo(leftMs: number): Promise<void> {
    const seenEndsAt = this.endsAt();
    const byMs = seenEndsAt - Date.now() - leftMs;
    await this.directs({ kind: 'ShortenSlot', slotId: this.slotId, byMs, seenEndsAt });
    await eventually(() => this.endsAt()).toBe(seenEndsAt - byMs);
  }

  /** Two key ideas that cite two answers of the group, submitted by its animator. */
  async submits(client: HeadlessClient): Promise<void> {
    const { view } = client.snapshot();
    if (view?.kind !== 'animator') throw new Error(`${client.name} is no animator`);
    const inGroup = { slotId: this.slotId, groupId: view.group.id };
    const answers = Object.keys(view.breakout?.work.answers ?? {});
    const keyIdeaIds: string[] = [];
    for (const [index, letter] of ['A', 'B'].entries()) {
      const text = ideaOf(view.group.number, letter);
      const citations = answers.slice(index, index + 1);
      keyIdeaIds.push(await carryOut(client, { kind: 'DraftKeyIdea', ...inGroup, text, citations }));
    }
    await carryOut(client, { kind: 'SubmitKeyIdeas', ...inGroup, keyIdeaIds });
  }

  /** The reminders of every chat. */
  reminders(): readonly (readonly string[])[] {
    return [meetingChat, ...groupChats].map((chat) => this.chat(chat).filter((label) => label.startsWith('reminder')));
  }

  chat = (chat: string): readonly string[] => transcript(this.world.teams, chat);
  told = (chat: string, label: string) => told(this.world.teams, chat, label);
  /** The words of a card that stands in a chat; undefined while it does not. */
  says = (chat: string, label: string): string | undefined => this.told(chat, label).map(wordsOf)[0];

  /** A card tells the hour at which the clock ends, as every screen counts down to it. */
  async tellsTheEnd(chat: string, label: string): Promise<void> {
    await eventually(() => this.endsAt()).not.toBeNaN();
    const hour = hourIn(this.endsAt(), this.cast.view().timeZone, 'fr');
    await eventually(() => this.says(chat, label)).toContain(`jusqu’à ${hour}`);
  }

  /** Every page shows the same clock, to the second. */
  async sameClock(): Promise<void> {
    await eventually(() => clockSpread(this.cast.screens())).toBeLessThanOrEqual(1);
    const ends = new Set(this.cast.headless().map((client) => this.endsAt(client)));
    expect([...ends]).toEqual([this.endsAt()]);
  }

  /** Whoever wrote in another group is not read on any page; the answers of one's own group are. */
  async readsTheirOwnGroup(): Promise<void> {
    for (const visitor of this.cast.participants()) {
      for (const [text, author] of this.acknowledged) {
        const isTheirs = this.groupOf.get(author) === this.numberOf(visitor);
        if (isTheirs) await sees(visitor, text);
        else expect(await visitor.page.getByText(text).count(), `${visitor.name}: ${text}`).toBe(0);
      }
    }
  }

  /** The report as data, downloaded by the second host. */
  async report(): Promise<Pick<Report, 'breakouts' | 'counts'>> {
    const { page } = this.cast.browser;
    await host.press(this.cast.browser, 'Autres actions');
    await page.getByRole('menuitem', { name: 'Compte rendu' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: /JSON/ }).click();
    return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  }

  /** What the server left behind once it has stopped: answers with their authors, people, their groups, messages. */
  async log() {
    const { workshopId } = this.cast.links;
    const { events, people, state, failed, due } = await readLog(this.world.dataDir, workshopId);
    const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
    const numberOf = new Map(state.groups.map(({ id, number }) => [id, number]));
    const { placements = {} } = Object.values(state.breakouts)[0] ?? {};
    const posted = events.map(({ data }) => data as WorkshopEvent).filter((event) => event.kind === 'AnswerPosted');
    return {
      answers: posted.map(({ answer }) => [answer.text, nameOf.get(answer.authorId)] as const),
      names: [...nameOf.values()],
      places: new Map(Object.entries(placements).map(([id, group]) => [nameOf.get(id), numberOf.get(group)])),
      failed,
      due,
    };
  }

  /** What pages complained of since the last time. */
  complaints({ isCut = false } = {}): readonly string[] {
    return this.cast.theatre.takeComplaints().filter((complaint) => !(isCut && networkNoise.test(complaint)));
  }
}
