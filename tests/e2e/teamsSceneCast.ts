import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { CreateReply, SharedLink } from '../../shared/protocol/http.ts';
import type { HostView } from '../../shared/views/views.ts';
import { type HeadlessClient, joinWorkshop, until } from '../doubles/headlessClient.ts';
import { meetingChat, meetingId, type TeamsProcess } from '../doubles/teamsProcess.ts';
import { accountOf, ChatPerson } from './chatPerson.ts';
import {
  type FakeHost,
  type InFrame,
  openTeamsTheatre,
  phone,
  type Size,
  sidePanel,
  stage,
  type TeamsTheatre,
} from './fakeTeams.ts';
import { enter, type Onlooker } from './roles.ts';

const programme = readFileSync(
  new URL('../fixtures/programmes/atelier-2-modeles-socio-economiques.md', import.meta.url),
  'utf8',
);
export const breakoutTitle = 'Répartition en 3 groupes';
export const networks = ['Fondation de Lille', 'Réseau Alliances', 'ADASI'] as const;
export const roomOf = (number: number): string => `https://teams.microsoft.com/l/meetup-join/salle-${number}`;
const laptop: Size = { width: 1280, height: 800 };

/** Accounts by what their person does: number → object id. */
const numbers = { organizer: 1, amina: 2, basile: 3 };

export interface SceneLinks {
  readonly workshopId: string;
  readonly host: string;
  readonly participant: string;
  readonly display: string;
  readonly animators: readonly string[];
}

/** Somebody at a page in the frame of Teams. */
export interface InTeams extends Onlooker {
  readonly frame: InFrame;
}

/** Everybody of the scene, and the ways in which they come. */
export class Cast {
  readonly world: TeamsProcess;
  readonly theatre: TeamsTheatre;
  readonly organizer = accountOf(numbers.organizer, 'Hélène Hôte');
  readonly animators: HeadlessClient[] = [];
  /** Phones without a screen. */
  readonly phones: HeadlessClient[] = [];
  readonly chatPeople: ChatPerson[] = [];
  links!: SceneLinks;
  /** The organizer, in the side panel of the meeting. */
  panel!: InTeams;
  /** The second host, in a browser. */
  browser!: Onlooker & { readonly page: Page };
  stage!: InTeams;
  amina!: InTeams;
  basile!: InTeams;
  basilePhone!: Onlooker;
  hugo!: Onlooker;
  ines!: Onlooker;
  /** A third host without a screen, who sees what hosts see and knows the server's clock to the millisecond. */
  conductor!: HeadlessClient;

  private constructor(world: TeamsProcess, theatre: TeamsTheatre) {
    this.world = world;
    this.theatre = theatre;
  }

  static async assemble(world: TeamsProcess): Promise<Cast> {
    return new Cast(world, await openTeamsTheatre(world.server.port));
  }

  /** Every page that somebody looks at. */
  screens(): readonly Onlooker[] {
    return [this.panel, this.browser, this.stage, this.amina, this.basile, this.basilePhone, this.hugo, this.ines];
  }

  /** Every page of somebody who takes part. */
  participants(): readonly Onlooker[] {
    return [this.amina, this.basile, this.basilePhone, this.hugo, this.ines];
  }

  headless(): readonly HeadlessClient[] {
    return [this.conductor, ...this.animators, ...this.phones];
  }

  view(): HostView {
    const { view } = this.conductor.snapshot();
    if (view?.kind !== 'host') throw new Error('the conductor is no host');
    return view;
  }

  /** Name → number of their group, as hosts see it. */
  places(): ReadonlyMap<string, number> {
    const { breakouts, groups } = this.view();
    const numberOf = new Map(groups.map(({ id, number }) => [id, number]));
    return new Map(
      Object.values(breakouts).flatMap(({ works }) =>
        Object.values(works).flatMap(({ groupId, members }) =>
          Object.values(members).map(({ name }) => [name, numberOf.get(groupId) ?? 0] as const),
        ),
      ),
    );
  }

  /** A page of Aparté in the meeting, signed in as an account. */
  async inTeams(
    account: number,
    name: string,
    host: Partial<FakeHost> = {},
    address = '/t',
    size = sidePanel,
  ): Promise<InTeams> {
    const { aadObjectId } = accountOf(account, name);
    const token = await this.world.entra.token({ oid: aadObjectId, name });
    const frame = await this.theatre.frame(name, size, address, {
      frameContext: 'sidePanel',
      userObjectId: aadObjectId,
      tokens: { silent: token, asking: token },
      chatId: meetingChat,
      meetingId,
      ...host,
    });
    return { name, page: frame.tab, frame };
  }

