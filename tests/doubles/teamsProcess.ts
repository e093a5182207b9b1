import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimMs } from '../../bot/workshop/outbox.ts';
import { type FakeEntra, startEntra, teamsEnvironment, tenantId } from './fakeEntra.ts';
import { type FakeMicrosoft, startMicrosoft } from './fakeMicrosoft.ts';
import { FakeTeams } from './fakeTeams.ts';
import { readLog } from './readLog.ts';
import { freePort, type ServerProcess, startServer } from './serverProcess.ts';
import { activityIn, type TeamsAccount, tellBot } from './teamsActivities.ts';
import { Weather } from './weather.ts';

export const meetingChat = '19:meeting_scene@thread.v2';
export const meetingId = 'MCMxOTptZWV0aW5nX3NjZW5l';
export const groupChat = (number: number): string => `19:salle-${number}@thread.v2`;

/** The real server as a process, configured for Teams, with a Teams and a Microsoft of this machine around it. */
export class TeamsProcess {
  readonly teams = new FakeTeams();
  readonly weather = new Weather(this.teams);
  readonly dataDir = mkdtempSync(join(tmpdir(), 'aparte-teams-'));
  serviceUrl = '';
  entra!: FakeEntra;
  microsoft!: FakeMicrosoft;
  server!: ServerProcess;
  /** What each of the processes wrote. */
  readonly #outputs: (() => string)[] = [];
  #port = 0;
  #proof = '';
  #revival: { readonly promise: Promise<void>; resolve(): void } | undefined;
  #activities = 0;

  async open(): Promise<this> {
    this.serviceUrl = await this.teams.start();
    this.entra = await startEntra();
    this.microsoft = await startMicrosoft(this.entra);
    this.#proof = await this.microsoft.proofFor(this.serviceUrl);
    this.#port = await freePort();
    await this.#start();
    return this;
  }

  /** Another process on the same folder and the same port. Rejects, with what it wrote, when it does not start. */
  another(port = this.#port): Promise<ServerProcess> {
    return startServer({
      dataDir: this.dataDir,
      port,
      environment: {
        ...teamsEnvironment,
        ...this.microsoft.environment,
        RATE_LIMIT_SCALE: '100',
      },
    });
  }

  async #start(): Promise<void> {
    this.server = await this.another();
    this.#outputs.push(this.server.output);
  }

  /** SIGKILL, in this very instant. */
  kill(): Promise<void> {
    this.#revival ??= Promise.withResolvers<void>();
    return this.server.kill();
  }

  /** Starts it again. */
  async revive(): Promise<void> {
    await this.#start();
    this.#revival?.resolve();
    this.#revival = undefined;
  }

  /** Settles once the server is there again; at once while it was not killed. */
  whenAlive(): Promise<void> {
    return this.#revival?.promise ?? Promise.resolve();
  }

  /**
   * Does something in a chat, as Teams tells the bot of it.
   * @throws when the server dies meanwhile: Teams tells nothing twice by itself
   */
  tell(from: TeamsAccount, chat: string, more: object): Promise<{ readonly status: number; readonly body: unknown }> {
    const activityId = `doing-${++this.#activities}`;
    const scene = {
      serviceUrl: this.serviceUrl,
      tenantId,
      chat,
      meetingId: chat === meetingChat ? meetingId : undefined,
    };
    return tellBot(this.server.origin, activityIn(scene, from, activityId, more), { authorization: this.#proof });
  }

  /** Somebody adds the bot to a chat: Teams tells it in two ways at once. */
  async botComes(by: TeamsAccount, chat: string): Promise<void> {
    const membersAdded = [{ id: '28:', name: 'Aparté' }];
    await Promise.all([
      this.tell(by, chat, { type: 'installationUpdate', action: 'add' }),
      this.tell(by, chat, { type: 'conversationUpdate', membersAdded }),
    ]);
  }

  /**
   * Conversations, and accounts as "user:29:…", for which something waits or is in the server's hand: what Teams has taken
   * and the server has not recorded yet counts as well.
   */
  async unsettled(workshopId: string): Promise<readonly string[]> {
    const { due } = await readLog(this.dataDir, workshopId, Date.now() + 2 * claimMs);
    return due.map(({ lane }) => lane).toSorted();
  }

  /** Everything that the processes wrote, from the first to the last. */
  output(): string {
    return this.#outputs.map((output) => output()).join('\n');
  }

  async close(): Promise<void> {
    await this.server?.stop();
    await this.microsoft?.close();
    await this.entra?.close();
    await this.teams.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
