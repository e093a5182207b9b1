import { describe, expect, it } from 'vitest';
import type { Message } from '../../../bot/workshop/messages.ts';
import { type Audiences, messagesOf } from '../../../bot/workshop/messagesOf.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  formed,
  groupId,
  host,
  inGroup,
  linkOf,
  MINUTE,
  opened,
  participant,
  restitutionSlot,
  submission,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const audiences: Audiences = {
  meetings: ['meeting'],
  groups: new Map([1, 2].map((number) => [groupId(number), [`chat-${number}`]])),
  people: new Map([1, 2, 4].map((number) => [participant(number), `user:29:${number}`])),
};

/** What the facts since then make, by lane. */
function toldSince(workshop: WorkshopScenario, version: number) {
  const facts = workshop.facts.filter((fact) => fact.version > version);
  const messages = messagesOf(facts, workshop.state, audiences, workshop.now);
  return messages.map(({ lane, payload, ...rest }) => ({ ...rest, lane, message: payload as Message }));
}

const kinds = (told: ReturnType<typeof toldSince>): readonly string[] =>
  told.map(({ lane, message }) => `${message.kind} → ${lane}`).toSorted();

describe('which event leads to which message', () => {
  it('MB1 the agenda is told on the card of the meeting alone', () => {
    const workshop = formed();
    const { version } = workshop.state;
    workshop.given(host, { kind: 'PauseAgenda' });
    expect(kinds(toldSince(workshop, version))).toEqual(['workshop → meeting']);
  });

  it('MB8 when groups open each person who can be reached is told, and each chat gets its questions and reminders', () => {
    const workshop = formed();
    const { version } = workshop.state;
    workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    expect(kinds(toldSince(workshop, version))).toEqual([
      'place → user:29:1',
      'place → user:29:2',
      'place → user:29:4',
      'prompts → chat-1',
      'prompts → chat-2',
      'reminder → chat-1',
      'reminder → chat-1',
      'reminder → chat-2',
      'reminder → chat-2',
      'reminder → meeting',
      'reminder → meeting',
      'workshop → meeting',
    ]);
  });

  it('MB8 whoever is moved while groups are open is told alone', () => {
    const workshop = opened();
    const { version } = workshop.state;
    workshop.given(host, { kind: 'MovePerson', ...inGroup(2), personId: participant(1) });
    const told = toldSince(workshop, version);
    expect(kinds(told)).toEqual(['place → user:29:1']);
    expect(told[0]?.message).toMatchObject({ groupId: groupId(2), personId: participant(1) });
  });

  it('MB8 nobody is told a group that is still being formed', () => {
    const workshop = formed();
    const { version } = workshop.state;
    workshop.given(host, { kind: 'MovePerson', ...inGroup(2), personId: participant(1) });
    workshop.joined(linkOf.participant, participant(9));
    expect(toldSince(workshop, version)).toEqual([]);
  });

  it('MB5 reminders wait for their time; a longer clock has others, a past one none', () => {
    const workshop = formed();
    workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    const { run, version } = workshop.state;
    const endsAt = run.kind === 'running' ? run.endsAt : 0;
    workshop.after(16 * MINUTE);
    workshop.given(host, { kind: 'ExtendSlot', slotId: breakoutSlot, byMs: 30_000, seenEndsAt: endsAt });
    const reminders = toldSince(workshop, version).filter(({ message }) => message.kind === 'reminder');
    // Four and a half minutes are left: five minutes are past.
    expect(reminders.map(({ notBefore }) => notBefore)).toEqual(Array(3).fill(endsAt + 30_000 - MINUTE));
    expect(reminders.every(({ message }) => message.kind === 'reminder' && message.endsAt === endsAt + 30_000)).toBe(
      true,
    );
  });

  it('MB6 bringing back is told once in every chat, and closes the questions in their place', () => {
    const workshop = opened();
    const { version } = workshop.state;
    workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    const told = kinds(toldSince(workshop, version));
    expect(told.filter((each) => each.startsWith('recall'))).toEqual([
      'recall → chat-1',
      'recall → chat-2',
      'recall → meeting',
    ]);
    const questions = toldSince(workshop, version).filter(({ message }) => message.kind === 'prompts');
    const grace = workshop.state.options.graceMs;
    // At once, and when answers count no longer.
    expect(questions.map(({ lane, notBefore }) => [lane, notBefore - workshop.now]).toSorted()).toEqual([
      ['chat-1', 0],
      ['chat-1', grace + 1],
      ['chat-2', 0],
      ['chat-2', grace + 1],
    ]);
  });

  it('MB7 the key ideas are told from the first group presented on', () => {
    const workshop = drafted();
    let { version } = workshop.state;
    workshop.given(animator(1), submission(1));
    expect(toldSince(workshop, version)).toEqual([]);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    version = workshop.state.version;
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) });
    expect(kinds(toldSince(workshop, version))).toContain('restitution → meeting');
  });

  it('MB20 an announcement goes to the chats that it is meant for', () => {
    const workshop = opened();
    let { version } = workshop.state;
    workshop.given(host, { kind: 'Announce', text: 'Deux minutes', groupIds: [groupId(2)] });
    expect(kinds(toldSince(workshop, version))).toEqual(['announcement → chat-2']);
    version = workshop.state.version;
    workshop.given(host, { kind: 'Announce', text: 'Bonjour à tous' });
    expect(kinds(toldSince(workshop, version))).toHaveLength(3);
  });

  it('MB14 the same facts make the same messages, and no message holds a name or a text', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'Announce', text: 'Un secret' });
    const once = toldSince(workshop, 0);
    expect(toldSince(workshop, 0)).toEqual(once);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
    expect(JSON.stringify(once)).not.toMatch(/Un secret|Nom /);
  });

  it('MB14 an answer tells nobody anything', () => {
    const workshop = opened();
    const { version } = workshop.state;
    workshop.given(participant(1), { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text: 'Une réponse' });
    expect(toldSince(workshop, version)).toEqual([]);
  });
});
