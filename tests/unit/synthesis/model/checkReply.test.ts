import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModelReply } from '../../../../shared/synthesis/model/modelReply.ts';
import { suggestKeyIdeas } from '../../../../shared/synthesis/suggestKeyIdeas.ts';
import { anyText, workshop } from '../answers.ts';
import { checkedReply, type GivenIdea, replyOf, requestOf, taskOf, workshopTask } from './tasks.ts';

const [purchases = '', pooled = '', saved = '', fund = '', asked = '', created = ''] = workshop;
const sharing: GivenIdea = {
  text: 'Mutualiser les achats entre associations pour gagner du temps',
  quotes: [
    [purchases, 'Mutualiser les achats entre associations'],
    [pooled, 'La mutualisation des achats'],
    [saved, 'fait gagner du temps'],
  ],
};
const funding: GivenIdea = {
  text: 'Créer un fonds commun alimenté par les entreprises',
  quotes: [
    [fund, 'Un fonds commun alimenté par les entreprises'],
    [asked, 'alimenter un fonds territorial commun'],
    [created, 'Créer un fonds commun'],
  ],
};
const checked = (...ideas: readonly GivenIdea[]) => checkedReply(workshopTask, replyOf(requestOf(workshopTask), ideas));
/** Only the answers that the model named; the engine fills the second place. */
const own = (idea: GivenIdea) => checked(idea).ideas.filter(({ wording }) => wording === 'model');

