import type { ServerMessageKind } from '../../bot/realtime/channel.ts';
import type { AppendRequest } from '../../bot/store/eventStore.ts';
import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import { seededRandom } from '../../shared/core/random.ts';
import type { JoinReply } from '../../shared/protocol/http.ts';
import type { Ack, PatchMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { Link as InvitationLink, Role } from '../../shared/workshop/state.ts';
import { type AppendFate, MemoryDisk } from '../doubles/memoryStore.ts';
import type { Coverage } from './coverage.ts';
import { Device, type DeviceDeps, Page } from './device.ts';
import { LogBook } from './logBook.ts';
import { countFacts, groupsHoldEverybody, logInvariants, nextMovesOnce, storedAsDecided } from './logInvariants.ts';
import { quietLine } from './network.ts';
import { checkClock, type SentCommand } from './restInvariants.ts';
import type { OperationName, Setting } from './script.ts';
import { ServerNode, type WorldSecrets } from './serverNode.ts';
import { programmeOf, workshopId } from './stageSet.ts';
import { Violation } from './violation.ts';
import { VirtualTime } from './virtualTime.ts';
import { checkSent } from './wireInvariants.ts';

export interface KnownCommand extends SentCommand {
  readonly command: Command;
  readonly operation: OperationName;
}

/** Between being asked and answering. */
const thinkingMs = 1_500;

/** How far ahead the clock of the other server is. */
export const otherSkewMs = 1_500;

/** A workshop's afternoon: one disk, a server, perhaps another, devices and their networks, all on one virtual clock. */
export class World {
  readonly time = new VirtualTime(Date.UTC(2026, 6, 7, 12));
  readonly disk = new MemoryDisk();
  readonly coverage: Coverage;
  readonly setting: Setting;
  readonly devices: Device[] = [];
  readonly sent = new Map<string, KnownCommand>();
  /** The last word that a page has heard about each command. */
  readonly heard = new Map<string, Ack>();
  readonly book: LogBook;
  /** What the next appends meet with. */
  readonly fates: (AppendFate | 'killAfterWriting' | { readonly slowMs: number })[] = [];
  readonly busy = new Map<string, number>();
  node: ServerNode | undefined;
  other: ServerNode | undefined;
  #violation: unknown;
  #numbers = 0;
  readonly #random = seededRandom(7);
  readonly #owners = new Map<string, string>();
  readonly #hashes = new Map<string, string>();
  readonly #links = new Map<string, InvitationLink>();

  constructor(setting: Setting, coverage: Coverage) {
    this.setting = setting;
    this.coverage = coverage;
    const stored = storedAsDecided(this.sent, (commandId) => this.#noteStored(commandId));
    this.book = new LogBook(this.disk, workshopId, [
      ...logInvariants,
      stored,
      nextMovesOnce(this.sent),
      groupsHoldEverybody(this.sent),
      countFacts(coverage),
    ]);
    this.time.afterEach = () => this.guard(() => this.book.readOn());
  }

  /** The first broken promise is the one that is told. */
  guard(check: () => void): void {
    try {
      check();
    } catch (violation) {
      this.#violation ??= violation;
    }
  }
  throwIfBroken(): void {
    if (this.#violation !== undefined) throw this.#violation;
  }
  get isBroken(): boolean {
    return this.#violation !== undefined;
  }

  number(): number {
    this.#numbers += 1;
    return this.#numbers;
  }
  readonly newId = (): string => `command-${String(this.number()).padStart(6, '0')}`;
  readonly words = (of: string): string => `${of}#${this.number()}; il faut y penser`;

  readonly #secrets: WorldSecrets = {
    hashToken: (token) => {
      const hash = this.#hashes.get(token) ?? `hash#${this.#hashes.size + 1};`;
      this.#hashes.set(token, hash);
      return hash;
    },
    linkToken: ({ id, nonce }) => `token of ${id} ${nonce}`,
    drawNonce: () => `nonce#${this.number()};`,
    drawSeed: () => Math.floor(this.#random() * 2 ** 32),
  };

  newNode(skewMs = 0): ServerNode {
    return new ServerNode({
      time: this.time,
      disk: this.disk,
      skewMs,
      secrets: this.#secrets,
      beforeAppend: (request, node) => this.#fateOf(request, node),
      busyMs: (personId) => {
        const retryMs = this.busy.get(personId);
        this.busy.delete(personId);
        if (retryMs !== undefined) this.coverage.count('busy');
        return retryMs;
      },
      onFault: (fault) => {
        // Only what the script makes fail may fail.
        const isInjected = fault instanceof Error && fault.message.startsWith('injected: ');
        if (!isInjected)
          this.guard(() => {
            throw fault;
          });
      },
    });
  }

  async #fateOf(_request: AppendRequest, node: ServerNode): Promise<AppendFate> {
    const fate = node === this.node ? this.fates.shift() : undefined;
    if (typeof fate === 'object') {
      this.coverage.count('slowAppend');
      await new Promise<void>((resolve) => {
        this.time.after(fate.slowMs, () => {
          // A process that was killed meanwhile writes no more.
          if (!node.isAlive) return;
          this.time.wakes();
          resolve();
        });
      });
      return 'proceed';
    }
    if (fate === 'killAfterWriting') {
      this.coverage.count('killAfterWriting');
      this.killNode(2_000, true);
      return 'fail_after_writing';
    }
    if (fate === 'conflict') this.coverage.count('conflict');
    if (fate === 'fail') this.coverage.count('failBeforeWriting');
    if (fate === 'fail_after_writing') this.coverage.count('failAfterWriting');
    return fate ?? 'proceed';
  }

  /** kill -9, and a new process on the same disk `downMs` later. */
  killNode(downMs: number, isNoticed: boolean): void {
    const { node } = this;
    if (node === undefined) return;
    node.kill();
    this.node = undefined;
    for (const page of this.pages()) page.link?.orphan(isNoticed);
    this.time.after(downMs, () => {
      this.node = this.newNode();
    });
  }

  async runtimeOf(node: ServerNode): Promise<WorkshopRuntime> {
    return node.registry.open(workshopId);
  }

  readonly #deviceDeps = (): DeviceDeps => ({
    time: this.time,
    coverage: this.coverage,
    node: () => this.node,
    random: () => this.#random(),
    randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(this.#random() * 256)),
    newCommandId: () => this.newId(),
    onSend: ({ identity, kind, message, json }) => {
      const personId = this.#owners.get(identity) ?? 'nobody';
      this.guard(() => {
        this.book.readOn();
        checkSent({ personId, kind, message, json }, this.book, (commandId) => this.sent.get(commandId)?.command);
      });
    },
    onDelivered: (page, kind, message) => this.#delivered(page, kind, message),
  });

  #delivered(page: Page, kind: ServerMessageKind, message: readonly unknown[]): void {
    if (kind === 'ack') {
      const [commandId, ack] = message as [string, Ack];
      const isFinal = ack.ok || ack.problem.kind === 'rejected' || ack.problem.kind === 'denied';
      if (isFinal && this.heard.get(commandId)?.ok !== true) this.heard.set(commandId, ack);
      if (!ack.ok && ack.problem.kind === 'rejected') {
        this.coverage.count('staleRefused');
        const known = this.sent.get(commandId)?.command.kind;
        const isClock = known === 'NextSlot' || known === 'ExtendSlot';
        if (isClock && ['slot_not_current', 'clock_changed'].includes(ack.problem.code)) {
          this.coverage.count('secondHostTooLate');
        }
      }
    }
    if (kind === 'view') {
      // But for a leap since it greeted, of which nobody knows yet what it was: until it does, nothing happens by itself.
      const isSure = page.settled === page.device.leapt;
      this.guard(() => {
        if (!isSure || page.connection.knowsServerTime()) return;
        throw new Violation('X15', `${page.device.personId} sees before it knows the time`);
      });
      const { version } = message[0] as ViewMessage;
      if (page.shownVersion !== undefined && version > page.shownVersion) this.coverage.count('missedPatches');
      page.shownVersion = version;
    }
    if (kind === 'patch') page.shownVersion = (message[0] as PatchMessage).version;
    if (kind === 'refused') {
      this.guard(() => {
        const member = this.book.state?.people[page.device.personId];
        if (member !== undefined && !member.removed)
          throw new Violation('X18', `${member.id} was refused ${message[0]}`);
      });
      this.coverage.count('expelled');
    }
    // What another server has stored is ahead by its skew, and a server's clock never stands behind its log.
    const { now } = this.time;
    const aheadMs = this.other === undefined ? 0 : otherSkewMs;
    this.guard(() => checkClock(page, [now, now + aheadMs], 'all'));
  }

  #noteStored(commandId: string): void {
    const known = this.sent.get(commandId);
    if (known !== undefined) this.coverage.count(known.operation);
  }

  /** Founds the workshop and sets up the cast; they join through the network, as anyone does. */
  async found(): Promise<void> {
    this.node = this.newNode();
    const { setting } = this;
    this.time.wakes();
    const command = programmeOf(setting);
    void this.runtimeOf(this.node).then((runtime) =>
      runtime.submit({ commandId: workshopId, actorId: 'set-up', command }),
    );
    await this.time.runUntil(this.time.now + 1_000);
    for (let index = 0; index < setting.hosts; index++) this.newDevice('host');
    for (let index = 1; index <= setting.groups; index++) this.newDevice('animator', `group-000${index}`);
    for (let index = 0; index < setting.participants; index++) this.newDevice('participant');
    this.newDevice('display');
    for (const device of this.devices) this.time.after(this.devices.indexOf(device) * 20, () => this.join(device));
  }

  /** Somebody new with the link of a role, as it is good now. */
  newDevice(role: Role, groupId?: string, name?: string): Device | undefined {
    const { state } = this.book;
    for (const link of Object.values(state?.links ?? {})) this.#links.set(link.id, link);
    const links = Object.values(state?.links ?? {}).filter((link) => link.role === role && link.groupId === groupId);
    const link = links.find(({ revoked }) => !revoked) ?? links[0];
    if (link === undefined) return undefined;
    const { setting, devices } = this;
    const dealt = (values: readonly number[]): number => values[devices.length % values.length] ?? 0;
    const skewMs = dealt(setting.skewsMs);
    const driftPpm = dealt(setting.driftsPpm);
    if (skewMs !== 0) this.coverage.count('skewedClock');
    if (driftPpm !== 0) this.coverage.count('driftingClock');
    const device = new Device(this.#deviceDeps(), {
      name: name ?? `Personne ${devices.length}`,
      invitation: { workshopId, linkId: `${link.id}.${devices.length}`, title: '', language: 'fr', role },
      linkId: link.id,
      link: this.#secrets.linkToken(link),
      skewMs,
      driftPpm,
      line: quietLine(dealt(setting.latenciesMs)),
      pageCount: devices.length < setting.doubled ? 2 : 1,
    });
    this.#owners.set(device.known.identity, device.personId);
    devices.push(device);
    return device;
  }

  /** Knocks with what the device has kept; again and again until the server answers, as a patient person does. */
  join(device: Device, loseReply = false): void {
    const { joinId, identity, name, organisation } = device.known;
    const { latencyMs } = device.line;
    const again = () => this.time.after(2_000, () => this.join(device));
    this.time.after(latencyMs, () => {
      const { node } = this;
      if (node === undefined || this.time.now < device.line.offlineUntil) {
        if (!device.isJoined) again();
        return;
      }
      const { claim, traits } = device;
      const request = {
        ...{ link: traits.link, joinId, identity, name, organisation },
        ...(claim === undefined ? {} : { claim }),
      };
      const settled = node.join(request).catch(() => 'failed' as const);
      void settled.then((reply) => {
        this.time.wakes();
        this.time.after(latencyMs, () => {
          if (device.isJoined || device.isTurnedAway) return;
          if (loseReply) this.coverage.count('dropJoinReply');
          if (reply === 'refused') this.#turnAway(device);
          else if (this.#answers(device, reply)) this.time.after(thinkingMs, () => this.join(device, loseReply));
          else if (reply === 'failed' || loseReply || !node.isAlive) again();
          else device.enter();
        });
      });
    });
  }

  /** Says who they are, when they are asked; somebody else when that one has come. */
  #answers(device: Device, reply: JoinReply | 'taken' | 'failed'): boolean {
    if (reply === 'taken') {
      this.coverage.count('placeTaken');
      device.claim = { kind: 'someoneElse' };
      return true;
    }
    if (reply === 'failed' || reply.kind !== 'choose') return false;
    this.coverage.count('askedWhoTheyAre');
    // Most of them find themselves.
    const candidate = this.number() % 4 === 0 ? undefined : reply.candidates[0];
    device.claim =
      candidate === undefined ? { kind: 'someoneElse' } : { kind: 'expected', expectedId: candidate.expectedId };
    return true;
  }

  #turnAway(device: Device): void {
    device.isTurnedAway = true;
    const { linkId } = device.traits;
    this.guard(() => {
      if (this.book.state?.links[linkId]?.revoked !== false) return;
      throw new Violation('X18', `${device.personId} was turned away at ${linkId}, which is good`);
    });
  }

  pages(): readonly Page[] {
    return this.devices.flatMap((device) => device.pages);
  }

  /** A page closes without a word and another one opens on what the device has kept. */
  reload(page: Page): void {
    const { device } = page;
    const before = page.connection.snapshot();
    page.vanish();
    const fresh = new Page(device);
    device.pages = device.pages.map((other) => (other === page ? fresh : other));
    const after = fresh.connection.snapshot();
    const kept = new Map([...after.pending, ...after.failed].map((command) => [command.commandId, command.command]));
    for (const { commandId, command } of [...before.pending, ...before.failed]) {
      const sent = this.sent.get(commandId);
      const isKnownStored = this.heard.get(commandId)?.ok === true;
      if (kept.has(commandId)) this.coverage.count('outboxSurvived');
      if (isKnownStored || sent?.isHeldInMemory) continue;
      this.guard(() => {
        if (JSON.stringify(kept.get(commandId)) !== JSON.stringify(command)) {
          throw new Violation('X13', `${commandId} (${command.kind}) did not survive the reload`);
        }
      });
    }
  }
}
