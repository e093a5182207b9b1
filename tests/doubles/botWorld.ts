import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createLimits } from '../../bot/realtime/limits.ts';
import { createSecrets } from '../../bot/secrets.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../bot/store/openEmbeddedStore.ts';
import type { OutboxStore } from '../../bot/store/outboxStore.ts';
import { type Bot, createBot } from '../../bot/teams/bot.ts';
import { WorkshopRegistry } from '../../bot/workshop/registry.ts';
import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { Command, SlotContent } from '../../shared/workshop/commands.ts';
import type { Role, WorkshopState } from '../../shared/workshop/state.ts';
import { FakeTeams } from './fakeTeams.ts';
import { activityIn, type CardPress, pressing, saying, tellBot } from './teamsActivities.ts';
import { T0, usualSlots } from './workshopScenario.ts';

export const tenant = '11111111-1111-1111-1111-111111111111';
export const meetingChat = '19:meeting_atelier@thread.v2';
export const meetingId = 'MCMxOTptZWV0aW5n';
export const groupChat = (number: number): string => `19:groupe-${number}@thread.v2`;
export const workshopId = 'atelier-0001';
export const secretKey = Buffer.alloc(32, 7);

/** Somebody with a Teams account. */
export const teamsUser = (name: string) => ({ id: `29:${name}`, name, aadObjectId: `oid-${name}` });

/** One node: its own bot, registry and address, over the store and the Teams that it shares with the others. */
export interface Node {
  readonly bot: Bot;
  readonly runtime: WorkshopRuntime;
  readonly faults: unknown[];
  /** Posts an activity as Teams does. */
  tell(activity: object, headers?: Readonly<Record<string, string>>): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
  /** Leaves everything as it is, as a killed process does. */
  kill(): Promise<void>;
}

