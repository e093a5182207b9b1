import { type DurationMs, MINUTE_MS } from '../core/time.ts';
import { type AgendaClock, forecast, heldStarts, type TimedSlot } from './forecast.ts';
import { isMealTitle } from './mealTitle.ts';
import { currentSlotId } from './timer.ts';

interface Cut {
  readonly slotId: string;
  /** What it would last as things stand, and what it would last instead: whole minutes apart. */
  readonly fromMs: DurationMs;
  readonly allottedMs: DurationMs;
}

export interface CutProposal {
  /** In the order of the agenda; what `AbsorbDelay` takes, with `fromMs` for the screen. */
  readonly cuts: readonly Cut[];
  /** By how much the end comes forward. */
  readonly gainMs: DurationMs;
  /** Delay of the end that would remain. */
  readonly unabsorbedMs: DurationMs;
}

/** A slot with its title, by which a meal is known. */
export interface CuttableSlot extends TimedSlot {
  readonly title: string;
}

/** A break this long feeds people, whatever it is called. */
const mealMs = 40 * MINUTE_MS;

/** What each kind keeps at least, and in which order slots are asked: work in groups is asked last. */
interface Thrift {
  readonly tier: 0 | 1 | 2;
  readonly keptMs: DurationMs;
}

function thriftOf(slot: CuttableSlot): Thrift {
  switch (slot.kind) {
    case 'talk':
    case 'qa':
    case 'poll':
      return { tier: 0, keptMs: Math.max(slot.durationMs * 0.5, 3 * MINUTE_MS) };
    case 'break': {
      const isMeal = slot.durationMs >= mealMs || isMealTitle(slot.title);
      return { tier: 1, keptMs: isMeal ? Number.POSITIVE_INFINITY : 5 * MINUTE_MS };
    }
    case 'breakout':
    case 'restitution':
    case 'openForum':
      return { tier: 2, keptMs: Math.max(slot.durationMs * 0.75, 3 * MINUTE_MS) };
  }
}

/** A remaining slot, in whole minutes: what it may give, what it gives. */
interface Giver {
  readonly slot: CuttableSlot;
  readonly tier: Thrift['tier'];
  readonly mayGive: number;
  given: number;
  /** What all slots up to this one may give together: more would make the next held start wait, for nothing. */
  readonly roomAfter: number;
}

function giversOf(clock: AgendaClock<CuttableSlot>): Giver[] {
  const held = heldStarts(clock);
  const starts = new Map(forecast(clock).slots.map((slot) => [slot.slotId, slot.startAt]));
  const currentId = currentSlotId(clock.run);
  return clock.slots.flatMap((slot, index) => {
    if (!starts.has(slot.id) || slot.id === currentId) return [];
    const { tier, keptMs } = thriftOf(slot);
    const next = clock.slots[index + 1];
    const heldAt = held[index + 1];
    const nextStartAt = next === undefined ? undefined : starts.get(next.id);
    const roomMs = heldAt === undefined || nextStartAt === undefined ? Number.POSITIVE_INFINITY : nextStartAt - heldAt;
    return {
      slot,
      tier,
      mayGive: Math.max(0, Math.floor((slot.allottedMs - keptMs) / MINUTE_MS)),
      given: 0,
      roomAfter: Math.floor(roomMs / MINUTE_MS),
    };
  });
}

/** Who gives the next minute: of the first tier that still can, the one that gave the smallest share of what it may. */
function nextGiver(givers: readonly Giver[]): Giver | undefined {
  // A minute given by a slot counts against the room of every held start after it.
  const free: boolean[] = [];
  let total = givers.reduce((sum, giver) => sum + giver.given, 0);
  let open = true;
  for (let index = givers.length - 1; index >= 0; index--) {
    const giver = givers[index] as Giver;
    open &&= total < giver.roomAfter;
    free[index] = open;
    total -= giver.given;
  }
  let best: Giver | undefined;
  givers.forEach((giver, index) => {
    if (free[index] !== true || giver.given >= giver.mayGive) return;
    if (best === undefined || giver.tier < best.tier) best = giver;
    else if (giver.tier === best.tier && (giver.given + 1) / giver.mayGive < (best.given + 1) / best.mayGive)
      best = giver;
  });
  return best;
}

/**
 * Which remaining slots to shorten, and by how much, to end on time again: talks, questions and polls first, each in
 * proportion to what it may give (half of what was planned), then breaks (down to 5 minutes; meals never), then work
 * in groups (a quarter). The current slot is left to the host. Never a cut that would not bring the end forward.
 */
export function proposeCuts(clock: AgendaClock<CuttableSlot>): CutProposal {
  const { delayMs = 0 } = forecast(clock);
  const wanted = Math.max(0, Math.floor(delayMs / MINUTE_MS));
  const givers = wanted === 0 ? [] : giversOf(clock);
  let gained = 0;
  for (; gained < wanted; gained++) {
    const giver = nextGiver(givers);
    if (giver === undefined) break;
    giver.given++;
  }
  return {
    cuts: givers
      .filter((giver) => giver.given > 0)
      .map(({ slot, given }) => ({
        slotId: slot.id,
        fromMs: slot.allottedMs,
        allottedMs: slot.allottedMs - given * MINUTE_MS,
      })),
    gainMs: gained * MINUTE_MS,
    unabsorbedMs: Math.max(0, delayMs - gained * MINUTE_MS),
  };
}
