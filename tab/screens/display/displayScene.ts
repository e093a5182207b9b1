import { currentSlotId } from '../../../shared/agenda/timer.ts';
import type { EpochMs } from '../../../shared/core/time.ts';
import type {
  AnnouncementView,
  DisplayView,
  PresentedGroup,
  SlotView,
  StageView,
} from '../../../shared/views/views.ts';

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
  if (view.stage?.onAir) return { kind: 'stage', stage: view.stage };
  if (run.kind === 'ended') return { kind: 'ended' };
  const slot = slots.find((each) => each.id === currentSlotId(run));
  if (slot === undefined) return { kind: 'waiting' };
  if (view.breakout?.slotId === slot.id) return { kind: 'breakout', slot, breakout: view.breakout };
  return { kind: 'slot', slot };
}

/** How long an announcement stays on the wall: people look up now and then. */
const announcementMs = 3 * 60_000;

export const announcementOnWall = (
  announcement: AnnouncementView | undefined,
  now: EpochMs,
): AnnouncementView | undefined =>
  announcement !== undefined && now - announcement.at < announcementMs ? announcement : undefined;

/** Of one page: columns, and the groups in it. */
export interface WallPage {
  readonly columns: number;
  readonly groups: readonly PresentedGroup[];
}

/** Beyond this, a card of half the height would need letters too small for the back of the room. */
const longCardChars = 420;

/** Up to three groups in one row, then two rows; long key ideas keep a whole column for themselves. */
export function wallPages(groups: readonly PresentedGroup[]): readonly WallPage[] {
  const longest = Math.max(
    0,
    ...groups.map((group) => group.keyIdeas.reduce((sum, idea) => sum + idea.text.length, 0)),
  );
  const size = groups.length <= 3 || longest > longCardChars ? 3 : groups.length === 4 ? 4 : 6;
  const pages: WallPage[] = [];
  for (let from = 0; from < groups.length; from += size) {
    const page = groups.slice(from, from + size);
    pages.push({ columns: size === 4 ? 2 : Math.min(3, groups.length), groups: page });
  }
  return pages;
}