/** A workshop linked to a meeting, a bot in it, and a Teams of its own; time is the test's. */
export class BotWorld {
  now = T0;
  readonly teams = new FakeTeams();
  readonly #timers = new Set<{ at: number; action: () => void; node: object }>();
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'aparte-bot-'));
  readonly #nodes: Node[] = [];
  /** Messages that each node is sending. */
  readonly #inHand = new Set<Set<string>>();
  serviceUrl = '';
  #store: EmbeddedStore | undefined;

  get store(): EmbeddedStore {
    if (this.#store === undefined) throw new Error('the world is not open');
    return this.#store;
  }

  get node(): Node {
    const node = this.#nodes.at(-1);
    if (node === undefined) throw new Error('no node runs');
    return node;
  }

  get state(): WorkshopState {
    if (this.node.runtime.state === undefined) throw new Error('no workshop');
    return this.node.runtime.state;
  }

  async open({
    slots = usualSlots,
    groups = 3,
  }: {
    slots?: readonly SlotContent[];
    groups?: number;
  } = {}): Promise<this> {
    this.serviceUrl = await this.teams.start();
    this.#store = await openEmbeddedStore(join(this.#dataDir, 'aparte.sqlite'));
    const node = await this.startNode();
    const ack = await node.runtime.submit({
      commandId: 'found-0001',
      actorId: 'set-up',
      command: {
        kind: 'CreateWorkshop',
        title: 'Atelier 2',
        language: 'fr',
        timeZone: 'Europe/Paris',
        slots: [...slots],
        groups: Array.from({ length: groups }, (_, index) => ({
          name: `Groupe ${index + 1}`,
          animatorName: `Animation ${index + 1}`,
          roomUrl: `https://salles.example.org/${index + 1}`,
        })),
        keyIdeasPerGroup: 2,
      },
    });
    if (!ack.ok) throw new Error('the workshop was not founded');
    return this;
  }

  async startNode(overrides: Partial<Parameters<typeof createBot>[0]> = {}): Promise<Node> {
    const faults: unknown[] = [];
    const secrets = createSecrets(secretKey);
    const reportFault = (fault: unknown): string => {
      faults.push(fault);
      return `fault-${faults.length}`;
    };
    let seeds = 0;
    const registry = new WorkshopRegistry({
      store: this.store,
      now: () => this.now,
      drawSeed: () => 7,
      drawNonce: () => `nonce-${this.#nodes.length}-${++seeds}`,
      linkRow: (id, link) => ({ linkId: link.id, tokenHash: `token ${id} ${link.id} ${link.nonce}` }),
      reportFault,
    });
    const mark = {};
    const inHand = new Set<string>();
    this.#inHand.add(inHand);
    const bot = createBot({
      store: this.store,
      directory: this.store.directory,
      chats: this.store.chats,
      outbox: this.#counted(this.store.outbox, inHand),
      registry,
      secrets,
      tenants: [tenant],
      limits: createLimits(100),
      waysInto: () => ({ url: 'https://ateliers.example.org/p#jeton', code: 'ABCD-EFGH' }),
      now: () => this.now,
      setTimeout: (action, delayMs) => this.#timers.add({ at: this.now + delayMs, action, node: mark }),
      reportFault,
      ...overrides,
    });
    const web = express();
    web.post('/api/messages', express.json({ limit: '1mb' }), (request, response) => bot.knock(request, response));
    const http: Server = createServer(web);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const close = async (): Promise<void> => {
      for (const timer of this.#timers) if (timer.node === mark) this.#timers.delete(timer);
      this.#inHand.delete(inHand);
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      this.#nodes.splice(this.#nodes.indexOf(node), 1);
    };
    const node: Node = {
      bot,
      runtime: await registry.open(workshopId),
      faults,
      tell: (activity, headers) => tellBot(`http://127.0.0.1:${address.port}`, activity, headers),
      async stop() {
        await bot.stop();
        await close();
      },
      kill: close,
    };
    await bot.start();
    this.#nodes.push(node);
    return node;
  }

  async close(): Promise<void> {
    for (const node of [...this.#nodes]) await node.stop();
    await this.teams.stop();
    await this.store.close();
    rmSync(this.#dataDir, { recursive: true });
  }

  /** Lets what is under way go on, and time pass with it, until it is so. Fails when it never is. */
  async until(isSo: () => boolean | Promise<boolean>, what = 'it', stepMs = 100): Promise<void> {
    for (let step = 0; step < 3_000; step++) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
      this.pass(stepMs);
    }
    throw new Error(
      `${what} never came about: ${JSON.stringify(this.teams.posted.map(({ conversationId, activity }) => [conversationId, activity.summary ?? activity.text]))}`,
    );
  }

  #counted(outbox: OutboxStore, inHand: Set<string>): OutboxStore {
    return new Proxy(outbox, {
      get:
        (target, name: keyof OutboxStore) =>
        async (id: string, ...more: unknown[]) => {
          const method = target[name] as (...parameters: unknown[]) => Promise<unknown>;
          const result = await method.call(target, id, ...more);
          if (name === 'claim' && result === true) inHand.add(id);
          if (name === 'settle' || name === 'postpone') inHand.delete(id);
          return result;
        },
    });
  }

  /** Nothing waits that could leave now, whatever time passes. */
  async quiet(): Promise<void> {
    let calm = 0;
    await this.until(
      async () => {
        const due = await this.store.outbox.due(this.now, 10);
        const isIdle = due.length === 0 && [...this.#inHand].every((ids) => ids.size === 0);
        calm = isIdle ? calm + 1 : 0;
        return calm > 10;
      },
      'quiet',
      20,
    );
  }

  pass(ms: number): void {
    this.now += ms;
    for (const timer of [...this.#timers]) {
      if (timer.at > this.now) continue;
      this.#timers.delete(timer);
      timer.action();
    }
  }

  /** Joins somebody by a link, without Teams. */
  async joined(personId: string, role: Role, groupNumber?: number): Promise<string> {
    const link = Object.values(this.state.links).find(
      (each) =>
        each.role === role &&
        each.medium === 'link' &&
        (groupNumber === undefined || each.groupId === this.groupId(groupNumber)),
    );
    const ack = await this.node.runtime.submit({
      commandId: personId,
      actorId: personId,
      command: { kind: 'Join', linkId: link?.id ?? '', name: `Nom ${personId}`, organisation: '', attributes: {} },
      tokenHash: `identity of ${personId}`,
    });
    if (!ack.ok) throw new Error(`${personId} was refused`);
    return personId;
  }

  /** Somebody who joined is an account of Teams from now on. */
  async isInTeams(personId: string, name: string): Promise<void> {
    const secrets = createSecrets(secretKey);
    const { id, aadObjectId } = teamsUser(name);
    await this.store.directory.bindSubject({
      subjectHash: secrets.subjectHash(tenant, aadObjectId.toLowerCase()),
      workshopId,
      personId,
    });
    await this.store.chats.meet(workshopId, { personId, userId: id, name });
  }

  #commands = 0;
  async given(actorId: string, command: Command): Promise<void> {
    this.#commands += 1;
    const commandId = `command-${String(this.#commands).padStart(4, '0')}`;
    const ack = await this.node.runtime.submit({ commandId, actorId, command });
    if (!ack.ok) throw new Error(`${command.kind}: ${JSON.stringify(ack.problem)}`);
  }

  groupId = (number: number): string => this.state.groups[number - 1]?.id ?? '';

  activity(
    overrides: object = {},
    { chat = meetingChat, user = 'Zoé' }: { chat?: string; user?: string } = {},
  ): object {
    const scene = {
      serviceUrl: this.serviceUrl,
      tenantId: tenant,
      chat,
      meetingId: chat === meetingChat ? meetingId : undefined,
    };
    const id = `m-${Math.round(this.now)}-${this.teams.calls.length}-${this.#commands++}`;
    return activityIn(scene, teamsUser(user), id, overrides);
  }

  said(text: string, where: { chat?: string; user?: string } = {}): Promise<{ status: number; body: unknown }> {
    return this.node.tell(this.activity(saying(text), where));
  }

  /** Presses a button of a card, with what was typed into it. */
  pressed(press: CardPress, where: { chat?: string; user?: string } = {}): Promise<{ status: number; body: unknown }> {
    return this.node.tell(this.activity(pressing(press), where));
  }

  async installed(chat: string = meetingChat): Promise<void> {
    await this.node.tell(this.activity({ type: 'installationUpdate', action: 'add' }, { chat }));
  }

  /** The meeting's chat, and a chat for each group, are the workshop's; the bot is in all of them. */
  async linkedEverywhere(groups = 3): Promise<void> {
    const link = { workshopId, reference: {}, linkedAt: this.now };
    await this.store.directory.linkConversation({ ...link, conversationId: meetingChat, kind: 'meeting' });
    for (let number = 1; number <= groups; number++) {
      await this.store.directory.linkConversation({
        ...link,
        conversationId: groupChat(number),
        kind: 'group',
        groupId: this.groupId(number),
      });
    }
    await this.installed();
    for (let number = 1; number <= groups; number++) await this.installed(groupChat(number));
    await this.quiet();
  }
}
