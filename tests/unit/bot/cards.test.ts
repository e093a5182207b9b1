import { describe, expect, it } from 'vitest';
import { type Card, cardBytes, cutText, largestCardBytes } from '../../../bot/teams/cards/card.ts';
import { drawMessage, drawPrompts } from '../../../bot/teams/drawMessage.ts';
import { sampleCards, sceneOf } from '../../doubles/sampleCards.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  formed,
  groupId,
  host,
  ideaId,
  inGroup,
  opened,
  participant,
  populated,
  restitutionSlot,
  slotContent,
  submission,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

/** Every part of a card, however deep. */
function* partsOf(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const inner of Object.values(value)) yield* partsOf(inner);
}

const long = (chars: number): string =>
  'Une idée très longue '
    .repeat(Math.ceil(chars / 21))
    .slice(0, chars)
    .trim();

/** As large as a workshop can be: fifty groups, prompts and ideas of full length. */
function enormous(): WorkshopScenario {
  const prompts = Array.from({ length: 20 }, () => long(2_000));
  const breakout = slotContent({ kind: 'breakout', title: long(300), durationMs: 3_600_000, prompts });
  const slots = [slotContent(), breakout, slotContent({ kind: 'restitution', title: 'Restitution' })];
  const workshop = formed({ groups: 50, slots, participants: 50 });
  for (const { number } of workshop.state.groups) {
    workshop.given(host, { kind: 'MovePerson', ...inGroup(number), personId: participant(number) });
  }
  workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
  for (const { number } of workshop.state.groups) {
    const citations = Array.from({ length: number === 1 ? 60 : 3 }, (_, index) => `answer-${number}-${index}-xx`);
    for (const answerId of citations) {
      const answer = { kind: 'PostAnswer', ...inGroup(number), promptIndex: 0, text: long(4_000) } as const;
      workshop.given(participant(number), answer, answerId);
    }
    const keyIdeaIds = ['a', 'b'].map((letter) => ideaId(number, letter));
    for (const keyIdeaId of keyIdeaIds) {
      workshop.given(
        animator(number),
        { kind: 'DraftKeyIdea', ...inGroup(number), text: long(600), citations },
        keyIdeaId,
      );
    }
    workshop.given(animator(number), { kind: 'SubmitKeyIdeas', ...inGroup(number), keyIdeaIds });
  }
  return workshop;
}

