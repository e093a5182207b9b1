import { describe, expect, it } from 'vitest';
import type { View } from '../../../shared/views/views.ts';
import { connect, lobby, onlinePage, openPage, post, wall } from './page.ts';

describe('the link to the server', () => {
  it('NL1 is online from the first whole view on, and not before', () => {
    const { transport, connection } = openPage();
    expect(connection.snapshot().status).toEqual({ kind: 'connecting' });
    transport.heard.opened();
    expect(connection.snapshot().status).toEqual({ kind: 'connecting' });
    transport.view(1, lobby('Atelier'));
    expect(connection.snapshot().status).toEqual({ kind: 'online' });
  });

  it('NL1 a broken link is offline since then; the view stays, and the next whole view brings it up to date', () => {
    const page = onlinePage();
    const { transport, connection, timers } = page;
    timers.pass(1_000);
    const since = connection.serverNow();
    transport.heard.closed();
    timers.pass(10_000);
    expect(connection.snapshot().status).toEqual({ kind: 'offline', since });
    expect(connection.snapshot().view?.title).toBe('Atelier');
    transport.heard.opened();
    transport.view(1, lobby('Plus tard'), 9);
    expect(connection.snapshot().status).toEqual({ kind: 'online' });
    expect(connection.snapshot().view?.title).toBe('Plus tard');
  });

  it('NL2 is tried again for ever, less and less often, and at once when the device wakes', () => {
    const { transport, connection, timers } = openPage();
    for (let count = 0; count < 12; count++) {
      transport.heard.closed();
      timers.pass(10_000);
    }
    const before = transport.attempts;
    expect(before).toBe(13);
    transport.heard.closed();
    timers.pass(5_000);
    expect(transport.attempts).toBe(before);
    connection.wake();
    expect(transport.attempts).toBe(before + 1);
    // Signs of waking come in bunches: the attempt under way is left alone.
    connection.wake();
    expect(transport.attempts).toBe(before + 1);
  });

  it('NL2 the network that comes back an instant after an attempt failed is used at once', () => {
    const { transport, connection, timers } = openPage();
    for (let count = 0; count < 8; count++) {
      transport.heard.closed();
      timers.pass(10_000);
    }
    transport.heard.closed();
    timers.pass(100);
    const before = transport.attempts;
    connection.wake();
    expect(transport.attempts).toBe(before + 1);
  });

  it('NL2 pages cut at the same instant do not come back at the same instant', () => {
    const attemptsAfter = (random: number, ms: number) => {
      const { transport, timers } = onlinePage({ random: () => random });
      transport.heard.closed();
      timers.pass(ms);
      return transport.attempts;
    };
    expect([attemptsAfter(0, 300), attemptsAfter(0.99, 300), attemptsAfter(0.99, 500)]).toEqual([2, 1, 2]);
  });

  it('NL2 an attempt that neither opens nor fails is given up', () => {
    const { transport, connection, timers } = openPage();
    timers.pass(15_000);
    expect(connection.snapshot().status.kind).toBe('offline');
    timers.pass(1_000);
    expect(transport.attempts).toBe(2);
  });

  it('NL3 a link that went dead without a word is noticed by a command, and by waking', () => {
    for (const act of ['send', 'wake'] as const) {
      const { transport, connection, timers } = onlinePage();
      transport.onClock = () => {};
      if (act === 'send') connection.send(post('un'));
      else connection.wake();
      timers.pass(11_000);
      expect(transport.attempts).toBe(2);
    }
  });

  it('NL3 a server that answers the time but is slow to store is not taken for a dead link', () => {
    const { transport, connection, timers } = onlinePage();
    const commandId = connection.send(post('un'));
    timers.pass(55_000);
    expect(transport.attempts).toBe(1);
    expect(connection.snapshot().status.kind).toBe('online');
    transport.ack(commandId);
    expect(connection.snapshot().pending).toEqual([]);
  });

  it('NL3 a round that was slept through counts as waking', () => {
    const { transport, timers } = onlinePage();
    timers.pass(2_000);
    const asked = transport.clocks.length;
    timers.sleep(10 * 60_000);
    timers.pass(2_000);
    expect(transport.clocks.length).toBeGreaterThan(asked + 4);
  });

  it('NL4 whom the server refuses is told why, and does not knock again; commands stay on the device', () => {
    const { transport, connection, timers, storage } = openPage();
    connection.send(post('un'));
    transport.heard.receive.refused('access_revoked');
    expect(connection.snapshot().status).toEqual({ kind: 'refused', refusal: 'access_revoked' });
    connection.wake();
    timers.pass(600_000);
    expect(transport.attempts).toBe(1);
    expect(connection.snapshot().pending).toHaveLength(1);
    expect(storage.content.size).toBe(1);
  });

  it('NL4 a page that the server no longer understands says so, and keeps its command for the newer page', () => {
    const { transport, connection, storage, timers } = onlinePage();
    const commandId = connection.send(post('un'));
    transport.refuse(commandId, { kind: 'outdated' });
    expect(connection.snapshot().status).toEqual({ kind: 'refused', refusal: 'outdated' });
    expect(onlinePage({ storage, timers }).transport.sentIds).toEqual([commandId]);
  });

  it('NL5 a late word of an earlier link is not taken for one of this link', () => {
    const page = onlinePage();
    const { transport, connection, timers } = page;
    const earlier = transport.heard;
    earlier.closed();
    timers.pass(1_000);
    connect(page);
    earlier.receive.view({ audience: 'group:g1', sequence: 40, version: 40, view: lobby('Vieux') });
    earlier.closed();
    expect(connection.snapshot().status.kind).toBe('online');
    expect(connection.snapshot().view?.title).toBe('Atelier');
  });

  it('NL6 closing stops everything, and no alarm stays', () => {
    const { transport, connection, timers } = onlinePage();
    connection.send(post('un'));
    connection.close();
    expect(timers.waiting).toBe(0);
    expect(transport.listener).toBeUndefined();
    connection.wake();
    timers.pass(600_000);
    expect(transport.attempts).toBe(1);
  });
});