  async #inBrowser(name: string, size: Size, address: string): Promise<Onlooker & { readonly page: Page }> {
    const { page } = await this.theatre.plain(name, size, address);
    return { name, page };
  }

  /** The organizer pastes the programme into the panel: the workshop is founded, and the meeting is its own. */
  async found(): Promise<void> {
    this.panel = await this.inTeams(numbers.organizer, this.organizer.name, { mayShare: true });
    const { tab, page } = this.panel.frame;
    await tab.getByRole('button', { name: 'Partir d’un programme' }).click();
    await tab.getByLabel('Programme').fill(programme);
    await tab.getByRole('button', { name: 'Lire le programme' }).click();
    await tab.getByText('18 séquences').waitFor();
    for (const [index, field] of (await tab.getByLabel('Lien de la salle').all()).entries()) {
      await field.fill(roomOf(index + 1));
    }
    const reply = page.waitForResponse(
      (response) => response.url().endsWith('/api/teams/workshops') && response.status() === 201,
    );
    await tab.getByRole('button', { name: 'Créer l’atelier' }).click();
    this.links = linksOf((await (await reply).json()) as CreateReply);
    await tab.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
    await tab.getByRole('button', { name: 'Démarrer l’agenda' }).waitFor();
  }

  async hostsAndAnimators(): Promise<void> {
    const { origin } = this.world.server;
    const { host, display, animators } = this.links;
    this.conductor = await joinWorkshop({ origin, link: host, name: 'Régie' });
    await until(this.conductor, ({ view }) => (view?.kind === 'host' ? true : undefined));
    this.browser = await this.#inBrowser('Second Hôte', laptop, host);
    await enter(this.browser, 'Réseau des catalyseurs');
    const onStage = `/t#${display.split('#')[1]}`;
    this.stage = await this.inTeams(numbers.organizer, 'Scène', { frameContext: 'meetingStage' }, onStage, stage);
    for (const [index, link] of animators.entries()) {
      this.animators.push(await joinWorkshop({ origin, link, name: `Anim ${networks[index]}` }));
    }
  }

  async tabs(): Promise<void> {
    this.amina = await this.inTeams(numbers.amina, 'Amina Benali');
    this.basile = await this.inTeams(numbers.basile, 'Basile Roux');
    for (const { page } of [this.amina, this.basile]) {
      await page.getByRole('button', { name: 'Entrer dans l’atelier' }).click();
      await page.getByText('Vous êtes bien arrivé·e.').waitFor();
    }
    // The same person on a phone, by the pass that the tab shows.
    const { tab, page } = this.basile.frame;
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/pass'));
    await tab.getByRole('button', { name: 'Continuer sur mon téléphone' }).click();
    const { value } = (await (await answer).json()) as { readonly value: string };
    await tab.getByRole('button', { name: 'Fermer' }).click();
    this.basilePhone = await this.#inBrowser('Basile Roux', phone, value);
    await this.basilePhone.page.getByText('Vous êtes bien arrivé·e.').waitFor();
  }

  async phonesOf(names: readonly string[]): Promise<void> {
    const { participant } = this.links;
    this.hugo = await this.#inBrowser('Hugo Martin', phone, participant);
    this.ines = await this.#inBrowser('Inès Carvalho', phone, participant);
    for (const visitor of [this.hugo, this.ines]) {
      await enter(visitor, 'Organisation des téléphones');
      await visitor.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    }
    for (const name of names) await this.onPhone(name);
  }

  async onPhone(name: string): Promise<HeadlessClient> {
    const { origin } = this.world.server;
    const client = await joinWorkshop({ origin, link: this.links.participant, name });
    this.phones.push(client);
    return client;
  }

  /** Somebody who only ever uses the chats. */
  inChats(account: number, name: string): ChatPerson {
    const person = new ChatPerson(this.world, accountOf(account, name));
    this.chatPeople.push(person);
    return person;
  }

  organizerInChat(): ChatPerson {
    return new ChatPerson(this.world, this.organizer);
  }

  /** Basile writes from his account in the chat, beside his tab and his phone. */
  basileInChat(): ChatPerson {
    return new ChatPerson(this.world, accountOf(numbers.basile, 'Basile Roux'));
  }

  async close(): Promise<void> {
    for (const client of this.headless()) client?.close();
    await this.theatre.close();
  }
}

function linksOf({ workshopId, links }: CreateReply): SceneLinks {
  const of = (role: SharedLink['role']): readonly string[] =>
    links.filter((link) => link.role === role && link.medium === 'link').map(({ value }) => value);
  const [host = '', participant = '', display = ''] = [of('host')[0], of('participant')[0], of('display')[0]];
  return { workshopId, host, participant, display, animators: of('animator') };
}
