import type { PatchMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import { applyPatch, keepIdentity } from '../../shared/views/mergePatch.ts';
import type { Me, View } from '../../shared/views/views.ts';
import { createAlarm, type Timers } from './timers.ts';

/**
 * What the server shows this person. A patch applies only on the view that it was made from: same audience, next
 * sequence number. Anything else asks for the whole view, once, and everything is ignored until it comes.
 */
export interface ViewStore {
  view(): View | undefined;
  me(): Me | undefined;
  opened(): void;
  closed(): void;
  takeView(message: ViewMessage): void;
  takePatch(message: PatchMessage): void;
  takeMe(me: Me, version: number): void;
}

export interface ViewStoreDeps {
  readonly timers: Timers;
  readonly resync: () => void;
  readonly changed: () => void;
  /** The whole view, or a patch that follows, has come. */
  readonly following: () => void;
  /** The page shows this version of the log. */
  readonly showing: (version: number) => void;
}

/** A whole view that has not come after this long is asked for again: the question or its answer was lost. */
const viewWaitMs = 8_000;

export function createViewStore(deps: ViewStoreDeps): ViewStore {
  let view: View | undefined;
  let me: Me | undefined;
  /** Undefined: the next message to be believed is a whole view. */
  let place: { readonly audience: string; readonly sequence: number } | undefined;

  const alarm = createAlarm(deps.timers, () => askAgain());
  function askAgain(): void {
    alarm.set(viewWaitMs);
    deps.resync();
  }

  function show(next: View, version: number): void {
    const changed = next !== view;
    view = next;
    deps.showing(version);
    deps.following();
    if (changed) deps.changed();
  }

  return {
    view: () => view,
    me: () => me,
    opened() {
      // The server sends the whole view by itself to who connects.
      place = undefined;
      alarm.set(viewWaitMs);
    },
    closed() {
      place = undefined;
      alarm.cancel();
    },
    takeView(message) {
      place = { audience: message.audience, sequence: message.sequence };
      alarm.cancel();
      show(keepIdentity(view, message.view) as View, message.version);
    },
    takePatch(message) {
      if (place === undefined) return;
      if (message.audience !== place.audience || message.sequence !== place.sequence + 1) {
        place = undefined;
        askAgain();
        return;
      }
      place = { audience: message.audience, sequence: message.sequence };
      show(applyPatch(view, message.patch) as View, message.version);
    },
    takeMe(next, version) {
      const kept = keepIdentity(me, next) as Me;
      const changed = kept !== me;
      me = kept;
      // It comes after the view of the same version; a page that waits for a whole view shows an older one.
      if (place !== undefined) deps.showing(version);
      if (changed) deps.changed();
    },
  };
}
