import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { EpochMs } from '../../../shared/core/time.ts';
import type {
  AnnouncementView,
  DisplayView,
  PresentedGroup,
  SlotView,
  StageView,
} from '../../../shared/views/views.ts';
import { announcementNow } from '../../parts/announcementNow.ts';

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

/** Of one page: columns, and the groups in it. */
export interface WallPage {
  readonly columns: number;
  readonly groups: readonly PresentedGroup[];
}

/** How much text a card holds in letters that the back row reads: a half of the height, a column, a half, the whole. */
const cardChars = { sixth: 260, quarter: 430, third: 560, half: 950 } as const;

/** As many groups on a page as their longest key ideas allow: the same on every page, so that nothing jumps. */
export function wallPages(groups: readonly PresentedGroup[]): readonly WallPage[] {
  const longest = Math.max(
    0,
    ...groups.map((group) => group.keyIdeas.reduce((sum, idea) => sum + idea.text.length, 0)),
  );
  const size = pageSize(groups.length, longest);
  const pages: WallPage[] = [];
  for (let from = 0; from < groups.length; from += size) {
    const columns = size === 4 ? 2 : Math.min(3, size, groups.length);
    pages.push({ columns, groups: groups.slice(from, from + size) });
  }
  return pages;
}

function pageSize(groupCount: number, longest: number): number {
  if (groupCount === 4 && longest <= cardChars.quarter) return 4;
  if (groupCount > 3 && longest <= cardChars.sixth) return 6;
  if (longest <= cardChars.third) return 3;
  return longest <= cardChars.half ? 2 : 1;
}
