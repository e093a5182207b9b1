import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/core/result.ts';
import type { Invitation } from '../../../shared/protocol/http.ts';
import { createOneSession } from '../../../tab/net/oneSession.ts';
import type { JoinNeeded, OpenSession, Session } from '../../../tab/net/openSession.ts';

const invitation: Invitation = { workshopId: 'w', linkId: 'l', title: 'Atelier', language: 'fr', role: 'participant' };

/** A page, what it shows, and how many of its connections are open. */
function page() {
  const arriving: ((session: Session) => void)[] = [];
  const shown: (Session | undefined)[] = [];
  const live = new Set<OpenSession>();
  const session = (): OpenSession => {
    const opened = { kind: 'open', invitation, personId: 'p', identity: 'i', forget: () => {} } as const;
    const open = { ...opened, client: { close: () => live.delete(open) } } as unknown as OpenSession;
    live.add(open);
    return open;
  };
  const one = createOneSession(
    () => new Promise((resolve) => arriving.push(resolve)),
    (next) => shown.push(next),
  );
  const arrive = async (next: Session): Promise<void> => {
    arriving.shift()?.(next);
    await Promise.resolve();
  };
  const needing = (joined: OpenSession): JoinNeeded => ({
    kind: 'joinNeeded',
    invitation,
    suggested: { name: '', organisation: '' },
    join: async () => ok(joined),
  });
  return { one, session, arrive, needing, shown, live };
}
const marie = { name: 'Marie', organisation: '' };

describe('the one session of a page', () => {
  it('NL8 a page that opens twice at once holds one connection', async () => {
    const { one, session, arrive, shown, live } = page();
    one.open();
    one.leave();
    one.open();
    const [first, second] = [session(), session()];
    await arrive(first);
    await arrive(second);
    expect([...live]).toEqual([second]);
    expect(shown.at(-1)).toBe(second);
    expect(shown).not.toContain(first);
  });

  it('NL8 what a page held is closed when it is left, or opened again', async () => {
    const { one, session, arrive, live, shown } = page();
    one.open();
    await arrive(session());
    one.open();
    expect(live.size).toBe(0);
    expect(shown.at(-1)).toBeUndefined();
    await arrive(session());
    expect(live.size).toBe(1);
    one.leave();
    expect(live.size).toBe(0);
  });

  it('NL8 a newcomer walks in once, or not at all when the page has gone on', async () => {
    for (const gone of [false, true]) {
      const { one, session, arrive, needing, live, shown } = page();
      const joined = session();
      one.open();
      await arrive(needing(joined));
      const form = shown.at(-1) as JoinNeeded;
      if (gone) one.leave();
      await form.join(marie);
      await form.join(marie);
      one.joined(joined);
      expect([...live]).toEqual(gone ? [] : [joined]);
      expect(shown.at(-1)).toBe(gone ? form : joined);
    }
  });
});
