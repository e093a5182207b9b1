import type { Random } from '../../shared/core/random.ts';
import { SECOND_MS } from '../../shared/core/time.ts';
import { helpText } from './answers.ts';
import { latecomer } from './cast.ts';
import { draft, finish, type Repertoire, speak, submit, workOf } from './company.ts';
import { type Guest, invite } from './guest.ts';
import type { Company } from './prelude.ts';

/** Somebody writes or supports something about that often, all groups together: a person a minute, as in life. */
const someoneActsMs = 2_500;

export interface Life {
  readonly company: Company;
  readonly random: Random;
  readonly repertoire: Repertoire;
  readonly origin: string;
  readonly participantLink: string;
  readonly signal: AbortSignal;
  /** A guest did what the workshop does not allow, or the server is gone: told once, and life goes on. */
  readonly onFault: (fault: unknown) => void;
}

/** Everybody lives at human speed until the signal; they stop writing during a pause, and when they are brought back. */
export function startLife(life: Life): void {
  const { company, random, repertoire, signal } = life;
  const participants = [...company.participants];

  const timers = new Set<NodeJS.Timeout>();
  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
  });
  const later = (seconds: number, act: () => Promise<unknown>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act().catch(life.onFault);
    }, seconds * SECOND_MS);
    timers.add(timer);
  };
  /** Again and again, at irregular moments. */
  const oftenAbout = (seconds: number, act: () => Promise<unknown>): void =>
    later(seconds * (0.4 + 1.2 * random()), async () => {
      oftenAbout(seconds, act);
      await act();
    });

  oftenAbout(someoneActsMs / SECOND_MS, async () => {
    const guest = participants[Math.floor(random() * participants.length)];
    const work = guest === undefined ? undefined : workOf(guest);
    if (guest !== undefined && work?.isOpen === true && !work.isPaused) await speak(guest, repertoire, random);
  });

  // Those who were still looking for their room find it, one after the other.
  const lost = participants.filter((guest) => guest.me()?.arrived === false);
  for (const [nth, guest] of lost.entries()) later(20 + 35 * nth, () => arrive(guest, company.slotId));

  later(40, async () => {
    const guest = await invite({ origin: life.origin, link: life.participantLink, ...latecomer });
    participants.push(guest);
    signal.addEventListener('abort', () => guest.leave(), { once: true });
    later(12, () => arrive(guest, company.slotId));
  });
  later(75, () => callForHelp(company));

  for (const [nth, animator] of company.animators.entries()) {
    later(15 + 20 * nth, () => draft(animator, 0));
    later(110 + 45 * nth, () => draft(animator, 1));
    // The last one takes her time: the host sees who is still missing.
    if (nth < company.animators.length - 1) later(200 + 60 * nth, () => submit(animator));
    later(10, () => handInWhenCalledBack(animator));
  }

  /** Once: whoever leads the demonstration may reopen them afterwards, and nobody interferes. */
  async function handInWhenCalledBack(animator: Guest): Promise<void> {
    if (workOf(animator)?.isOpen === false) later(4 + 6 * random(), () => finish(animator));
    else later(3, () => handInWhenCalledBack(animator));
  }
}

const arrive = (guest: Guest, slotId: string): Promise<unknown> =>
  guest.send({ kind: 'NoteArrival', slotId, personId: guest.personId });

/** Someone of the second group; whoever leads the demonstration answers, or nobody does. */
async function callForHelp({ participants }: Company): Promise<void> {
  for (const guest of participants) {
    const work = workOf(guest);
    if (work?.groupNumber !== 2 || !work.isOpen) continue;
    await guest.send({ kind: 'CallForHelp', slotId: work.slotId, groupId: work.groupId, text: helpText });
    return;
  }
}
