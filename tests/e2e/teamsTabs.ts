import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { MeetingRole } from '../../bot/teams/meetings.ts';
import { breakoutSlotId, type FoundedWorkshop, foundWorkshop, groupIdOf } from '../doubles/breakoutScene.ts';
import { type FakeEntra, objectIdOf, startEntra, teamsEnvironment } from '../doubles/fakeEntra.ts';
import { FakeGraph } from '../doubles/fakeGraph.ts';
import { buildPages } from '../doubles/serverProcess.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import { joinAs, startServer, type TestServer } from '../doubles/testServer.ts';
import { type FakeHost, type InFrame, openTeamsTheatre, sidePanel, type TeamsTheatre } from './fakeTeams.ts';

export const chat = { chatId: '19:meeting_abc@thread.v2', meetingId: 'meeting-1' };
export const room = 'https://teams.microsoft.com/l/meetup-join/groupe-1';
export const tokenOf = (link: string): string => link.split('#')[1] ?? '';

/** Somebody who was never here before, as Entra knows them. */
interface Account {
  readonly objectId: string;
  readonly token: Promise<string>;
}

/** Tabs in a fake Teams by the real library, with a server, a fake Entra and a fake Graph; a workshop is linked to `chat`. */
export class TeamsTabs {
  readonly entra: FakeEntra;
  readonly graph: FakeGraph;
  readonly server: TestServer;
  readonly theatre: TeamsTheatre;
  /** Object id → role in every meeting. */
  readonly roles: Map<string, MeetingRole>;
  #founded: { readonly workshop: FoundedWorkshop; readonly hostPage: TestPage } | undefined;
  #people = 0;
  #commands = 0;

  private constructor(parts: Pick<TeamsTabs, 'entra' | 'graph' | 'server' | 'theatre' | 'roles'>) {
    this.entra = parts.entra;
    this.graph = parts.graph;
    this.server = parts.server;
    this.theatre = parts.theatre;
    this.roles = parts.roles;
  }

  static async open(): Promise<TeamsTabs> {
    buildPages();
    const entra = await startEntra();
    const graph = new FakeGraph();
    const roles = new Map<string, MeetingRole>();
    const server = await startServer({
      environment: { ...teamsEnvironment, RATE_LIMIT_SCALE: '100' },
      pagesFolder: fileURLToPath(new URL('../../tab/dist', import.meta.url)),
      teams: {
        loginOrigin: entra.origin,
        graphOrigin: await graph.start(),
        meetings: {
          roleOf: async ({ objectId }) => roles.get(objectId),
          titleOf: async () => 'Comité de pilotage',
        },
      },
    });
    const theatre = await openTeamsTheatre(Number(new URL(server.origin).port));
    return new TeamsTabs({ entra, graph, server, theatre, roles });
  }

  async close(): Promise<void> {
    await this.theatre.close();
    this.#founded?.hostPage.close();
    await this.server.stop();
    await this.entra.close();
    await this.graph.stop();
  }

  /** A workshop of two groups, with its host, in the place of the one before. */
  async found(): Promise<void> {
    this.#founded?.hostPage.close();
    const workshop = await foundWorkshop(this.server.origin, this.server.setUpKey, 2);
    const joinId = `host-of-${workshop.workshopId}`.slice(0, 40);
    await joinAs(this.server, { link: tokenOf(workshop.host), joinId });
    const hostPage = openPage(this.server.origin, joinId);
    this.#founded = { workshop, hostPage };
    await hostPage.until(({ view }) => view?.kind === 'host');
    await this.#linkChat();
  }

  get workshop(): FoundedWorkshop {
    return this.#now.workshop;
  }

  /** Where commands of `send` leave from. */
  get hostPage(): TestPage {
    return this.#now.hostPage;
  }

  get #now() {
    if (this.#founded === undefined) throw new Error('no workshop was founded');
    return this.#founded;
  }

  /** Number of the account that was made last. */
  get lastPerson(): number {
    return this.#people;
  }

  send = async (command: Parameters<TestPage['send']>[1]): Promise<void> => {
    this.#commands += 1;
    expect(await this.hostPage.send(`command-${this.#commands}-of-the-host`, command)).toMatchObject({ ok: true });
  };

  /** Everyone sits in one of the two groups, which both meet in `roomUrl`. */
  async openGroups(roomUrl: string): Promise<void> {
    for (const number of [1, 2]) {
      await this.send({ kind: 'ReviseGroup', groupId: groupIdOf(number), group: { roomUrl } });
    }
    await this.send({ kind: 'StartAgenda', plan: 'fromNow' });
    await this.send({ kind: 'FormGroups', slotId: breakoutSlotId });
    await this.send({ kind: 'OpenBreakout', slotId: breakoutSlotId });
  }

  somebody(): Account {
    this.#people += 1;
    const objectId = objectIdOf(this.#people);
    return { objectId, token: this.entra.token({ oid: objectId, name: `Personne ${this.#people}` }) };
  }

  /** A page of somebody new in the frame of Teams. */
  async inTeams(host: Partial<FakeHost>, address = '/t', size = sidePanel): Promise<InFrame> {
    const { objectId, token } = this.somebody();
    const good = await token;
    return this.theatre.frame(objectId, size, address, {
      frameContext: 'sidePanel',
      userObjectId: objectId,
      tokens: { silent: good, asking: good },
      ...chat,
      ...host,
    });
  }

  async enter({ tab }: InFrame): Promise<void> {
    await tab.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
  }

  async asGuest({ tab }: InFrame, name: string): Promise<void> {
    await tab.getByLabel('Votre prénom et votre nom').fill(name);
    await tab.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await tab.getByText('Vous êtes bien arrivé·e.').waitFor();
  }

  /** Nothing on any console, but what the server was expected to refuse: the browser itself says that. */
  noComplaints(refused?: RegExp): void {
    expect(this.theatre.takeComplaints().filter((complaint) => refused?.test(complaint) !== true)).toEqual([]);
  }

  async #linkChat(): Promise<void> {
    const { objectId, token } = this.somebody();
    this.roles.set(objectId, 'presenter');
    const place = { conversationId: chat.chatId, meetingId: chat.meetingId };
    const body = { place, link: tokenOf(this.workshop.host) };
    const reply = await this.server.call('POST', '/api/teams/conversation', { bearer: await token, body });
    expect(reply.status).toBe(200);
  }
}