describe('the view that is shown', () => {
  it('NV4 a patch applies when its audience and its number follow', () => {
    const { transport, connection } = onlinePage();
    transport.patch(2, { title: 'Deux' });
    transport.patch(3, { date: '2026-10-05' });
    expect(connection.snapshot().view).toMatchObject({ title: 'Deux', date: '2026-10-05' });
    expect(transport.resyncs).toBe(0);
  });

  it.each([
    ['a number is missing', 3, 'group:g1'],
    ['a number comes again', 1, 'group:g1'],
    ['the audience is another', 2, 'group:g2'],
  ])(
    'NV4 when %s, the whole view is asked for once, and nothing is believed until it comes',
    (_, sequence, audience) => {
      const { transport, connection } = onlinePage();
      transport.patch(sequence, { title: 'Faux' }, sequence, audience);
      transport.patch(2, { title: 'Ancien' });
      transport.patch(sequence + 1, { title: 'Faux' }, sequence + 1, audience);
      expect(transport.resyncs).toBe(1);
      expect(connection.snapshot().view?.title).toBe('Atelier');
      transport.view(9, lobby('Entier'));
      transport.patch(10, { title: 'Suite' });
      expect(connection.snapshot().view?.title).toBe('Suite');
      expect(transport.resyncs).toBe(1);
    },
  );

  it('NV4 a whole view that does not come is asked for again', () => {
    const { transport, timers } = onlinePage();
    transport.patch(5, {});
    timers.pass(20_000);
    expect(transport.resyncs).toBe(3);
    transport.view(1, lobby('Enfin'));
    timers.pass(60_000);
    expect(transport.resyncs).toBe(3);
  });

  it('NV4 after a new link, patches wait for its whole view', () => {
    const page = onlinePage();
    const { transport, connection, timers } = page;
    transport.heard.closed();
    timers.pass(1_000);
    transport.heard.opened();
    transport.patch(2, { title: 'Faux' });
    expect(connection.snapshot().view?.title).toBe('Atelier');
    expect(transport.resyncs).toBe(0);
  });

  it('NV5 the snapshot is the same object until something changes, and keeps what did not change', () => {
    const page = onlinePage();
    const { transport, connection, timers } = page;
    let told = 0;
    connection.subscribe(() => {
      told += 1;
    });
    const before = connection.snapshot();
    timers.pass(60_000);
    transport.patch(2, {});
    transport.view(3, lobby('Atelier'));
    expect(connection.snapshot()).toBe(before);
    expect(told).toBe(0);

    transport.view(4, lobby('Autre'));
    const after = connection.snapshot();
    expect(after).not.toBe(before);
    expect((after.view as View).agenda).toBe((before.view as View).agenda);
    expect(told).toBe(1);

    const me = { personId: 'p', role: 'participant', name: 'N', organisation: '', arrived: false } as const;
    transport.heard.receive.me({ ...me, answerIds: ['a'], supportedIds: [] }, 4);
    const withMe = connection.snapshot();
    transport.heard.receive.me({ ...me, answerIds: ['a'], supportedIds: [] }, 4);
    expect(connection.snapshot()).toBe(withMe);
  });
});