describe('cards', () => {
  for (const language of ['fr', 'en'] as const) {
    it.each(Object.entries(sampleCards(language)))(
      `MB18 %s, ${language}: version, words to say, a way for old clients`,
      (_name, card: Card) => {
        expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language });
        expect(card.speak).not.toBe('');
        expect(card.fallbackText).toBe(card.speak);
        expect(cardBytes(card)).toBeLessThan(5_000);
        for (const part of partsOf(card)) {
          if (part.type === 'Action.Execute') {
            expect(part.fallback).toMatchObject({
              type: 'Action.Submit',
              title: part.title,
              data: { verb: part.verb },
            });
          }
          if (part.type === 'Input.Text') expect(part.label).not.toBe('');
        }
        expect(JSON.stringify(card)).not.toMatch(/undefined|\$\{/);
      },
    );
  }

  it('MB18 both languages have the same cards with the same parts', () => {
    const shape = (card: Card): readonly unknown[] => [...partsOf(card)].map(({ type }) => type);
    const en = sampleCards('en');
    for (const [name, card] of Object.entries(sampleCards('fr')))
      expect(shape(en[name] as Card), name).toEqual(shape(card));
  });

  it('MB18 the largest workshop there can be still makes cards of less than 25 kB', () => {
    const workshop = enormous();
    const working = sceneOf(workshop);
    const prompts = drawPrompts(working, breakoutSlot, groupId(1), participant(1), {
      kept: new Map([[0, long(4_000)]]),
      notice: { tone: 'attention', text: 'Non' },
    });
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    const wall = sceneOf(workshop);
    const drawn = [
      drawMessage({ kind: 'workshop' }, wall),
      drawMessage({ kind: 'restitution', slotId: restitutionSlot }, wall),
      drawMessage({ kind: 'reply', reply: { kind: 'groups' }, language: 'fr' }, working),
    ].map((content) => (content?.kind === 'card' ? content.card : undefined));
    for (const card of [prompts, ...drawn]) {
      expect(card).toBeDefined();
      expect(cardBytes(card as Card)).toBeLessThan(largestCardBytes);
    }
  });

  it('MB7 the wall shows what was submitted, with the words behind it, and nothing of the others', () => {
    const workshop = drafted();
    workshop.given(animator(1), submission(1));
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    const wall = JSON.stringify(drawMessage({ kind: 'restitution', slotId: restitutionSlot }, sceneOf(workshop)));
    expect(wall).toContain('Idée 1a');
    expect(wall).toContain('Réponse du groupe 1');
    expect(wall).not.toMatch(/Idée [23]|Réponse du groupe [23]/);
  });

  it('MB21 cards lead to the tab in the chat of the meeting, and to the page in a browser where there is none', () => {
    const scene = sceneOf(opened());
    const linksOf = (content: ReturnType<typeof drawMessage>): readonly string[] =>
      content?.kind === 'card'
        ? [...partsOf(content.card)].flatMap(({ url }) => (typeof url === 'string' ? [url] : []))
        : [];
    const [tab = '', page] = linksOf(drawMessage({ kind: 'workshop' }, scene));
    expect(tab).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\//);
    expect(JSON.parse(new URL(tab).searchParams.get('context') ?? '')).toMatchObject({
      chatId: '19:meeting@thread.v2',
    });
    expect(page).toBe(scene.waysIn.url);
    const place = { kind: 'place', slotId: breakoutSlot, groupId: groupId(1), personId: participant(1) } as const;
    const own = new URL(linksOf(drawMessage(place, scene)).at(-1) ?? '');
    expect(JSON.parse(own.searchParams.get('context') ?? '')).toMatchObject({ subEntityId: `group.${groupId(1)}` });
    const { tab: _tab, ...plain } = scene.waysIn;
    expect(linksOf(drawMessage({ kind: 'workshop' }, { ...scene, waysIn: plain }))).toEqual([scene.waysIn.url]);
  });

  it('MB8 an animator whose group is not open yet is not told that they have none', () => {
    const scene = sceneOf(populated());
    const spokenTo = (personId: string) =>
      drawMessage({ kind: 'reply', reply: { kind: 'whereAmI' }, language: 'fr', personId }, scene);
    expect(spokenTo(animator(2))).toMatchObject({ summary: expect.stringMatching(/^Vous animez le groupe 2/) });
    expect(spokenTo(participant(1))).toMatchObject({ summary: expect.stringMatching(/pas encore de groupe/) });
  });

  it('MB5 a reminder of a clock that was changed says nothing', () => {
    const workshop = opened();
    const scene = sceneOf(workshop);
    const { run } = workshop.state;
    const endsAt = run.kind === 'running' ? run.endsAt : 0;
    const reminder = { kind: 'reminder', slotId: breakoutSlot, minutes: 5 } as const;
    expect(drawMessage({ ...reminder, endsAt }, scene)).toBeDefined();
    expect(drawMessage({ ...reminder, endsAt: endsAt - 1 }, scene)).toBeUndefined();
    workshop.given(host, { kind: 'PauseAgenda' });
    expect(drawMessage({ ...reminder, endsAt }, sceneOf(workshop))).toBeUndefined();
  });

  it('MB8 whoever was moved meanwhile is not sent to the wrong room', () => {
    const workshop = opened();
    const place = { kind: 'place', slotId: breakoutSlot, groupId: groupId(1), personId: participant(1) } as const;
    expect(drawMessage(place, sceneOf(workshop))).toBeDefined();
    workshop.given(host, { kind: 'MovePerson', ...inGroup(2), personId: participant(1) });
    expect(drawMessage(place, sceneOf(workshop))).toBeUndefined();
  });

  it('MB9 names in a call are no markup', () => {
    const scene = sceneOf(opened());
    const reachable = scene.reachable.map((person) => ({ ...person, name: 'Zoé <at>*Tous*</at> & [co](x)' }));
    const content = drawMessage(
      { kind: 'mentions', slotId: breakoutSlot, groupId: groupId(1) },
      { ...scene, reachable },
    );
    if (content?.kind !== 'text') throw new Error('no call');
    expect(content.mentions[0]?.name).toBe('Zoé at Tous /at co x');
    expect(content.text).toContain('<at>Zoé at Tous /at co x</at>');
    expect(content.text.match(/<at>/g)).toHaveLength(content.mentions.length);
  });

  it('MB18 a text is cut between two words, never within a letter', () => {
    expect(cutText('Le mentorat croisé', 12)).toBe('Le mentorat…');
    expect(cutText('court', 12)).toBe('court');
    expect(cutText(`${'a'.repeat(9)}😀😀`, 11)).toBe(`${'a'.repeat(9)}…`);
  });
});
