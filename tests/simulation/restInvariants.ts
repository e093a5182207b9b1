import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { Ack } from '../../shared/protocol/messages.ts';
import { audienceOf } from '../../shared/views/audience.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { Surroundings } from '../../shared/views/surroundings.ts';
import type { Page } from './device.ts';
import type { LogBook } from './logBook.ts';
import { firstDifference, plain, same, Violation } from './violation.ts';

/** What a live server holds is what replaying its log up to the same version gives. */
export function checkReplay(runtime: WorkshopRuntime, book: LogBook): void {
  const live = runtime.state;
  const replayed = book.states[live?.version ?? 0];
  if (!same(live, replayed)) {
    throw new Violation('X1', `live differs from replay at ${firstDifference(plain(replayed), plain(live))}`);
  }
}

/** A page whose person belongs here shows what the server would project for them; anyone else's was sent away. */
export function checkShown(page: Page, runtime: WorkshopRuntime, around: Omit<Surroundings, 'names'>): void {
  const { personId } = page.device;
  const { status, view, me, pending } = page.connection.snapshot();
  const { state } = runtime;
  const member = state?.people[personId];
  const audience = state === undefined || member === undefined ? undefined : audienceOf(state, member);
  if (state === undefined || member === undefined || audience === undefined) {
    if (status.kind !== 'refused') throw new Violation('X16', `${personId} was removed and is still ${status.kind}`);
    return;
  }
  if (status.kind !== 'online') throw new Violation('X17', `${personId} is ${status.kind} when all is well again`);
  if (pending.length > 0) throw new Violation('X17', `${personId} still waits with ${pending[0]?.command.kind}`);
  const surroundings = { names: runtime.names, ...around };
  const wantedView = plain(projectView(state, audience, surroundings));
  if (!same(view, wantedView)) {
    throw new Violation('X4', `${personId} (${audience.kind}) shows ${firstDifference(wantedView, view)}`);
  }
  const wantedMe = plain(projectMe(state, personId, surroundings));
  if (!same(me, wantedMe)) throw new Violation('X4', `${personId} is ${firstDifference(wantedMe, me)}`);
}

export interface SentCommand {
  readonly commandId: string;
  readonly actorId: string;
  readonly page: Page;
  /** The browser refused to store it: a reload may lose it, as the person was told. */
  readonly isHeldInMemory: boolean;
}

/** Nothing that a person sent vanished: stored, refused with a reason, or still kept. */
export function checkFate(sent: SentCommand, heard: ReadonlyMap<string, Ack>): void {
  const { commandId, page } = sent;
  if (heard.get(commandId)?.ok === true) return;
  for (const { connection } of page.device.pages) {
    const { pending, failed } = connection.snapshot();
    if ([...pending, ...failed].some((kept) => kept.commandId === commandId)) return;
  }
  if (sent.isHeldInMemory && !page.isAlive) return;
  throw new Violation('X13', `${commandId} of ${sent.actorId} vanished`);
}

/** Allowed for two quartz clocks that part between two measures: ms per ms. */
const driftPerMs = 0.0002;

/** As long as the device waits for the server's word on a leap of its clocks. */
const doubtMs = 3_000;

/**
 * The server's clock as a page shows it: near the truth, and never running back. After a leap of the device's own clocks
 * it may be behind by what the device slept, until the next measure; and if none comes in time, ahead by what its wall
 * clock was put forward: that is taken back at once.
 * `truth`: what the server's clock says, or says at least and at most.
 */
export function checkClock(page: Page, truth: readonly [least: number, most: number], among: 'all' | 'best'): void {
  const { device, readings, connection } = page;
  const last = readings.at(-1);
  if (last === undefined) return;
  const shown = connection.serverNow();
  const now = page.timers.now();
  const { leapt } = device;
  if (shown < page.lastServerNow - page.aheadMs)
    throw new Violation('X15', `${device.personId}: the clock ran back by ${page.lastServerNow - shown} ms`);
  page.lastServerNow = shown;
  const doubtedMs = now - leapt.at < doubtMs ? leapt.lastPutMs : 0;
  page.aheadMs = Math.max(0, leapt.putMs - page.settled.putMs - doubtedMs);
  if (among === 'best' && page.settled !== leapt)
    throw new Violation('X15', `${device.personId}: the clock was not measured again after a leap`);
  const recent = readings.filter(({ at, sentAt }) => now - at <= 10 * 60_000 && sentAt >= leapt.at);
  const trips = (among === 'best' ? recent : readings).map(({ roundTripMs }) => roundTripMs);
  const trip = among === 'best' ? Math.min(...trips) : Math.max(...trips);
  const bound = trip / 2 + (now - (readings[0]?.at ?? now)) * driftPerMs + 2;
  const [least, most] = truth;
  const behindMs = leapt.sleptMs - page.settled.sleptMs;
  if (shown > most + bound + page.aheadMs || shown < least - bound - behindMs) {
    const wrongMs = shown < least ? shown - least : shown - most;
    throw new Violation('X15', `${device.personId}: the clock is wrong by ${wrongMs} ms, over ${bound}`);
  }
}