describe('the server clock on a page', () => {
  it('NC4 is the device’s own until the first answer, then the server’s, asked in a burst and every 30 s', () => {
    const { transport, connection, timers } = openPage();
    expect(connection.serverNow()).toBe(wall + timers.now());
    const ahead = 600_000;
    transport.onClock = (sentAt) => transport.heard.receive.clock({ sentAt, serverNow: wall + ahead + timers.now() });
    transport.heard.opened();
    transport.view(1, lobby('Atelier'));
    expect(connection.serverNow()).toBe(wall + ahead + timers.now());
    timers.pass(2_000);
    expect(transport.clocks).toHaveLength(5);
    timers.pass(60_000);
    expect(transport.clocks).toHaveLength(7);
    connection.wake();
    timers.pass(2_000);
    expect(transport.clocks).toHaveLength(12);
  });

  it('NC4 the answer to the greeting is known before the first view, and is right however wrong the device is', () => {
    for (const wrongMs of [600_000, -600_000]) {
      const { transport, connection, timers } = openPage({ wallMs: wall + wrongMs });
      const sentAt = timers.now();
      expect(connection.knowsServerTime()).toBe(false);
      timers.pass(400);
      transport.heard.opened();
      transport.heard.receive.clock({ sentAt, serverNow: wall + timers.now() - 50 });
      transport.view(1, lobby('Atelier'));
      expect(connection.knowsServerTime()).toBe(true);
      expect(Math.abs(connection.serverNow() - wall - timers.now())).toBeLessThanOrEqual(200);
    }
  });

  it('NC4 an answer to a question never asked is not believed', () => {
    const { transport, connection, timers } = onlinePage();
    const before = connection.serverNow();
    transport.heard.receive.clock({ sentAt: timers.now() + 5_000, serverNow: 0 });
    transport.heard.receive.clock({ sentAt: timers.now(), serverNow: Number.NaN });
    expect(connection.serverNow()).toBe(before);
  });
});

