import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/core/time.ts';
import { writeDraft } from '../../../tab/net/drafts.ts';
import { createOutbox } from '../../../tab/net/outbox.ts';
import { noteOpenedAndPurge } from '../../../tab/net/retention.ts';
import { FakeStorage } from './fakeStorage.ts';
import { post, wall } from './page.ts';

const days = (count: number) => wall + count * 24 * HOUR_MS;

/** A device on which something was written for a workshop: a command never sent, one refused, a draft. */
function device(...workshopIds: string[]) {
  const storage = new FakeStorage();
  for (const workshopId of workshopIds) {
    const outbox = createOutbox(storage, workshopId, 'person-1');
    outbox.keep({ commandId: 'c1', command: post('un'), queuedAt: wall });
    outbox.keep({ commandId: 'c2', command: post('deux'), queuedAt: wall });
    outbox.fail({ commandId: 'c2', command: post('deux'), queuedAt: wall, problem: { kind: 'denied' } });
    writeDraft(`${workshopId}:person-1:answer:slot-0001:0`, 'Ce que je rep', storage);
  }
  const written = (workshopId: string) =>
    [...storage.content.keys()].filter((key) => /^aparte:(outbox|failed|draft):/.test(key) && key.includes(workshopId));
  return { storage, written };
}

describe('what a device keeps of old workshops', () => {
  it('ND2 lets go of what was written for a workshop not opened for 90 days, and of nothing else', () => {
    const { storage, written } = device('old-w', 'new-w');
    storage.set('aparte:known:old-w:link-1', '{}');
    noteOpenedAndPurge(storage, 'old-w', days(0));
    noteOpenedAndPurge(storage, 'new-w', days(60));
    expect(written('old-w')).toHaveLength(3);
    noteOpenedAndPurge(storage, 'other', days(90));
    expect(written('old-w')).toHaveLength(3);
    noteOpenedAndPurge(storage, 'other', days(91));
    expect(written('old-w')).toEqual([]);
    expect(written('new-w')).toHaveLength(3);
    expect(storage.get('aparte:known:old-w:link-1')).toBe('{}');
  });

  it('ND2 opening it again keeps everything, whatever its age', () => {
    const { storage, written } = device('old-w');
    noteOpenedAndPurge(storage, 'old-w', days(0));
    noteOpenedAndPurge(storage, 'old-w', days(400));
    expect(written('old-w')).toHaveLength(3);
  });

  it('ND2 of what nobody knows when it was opened, the days count from the first look; the set-up page keeps its draft', () => {
    const { storage, written } = device('unknown-w');
    writeDraft('setup:programme', 'Atelier 2', storage);
    noteOpenedAndPurge(storage, 'other', days(0));
    noteOpenedAndPurge(storage, 'other', days(90));
    expect(written('unknown-w')).toHaveLength(3);
    noteOpenedAndPurge(storage, 'other', days(91));
    expect(written('unknown-w')).toEqual([]);
    expect(storage.get('aparte:draft:setup:programme')).toBe('Atelier 2');
  });
});
