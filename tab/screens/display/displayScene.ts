import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { EpochMs } from '../../../shared/core/time.ts';
import type { AnnouncementView, DisplayView, SlotView, StageView } from '../../../shared/views/views.ts';
import { announcementNow } from '../../parts/announcementNow.ts';
import type { WallCard, WallIdea } from '../../parts/wallCards.ts';

type Breakout = NonNullable<DisplayView['breakout']>;

/** What the room looks at. */
export type DisplayScene =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'slot'; readonly slot: SlotView }
  | { readonly kind: 'breakout'; readonly slot: SlotView; readonly breakout: Breakout }
  | { readonly kind: 'stage'; readonly stage: StageView }
  | { readonly kind: 'ended' };

export function displayScene(view: DisplayView): DisplayScene {
  const { run, slots } = view.agenda;
  if (run.kind === 'ended') return { kind: 'ended' };
  if (view.stage?.onAir) return { kind: 'stage', stage: view.stage };
  const slot = slots.find((each) => each.id === currentSlotId(run));
  if (slot === undefined) return { kind: 'waiting' };
  if (view.breakout?.slotId === slot.id) return { kind: 'breakout', slot, breakout: view.breakout };
  return { kind: 'slot', slot };
}

/** How long an announcement stays on the wall: people look up now and then. */
const announcementMs = 3 * 60_000;

export function announcementOnWall(view: DisplayView, now: EpochMs): AnnouncementView | undefined {
  const announcement = announcementNow({ ...view, phase: view.breakout?.phase }, now);
  return announcement !== undefined && now - announcement.at < announcementMs ? announcement : undefined;
}

/** What stands on the wall in one frame: a card, or a part of one that is too long for any frame. */
export interface WallFrame {
  readonly card: WallCard;
  readonly ideas: readonly WallIdea[];
  /** It goes on from the frame before. */
  readonly goesOn: boolean;
}

/** Of one page: columns, and the frames in it. */
export interface WallPage {
  readonly columns: number;
  readonly frames: readonly WallFrame[];
}

/** How much text a card holds in letters that the back row reads: a half of the height, a column, a half, the whole. */
const cardChars = { sixth: 260, quarter: 430, third: 560, half: 950 } as const;
/** A line that names the group of an idea, or its lens, takes the room of so many characters. */
const lineChars = 40;
/** With a workshop's title it may be two lines. */
const titleChars = 60;

const isNamed = ({ kind }: WallCard): boolean => kind !== 'group';

function charsOf(card: WallCard, { idea, workshop }: WallIdea): number {
  const names = isNamed(card) ? lineChars : 0;
  const title = card.kind !== 'workshop' && workshop !== undefined ? titleChars : 0;
  const lens = card.kind !== 'lens' && idea.lens !== undefined ? lineChars : 0;
  return idea.text.length + names + title + lens;
}

/** A group stands whole; sets of ideas that may be long are cut between two of them, so that they stay readable. */
function framesOf(card: WallCard): readonly WallFrame[] {
  if (!isNamed(card)) return [{ card, ideas: card.ideas, goesOn: false }];
  const parts: WallIdea[][] = [];
  let chars = 0;
  for (const each of card.ideas) {
    const part = parts.at(-1);
    const own = charsOf(card, each);
    if (part === undefined || chars + own > cardChars.third) {
      parts.push([each]);
      chars = own;
    } else {
      part.push(each);
      chars += own;
    }
  }
  return parts.map((ideas, index) => ({ card, ideas, goesOn: index > 0 }));
}

/** As many frames on a page as their longest key ideas allow: the same on every page, so that nothing jumps. */
export function wallPages(cards: readonly WallCard[]): readonly WallPage[] {
  const frames = cards.flatMap(framesOf);
  const longest = Math.max(
    0,
    ...frames.map(({ card, ideas }) => ideas.reduce((sum, each) => sum + charsOf(card, each), 0)),
  );
  const size = pageSize(frames.length, longest);
  const pages: WallPage[] = [];
  for (let from = 0; from < frames.length; from += size) {
    const columns = size === 4 ? 2 : Math.min(3, size, frames.length);
    pages.push({ columns, frames: frames.slice(from, from + size) });
  }
  return pages;
}

function pageSize(frameCount: number, longest: number): number {
  if (frameCount === 4 && longest <= cardChars.quarter) return 4;
  if (frameCount > 3 && longest <= cardChars.sixth) return 6;
  if (longest <= cardChars.third) return 3;
  return longest <= cardChars.half ? 2 : 1;
}