describe('a device whose own clocks leap', () => {
  const minutes = (count: number) => count * 60_000;
  /** A page that has been online for a while, on a link that takes `delayMs` each way; `cut` loses every question. */
  function steadyPage(delayMs = 50) {
    const page = openPage();
    const { transport, timers } = page;
    const line = { cut: false, asked: 0 };
    /** What the server's clock says: it goes on while the device sleeps. */
    const server = { aheadMs: 0, now: () => wall + timers.now() + server.aheadMs };
    transport.heard.opened();
    transport.onClock = (sentAt) => {
      line.asked += 1;
      const listener = transport.heard;
      timers.setTimeout(() => {
        const serverNow = server.now();
        timers.setTimeout(() => line.cut || listener.receive.clock({ sentAt, serverNow }), delayMs);
      }, delayMs);
    };
    transport.view(1, lobby('Atelier'));
    timers.pass(10_000);
    const wrongMs = () => page.connection.serverNow() - server.now();
    const sleep = (ms: number) => {
      timers.wallLeapMs += ms;
      server.aheadMs += ms;
    };
    return { ...page, line, server, wrongMs, sleep };
  }

  it.each([10, -10])('NC5 a wall clock put %i minutes away while the page is open changes nothing', (byMinutes) => {
    const { timers, connection, wrongMs } = steadyPage();
    timers.wallLeapMs += minutes(byMinutes);
    for (let count = 0; count < 400; count++) {
      expect(wrongMs()).toBe(0);
      timers.pass(25);
    }
    connection.wake();
    timers.pass(5_000);
    expect(wrongMs()).toBe(0);
  });

  it('NC5 a sleep is caught up with as soon as the server says what time it is', () => {
    for (const sleptMs of [4_000, minutes(10)]) {
      const { timers, wrongMs, sleep, line } = steadyPage();
      const { asked } = line;
      sleep(sleptMs);
      expect(wrongMs()).toBe(-sleptMs);
      timers.pass(0);
      expect(line.asked).toBe(asked + 1);
      timers.pass(100);
      expect(wrongMs()).toBe(0);
    }
  });

  it('NC5 without network a leap is taken for sleep after three seconds', () => {
    const { timers, wrongMs, sleep, line } = steadyPage();
    line.cut = true;
    sleep(minutes(10));
    expect(wrongMs()).toBe(-minutes(10));
    timers.pass(2_999);
    expect(wrongMs()).toBe(-minutes(10));
    timers.pass(1);
    expect(wrongMs()).toBe(0);
    timers.pass(minutes(1));
    expect(wrongMs()).toBe(0);
  });

  it('NC2 a wall clock put forward without network is put right at once by the server, or when it is put back', () => {
    for (const way of ['server', 'wall'] as const) {
      const { timers, wrongMs, line, connection } = steadyPage();
      line.cut = true;
      timers.wallLeapMs += minutes(10);
      connection.serverNow();
      timers.pass(3_000);
      expect(wrongMs()).toBe(minutes(10));
      if (way === 'wall') timers.wallLeapMs -= minutes(10);
      else {
        line.cut = false;
        connection.wake();
        timers.pass(100);
      }
      expect(wrongMs()).toBe(0);
    }
  });

  it('NC5 an answer that waited for the device to wake is not believed', () => {
    const { timers, wrongMs, sleep, connection, transport, server } = steadyPage();
    const sentAt = timers.now();
    const serverNow = server.now();
    timers.pass(1);
    sleep(minutes(10));
    transport.heard.receive.clock({ sentAt, serverNow });
    timers.pass(100);
    expect(wrongMs()).toBe(0);
    expect(connection.knowsServerTime()).toBe(true);
  });

  it('NL3 a device that slept with its page in sight finds out at the next look at the clock that its link is dead', () => {
    const { timers, sleep, line, connection, transport } = steadyPage();
    line.cut = true;
    sleep(minutes(10));
    connection.serverNow();
    timers.pass(6_000);
    expect(transport.attempts).toBe(2);
  });

  it('NL2 an attempt that slept is started over, however young it looks', () => {
    const { transport, timers, connection } = onlinePage();
    transport.heard.closed();
    timers.pass(1_000);
    expect(transport.attempts).toBe(2);
    timers.wallLeapMs += minutes(10);
    connection.wake();
    expect(transport.attempts).toBe(3);
  });
});
