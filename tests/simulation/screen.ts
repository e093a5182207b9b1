import type { HostBreakoutView, HostView, Me, View } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import type { Role } from '../../shared/workshop/state.ts';

/** What somebody has in front of them, and their whim. */
export interface Screen {
  readonly view: View;
  readonly me: Me;
  readonly pick: number;
  /** A text that no one has used yet: "answer#12; …". */
  readonly words: (of: 'answer' | 'idea' | 'call' | 'note' | 'theme') => string;
}

export interface Operation {
  readonly roles: readonly Role[];
  /** The command that pressing the button sends; undefined when this screen has no such button. */
  readonly press: (screen: Screen) => Command | undefined;
}

export const choose = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length];

export const asHost = ({ view }: Screen, act: (view: HostView) => Command | undefined): Command | undefined =>
  view.kind === 'host' ? act(view) : undefined;

export const host: readonly Role[] = ['host'];

type SeenBreakout = Partial<HostBreakoutView> & Pick<HostBreakoutView, 'slotId'>;

/** A breakout in one of these phases, as a host sees it; `undefined`: its groups are not formed. */
export const onBreakout = (
  screen: Screen,
  phases: readonly (HostBreakoutView['phase']['kind'] | undefined)[],
  act: (breakout: SeenBreakout, view: HostView) => Command | undefined,
): Command | undefined =>
  asHost(screen, (view) => {
    const slot = view.agenda.slots.find(
      ({ id, kind }) => kind === 'breakout' && phases.includes(view.breakouts[id]?.phase.kind),
    );
    return slot && act(view.breakouts[slot.id] ?? { slotId: slot.id }, view);
  });
