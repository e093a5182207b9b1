import type { WorkshopRuntime } from '../../bot/workshop/runtime.ts';
import type { Ack } from '../../shared/protocol/messages.ts';
import { audienceOf } from '../../shared/views/audience.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
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
export function checkShown(page: Page, runtime: WorkshopRuntime, connected: ReadonlySet<string>): void {
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
  const surroundings = { names: runtime.names, connected };
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

/** The server's clock as a page shows it: near the truth, and never running back. */
export function checkClock(page: Page, truth: number, among: 'all' | 'best'): void {
  const { device, readings, connection } = page;
  const last = readings.at(-1);
  if (last === undefined) return;
  const shown = connection.serverNow();
  if (shown < page.lastServerNow)
    throw new Violation('X15', `${device.personId}: the clock ran back by ${page.lastServerNow - shown} ms`);
  page.lastServerNow = shown;
  const now = page.timers.now();
  const recent = readings.filter(({ at }) => now - at <= 10 * 60_000);
  const trips = (among === 'best' ? recent : readings).map(({ roundTripMs }) => roundTripMs);
  const trip = among === 'best' ? Math.min(...trips) : Math.max(...trips);
  const bound = trip / 2 + (now - (readings[0]?.at ?? now)) * driftPerMs + 2;
  if (Math.abs(shown - truth) > bound) {
    throw new Violation('X15', `${device.personId}: the clock is wrong by ${shown - truth} ms, over ${bound}`);
  }
}
