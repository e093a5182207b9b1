import { type Random, shuffled } from '../../shared/core/random.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/core/time.ts';
import type { SharedLink } from '../../shared/protocol/http.ts';
import type { Command, SlotContent } from '../../shared/workshop/commands.ts';
import { animators, type CastMember, participants } from './cast.ts';
import { type Repertoire, speak } from './company.ts';
import { type Guest, invite } from './guest.ts';

/** The groups have been at work for that long when the demonstration opens. */
const sinceOpeningMs = 4 * MINUTE_MS;
/** How many have spoken by then, and how many are still on their way to their room. */
const saidSoFar = 24;
const supportsSoFar = 45;
const stillMissing = 3;
/** All the slots before ran over by so much together: there is a delay to look at, and to absorb. */
const overrunMs = 3 * MINUTE_MS;

export interface PreludeDeps {
  /** Of the server, from this machine. */
  readonly origin: string;
  readonly links: readonly SharedLink[];
  readonly slots: readonly SlotContent[];
  readonly random: Random;
  readonly repertoire: Repertoire;
  /** Sets the server's clock back: what came before is told as it would have happened. */
  readonly travelTo: (epochMs: number) => void;
}

export interface Company {
  readonly animators: readonly Guest[];
  readonly participants: readonly Guest[];
  /** The breakout under way. */
  readonly slotId: string;
}

export const linkFor = (links: readonly SharedLink[], role: SharedLink['role'], nth = 0): string =>
  links.filter((link) => link.role === role && link.medium === 'link')[nth]?.value ?? '';

/** Plays the workshop from its opening to the middle of its breakout, within a few seconds. */
export async function playPrelude(deps: PreludeDeps): Promise<Company> {
  const { origin, links, slots, random, repertoire, travelTo } = deps;
  const breakoutIndex = slots.findIndex((slot) => slot.kind === 'breakout');
  const before = slots.slice(0, breakoutIndex);
  const openedAt = Date.now() - sinceOpeningMs;
  let at = before.reduce((time, slot) => time - slot.durationMs - overrunMs / before.length, openedAt);

  travelTo(at - 5 * MINUTE_MS);
  const come = (person: CastMember, link: string): Promise<Guest> => invite({ origin, link, ...person });
  const host = await come({ name: 'Régie', organisation: '' }, linkFor(links, 'host'));
  const led = await Promise.all(animators.map((person, nth) => come(person, linkFor(links, 'animator', nth))));
  const crowd: Guest[] = [];
  for (const person of participants) crowd.push(await come(person, linkFor(links, 'participant')));

  const slotIdAt = (index: number): string => slotIds(host)[index] ?? '';
  const order = (command: Command): Promise<void> => obeyed(host, command);
  travelTo(at);
  await order({ kind: 'StartAgenda', plan: 'fromNow' });
  for (const [index, slot] of before.entries()) {
    at += slot.durationMs + overrunMs / before.length;
    travelTo(at);
    await order({ kind: 'NextSlot', fromSlotId: slotIdAt(index) });
  }
  const slotId = slotIdAt(breakoutIndex);
  await order({ kind: 'FormGroups', slotId });
  await order({ kind: 'OpenBreakout', slotId });
  await Promise.all(crowd.map(inGroup));

  for (const [nth, guest] of shuffled(crowd, random).slice(stillMissing).entries()) {
    travelTo(openedAt + (10 + 1.8 * nth) * SECOND_MS);
    await guest.send({ kind: 'NoteArrival', slotId, personId: guest.personId });
  }
  for (let said = 0; said < saidSoFar; said++) {
    travelTo(openedAt + MINUTE_MS + (said / saidSoFar) * 2 * MINUTE_MS);
    await speak(anyOf(crowd, random), repertoire, random, 1);
  }
  // People support what they have read.
  while (answersSeen(host, slotId) < saidSoFar) await host.changed();
  for (let supported = 0; supported < supportsSoFar; supported++) {
    travelTo(openedAt + 3 * MINUTE_MS + (supported / supportsSoFar) * 50 * SECOND_MS);
    await speak(anyOf(crowd, random), repertoire, random, 0);
  }
  // From here on whoever opens the demonstration leads it.
  host.leave();
  return { animators: led, participants: crowd, slotId };
}

const anyOf = (crowd: readonly Guest[], random: Random): Guest => crowd[Math.floor(random() * crowd.length)] as Guest;

function slotIds(guest: Guest): readonly string[] {
  return guest.view()?.agenda.slots.map((slot) => slot.id) ?? [];
}

function answersSeen(host: Guest, slotId: string): number {
  const view = host.view();
  const works = view?.kind === 'host' ? Object.values(view.breakouts[slotId]?.works ?? {}) : [];
  return works.reduce((total, work) => total + Object.keys(work.answers).length, 0);
}

/** @throws when the command is refused: the prelude is written wrongly */
async function obeyed(host: Guest, command: Command): Promise<void> {
  const ack = await host.send(command);
  if (!ack.ok) throw new Error(`${command.kind}: ${JSON.stringify(ack.problem)}`);
}

/** Settles once the guest sees their group. */
async function inGroup(guest: Guest): Promise<void> {
  while (guest.view()?.kind !== 'group') await guest.changed();
}
