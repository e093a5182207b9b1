import type { JoinNeeded, OpenSession, Session } from './openSession.ts';

/** The one session of a page. Whatever was there before it, or comes too late, is closed: no connection stays behind. */
export interface OneSession {
  /** Begins anew; nothing is shown until it has opened. */
  open(): void;
  /** What a newcomer has joined takes the place of the form. */
  joined(session: OpenSession): void;
  leave(): void;
}

export function createOneSession(
  openSession: () => Promise<Session>,
  show: (session: Session | undefined) => void,
): OneSession {
  let held: OpenSession | undefined;
  /** Counts openings and leavings, so that what was begun before is known as such. */
  let turn = 0;

  function hold(session: OpenSession, ofTurn: number): void {
    if (ofTurn === turn) held = session;
    else session.client.close();
  }
  /** The same form, of which the session is closed when the page has gone on meanwhile. */
  const watched = (needed: JoinNeeded, ofTurn: number): JoinNeeded => ({
    ...needed,
    async join(newcomer, claim) {
      const joined = await needed.join(newcomer, claim);
      // A double press gets the same session twice.
      if (joined.ok && joined.value.kind === 'open' && joined.value !== held) hold(joined.value, ofTurn);
      return joined;
    },
  });
  function leave(): void {
    turn += 1;
    held?.client.close();
    held = undefined;
  }

  return {
    open() {
      leave();
      const mine = turn;
      show(undefined);
      void openSession().then((session) => {
        if (session.kind === 'open') hold(session, mine);
        if (mine === turn) show(session.kind === 'joinNeeded' ? watched(session, mine) : session);
      });
    },
    joined(session) {
      if (session === held) show(session);
    },
    leave,
  };
}