describe('a reply that is checked', () => {
  it('M6 M7 ideas that quote what is there, in words that are there, are kept with all that they stand for', () => {
    const { ideas, dropped } = checked(sharing, funding);
    expect(dropped).toEqual([]);
    expect(ideas.map(({ text, wording, answerIds, weak }) => ({ text, wording, answerIds, weak }))).toEqual([
      { text: sharing.text, wording: 'model', answerIds: ['answer-000', 'answer-001', 'answer-002'], weak: false },
      { text: funding.text, wording: 'model', answerIds: ['answer-003', 'answer-004', 'answer-005'], weak: false },
    ]);
  });

  it('M6 answers that say the same stand under the idea also when the model forgot them', () => {
    const [idea] = own({ ...sharing, quotes: sharing.quotes.slice(0, 2) });
    expect(idea?.citations).toEqual(['answer-000', 'answer-001']);
    expect(idea?.answerIds).toEqual(['answer-000', 'answer-001', 'answer-002']);
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'unknown_answer',
      'an answer that does not exist',
      [
        [purchases, 'Mutualiser les achats'],
        ['A99', 'les achats mutualisés'],
      ],
    ],
    [
      'unknown_answer',
      'an id of another group',
      [
        [purchases, 'Mutualiser les achats'],
        ['answer-001', 'La mutualisation des achats'],
      ],
    ],
    [
      'quote_not_found',
      'words that nobody wrote',
      [
        [purchases, 'Mutualiser les achats'],
        [pooled, 'centraliser toutes les commandes'],
      ],
    ],
    [
      'quote_not_found',
      'words of another answer',
      [
        [purchases, 'Mutualiser les achats'],
        [pooled, 'fait gagner du temps'],
      ],
    ],
    [
      'few_citations',
      'one answer twice',
      [
        [purchases, 'Mutualiser les achats'],
        [purchases, 'entre associations du territoire'],
      ],
    ],
    ['few_citations', 'no answer', []],
  ])('M6 M8 is left out, and said so, for %s: %s', (reason, _what, quotes) => {
    const { ideas, dropped } = checked({ text: sharing.text, quotes }, funding);
    expect(dropped).toEqual([reason]);
    expect(ideas.map(({ wording }) => wording).sort()).toEqual(['model', 'theirs']);
    // What is missing comes from the engine, out of the answers that are left.
    const filled = ideas.find(({ wording }) => wording === 'theirs');
    expect(filled?.answerIds).toContain('answer-000');
    expect(filled?.answerIds).not.toContain('answer-003');
  });

  it('M6 one that cites two answers and a third that does not check keeps the two', () => {
    const { ideas, dropped } = checked({
      ...sharing,
      quotes: [...sharing.quotes.slice(0, 2), [saved, 'jamais dit cela']],
    });
    expect(dropped).toEqual([]);
    expect(ideas.find(({ wording }) => wording === 'model')?.citations).toEqual(['answer-000', 'answer-001']);
  });

  it.each([
    ['foreign_marks', 'a link', 'Mutualiser les achats entre associations : https://exemple.net/x'],
    ['foreign_marks', 'an address', 'Mutualiser les achats entre associations sur achats.exemple'],
    ['foreign_marks', 'Markdown', 'Mutualiser les **achats** entre associations'],
    ['foreign_marks', 'a link in Markdown', 'Mutualiser les achats entre [associations](x)'],
    ['foreign_marks', 'HTML', 'Mutualiser les achats <b>entre</b> associations'],
    ['not_their_words', 'a figure that nobody gave', 'Mutualiser 80 % des achats entre associations'],
    ['not_their_words', 'words of the model', 'Voter pour le candidat Untel dès dimanche prochain'],
    ['not_their_words', 'a name that nobody cited', 'Mutualiser les achats entre associations avec [P1]'],
    [
      'too_long',
      'more than anyone reads',
      `Mutualiser les achats entre associations ${'et gagner du temps '.repeat(20)}`,
    ],
  ])('M7 M8 is left out for its words, and this is said, for %s: %s', (reason, _what, text) => {
    const task = {
      ...workshopTask,
      names: ['Untel'],
      answers: [...workshopTask.answers, { id: 'answer-777', text: 'Untel reprend le café du matin', supports: 0 }],
    };
    const request = requestOf(task);
    const { ideas, dropped } = checkedReply(task, replyOf(request, [{ ...sharing, text }]), request);
    expect(dropped).toEqual([reason]);
    expect(ideas.every(({ wording }) => wording === 'theirs')).toBe(true);
    // What it stood for the engine puts in a sentence of theirs.
    const idea = ideas.find(({ answerIds }) => answerIds.includes('answer-000'));
    expect(idea?.answerIds).toEqual(expect.arrayContaining(['answer-000', 'answer-001', 'answer-002']));
    expect(workshop.slice(0, 3)).toContain(idea?.text);
  });

  it('M3 M7 names come back where they stood', () => {
    const texts = ['Suivre la méthode de Marie Dupont', 'La méthode de Marie Dupont marche', 'Autre chose'];
    const task = taskOf(texts, { names: ['Marie Dupont'], ideas: 1 });
    const request = requestOf(task);
    expect(request.data).not.toContain('Dupont');
    const reply = replyOf(request, [
      {
        text: 'Suivre la méthode de [P1]',
        quotes: [
          [texts[0] ?? '', 'la méthode de [P1]'],
          [texts[1] ?? '', 'La méthode de [P1] marche'],
        ],
      },
    ]);
    const { ideas, dropped } = checkedReply(task, reply, request);
    expect(dropped).toEqual([]);
    expect(ideas[0]?.text).toBe('Suivre la méthode de Marie Dupont');
  });

  it('M6 an answer that says the opposite supports nothing', () => {
    const texts = [
      'Pour la fusion des deux associations',
      'Contre la fusion des deux associations',
      'La fusion des deux associations, oui',
    ];
    const task = taskOf(texts, { ideas: 1 });
    const request = requestOf(task);
    const { ideas } = checkedReply(
      task,
      replyOf(request, [
        { text: 'Pour la fusion des deux associations', quotes: texts.map((text) => [text, text] as const) },
      ]),
      request,
    );
    expect(ideas[0]?.answerIds).not.toContain('answer-001');
    expect(ideas[0]?.opposed).toContain('answer-001');
  });

  it('M8 where nothing checks the ideas are those of the engine', () => {
    const { ideas, dropped } = checked({ text: 'PWNED', quotes: [['A1', 'x']] }, { text: 'HACKED', quotes: [] });
    expect(dropped).toHaveLength(2);
    const { ideas: engine } = suggestKeyIdeas({ ...workshopTask });
    expect(ideas.map(({ text }) => text).sort()).toEqual(engine.map(({ text }) => text).sort());
  });

  it.each([
    ['not_json', 'Voici mes idées : la première'],
    ['not_json', '{"ideas":[{"text":"Mutual'],
    ['wrong_shape', '{"themes":[]}'],
    ['wrong_shape', '{"ideas":{"text":"x"}}'],
    ['not_json', ''],
  ])('M8 is no reply: %s', (problem, text) => {
    expect(readModelReply(text)).toEqual({ ok: false, problem });
  });

  it('M8 a reply in a fence is read, and what has no shape in it is left out', () => {
    const text =
      'Voici :\n```json\n{"ideas":[7,{"text":"a"},{"text":"b","citations":[{"answer":1},{"answer":"A1","quote":"q","x":1}]}]}\n```';
    expect(readModelReply(text)).toEqual({
      ok: true,
      value: [undefined, undefined, { text: 'b', citations: [{ answer: 'A1', quote: 'q' }] }],
    });
  });

  it('M6 M7 M9 whatever is replied: ids that exist, no answer under two ideas, words that are theirs', () => {
    const reply = fc.array(
      fc.record({
        text: fc.oneof(anyText, fc.constantFrom(...workshop, 'HACKED', sharing.text, funding.text)),
        citations: fc.array(
          fc.record({
            answer: fc.oneof(fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A99'), anyText),
            quote: fc.oneof(anyText, fc.constantFrom(...workshop, 'les achats entre', 'un fonds commun')),
          }),
          { maxLength: 8 },
        ),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(reply, fc.array(anyText, { maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (ideas, more, count) => {
        const task = taskOf([...workshop, ...more], { ideas: count });
        const found = checkedReply(task, JSON.stringify({ ideas }));
        expect(found.ideas.length).toBeLessThanOrEqual(count);
        expect(found.dropped.length).toBeLessThanOrEqual(ideas.length);
        const known = new Set(task.answers.map(({ id }) => id));
        const under = found.ideas.flatMap(({ answerIds }) => answerIds);
        expect(new Set(under).size).toBe(under.length);
        for (const idea of found.ideas) {
          for (const id of [...idea.answerIds, ...idea.doubtful, ...idea.opposed]) expect(known.has(id)).toBe(true);
          expect(idea.answerIds).toEqual(expect.arrayContaining([...idea.citations]));
          expect(idea.citations.length).toBeGreaterThanOrEqual(1);
          expect(idea.text.length).toBeLessThanOrEqual(240);
          if (idea.wording === 'model') expect(idea.citations.length).toBeGreaterThanOrEqual(2);
          expect(idea.text).not.toBe('HACKED');
        }
      }),
      { numRuns: 200 },
    );
  });
});
