import { afterEach, describe, expect, it } from 'vitest';
import { createBackground } from '../../bot/synthesis/background.ts';
import { openLanguageModel } from '../../bot/synthesis/languageModel.ts';
import { createModelSynthesizer, NoProposals, type TokenBudget } from '../../bot/synthesis/modelSynthesizer.ts';
import type { SynthesisTask } from '../../bot/synthesis/synthesizer.ts';
import { createTurns } from '../../bot/synthesis/turns.ts';
import { suggestKeyIdeas } from '../../shared/synthesis/suggestKeyIdeas.ts';
import { type ChatAnswer, type ChatCall, type ChatEndpoint, openChatEndpoint } from '../doubles/chatEndpoint.ts';
import { type Injection, injections, type SeenAnswer } from '../doubles/injections.ts';
import { group } from '../unit/synthesis/answers.ts';

const workshop = [
  'Mutualiser les achats entre associations du territoire',
  'La mutualisation des achats, ça nous parle !',
  "L'achat mutualisé entre associations fait gagner du temps, dit Camille Roy",
  'Un fonds commun alimenté par les entreprises locales',
  'Demander aux entreprises d’alimenter un fonds territorial commun',
  'Créer un fonds commun avec les entreprises',
];
const taskOf = (texts: readonly string[]): SynthesisTask => ({
  answers: group(texts),
  question: 'Que faire ensemble, selon Camille Roy ?',
  language: 'fr',
  ideas: 2,
  kept: [],
});
const nobodyLeaves = new AbortController().signal;

const open: ChatEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

const seenIn = ({ body }: ChatCall): readonly SeenAnswer[] =>
  (JSON.parse(body.messages[1]?.content ?? '{}') as { readonly answers: readonly SeenAnswer[] }).answers;

function budgetOf(most: number): TokenBudget {
  let spent = 0;
  return {
    async reserve(tokens) {
      if (spent + tokens > most) return undefined;
      spent += tokens;
      return most - spent + tokens;
    },
    async settle(difference) {
      spent += difference;
    },
  };
}

/** A synthesizer over the real protocol, asking an endpoint of this machine. */
async function synthesizerWith(answer: (call: ChatCall, index: number) => ChatAnswer, tokens = 100_000) {
  const endpoint = await openChatEndpoint(answer);
  open.push(endpoint);
  const settings = {
    endpoint: `${endpoint.origin}/v1`,
    model: 'small',
    timeoutMs: 20_000,
    tokensPerWorkshop: tokens,
    retries: 0,
  };
  const synthesizer = createModelSynthesizer({
    model: openLanguageModel(settings),
    background: createBackground({ now: () => 0, setTimeout: (act) => setImmediate(act) }),
    turns: createTurns(4),
    budget: budgetOf(tokens),
    names: () => ['Camille Roy', 'Zoé'],
  });
  return {
    endpoint,
    propose: (texts: readonly string[], signal = nobodyLeaves) => synthesizer.propose(taskOf(texts), signal),
  };
}

const says = (reply: unknown): ChatAnswer => ({ kind: 'says', content: JSON.stringify(reply), tokens: 900 });
const labelsOf = (call: ChatCall, pattern: RegExp) => seenIn(call).filter(({ text }) => pattern.test(text));
/** A model that does what it is told by whoever runs the workshop, and by nobody else. */
const honest = (call: ChatCall): ChatAnswer => {
  const quoted = (seen: readonly SeenAnswer[]) =>
    seen.map(({ id, text }) => ({ answer: id, quote: text.replace(/, dit.*/u, '') }));
  return says({
    ideas: [
      { text: 'Mutualiser les achats entre associations', citations: quoted(labelsOf(call, /achat/u)) },
      { text: 'Un fonds commun alimenté par les entreprises', citations: quoted(labelsOf(call, /fonds/u)) },
    ],
  });
};

const ideasGiven = (obeyed: Injection['obeyed']): number =>
  (obeyed([{ id: 'A1', text: 'un texte' }], '…') as { readonly ideas: readonly unknown[] }).ideas.length;

describe('key ideas that a model puts into words', () => {
  it('M6 M8 come back checked, and named by the model', async () => {
    const { propose } = await synthesizerWith(honest);
    const { ideas, dropped } = await propose(workshop);
    expect(dropped).toEqual([]);
    expect(ideas.map(({ text, wording, answerIds }) => [text, wording, [...answerIds].sort()])).toEqual([
      ['Mutualiser les achats entre associations', 'model', ['answer-000', 'answer-001', 'answer-002']],
      ['Un fonds commun alimenté par les entreprises', 'model', ['answer-003', 'answer-004', 'answer-005']],
    ]);
  });

  it('M3 no name and no id crosses the wire', async () => {
    const { propose, endpoint } = await synthesizerWith(honest);
    await propose([...workshop, 'écrire à zoé, camille.roy@exemple.fr']);
    const sent = JSON.stringify(endpoint.calls.map(({ body }) => body));
    expect(sent).not.toMatch(/camille|roy|zoé|answer-0/iu);
    expect(sent).toContain('[P1]');
  });

  it.each(injections)('M10 a model that obeys an answer is not believed: $name', async ({ answer, obeyed }) => {
    const { propose, endpoint } = await synthesizerWith((call) =>
      says(obeyed(seenIn(call), call.body.messages[0]?.content ?? '')),
    );
    const texts = [...workshop, answer];
    const { ideas, dropped } = await propose(texts);
    const engine = suggestKeyIdeas({ answers: group(texts), ideas: 2, question: taskOf([]).question }).ideas;
    expect(ideas.map(({ text, wording, citations }) => ({ text, wording, citations }))).toEqual(
      engine.map(({ text, citations }) => ({ text, wording: 'theirs', citations })),
    );
    expect(dropped.length).toBe(ideasGiven(obeyed));
    for (const { citations } of ideas) expect(citations).not.toContain('answer-006');
    expect(endpoint.calls).toHaveLength(1);
  });

  it.each(injections)(
    'M10 an answer that gives orders changes nothing for a model that does not listen: $name',
    async ({ answer }) => {
      const { propose } = await synthesizerWith(honest);
      const { ideas, dropped } = await propose([...workshop, answer]);
      expect(dropped).toEqual([]);
      expect(ideas.map(({ text }) => text)).toEqual([
        'Mutualiser les achats entre associations',
        'Un fonds commun alimenté par les entreprises',
      ]);
    },
  );

  it('M4 what is told to the model is the same whatever the answers say', async () => {
    const { propose, endpoint } = await synthesizerWith(honest);
    await propose(workshop);
    for (const { answer } of injections) await propose([...workshop, answer]);
    const told = new Set(endpoint.calls.map(({ body }) => body.messages[0]?.content));
    expect(told.size).toBe(1);
    for (const { body } of endpoint.calls) {
      expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(body.messages[1]?.content).not.toMatch(/[<>\u200b\u{e0000}-\u{e007f}]/u);
    }
  });

  it.each<[string, ChatAnswer]>([
    ['garbled', { kind: 'says', content: '{"ideas":[{"text":"Mutu', tokens: 50 }],
    ['garbled', { kind: 'says', content: 'Je ne peux pas.', tokens: 50 }],
    ['unavailable', { kind: 'fails', status: 500 }],
    ['refused', { kind: 'says', content: null, refusal: 'no' }],
    ['denied', { kind: 'fails', status: 401 }],
  ])('M12 without a usable reply there are no proposals: %s', async (failure, answer) => {
    const { propose } = await synthesizerWith(() => answer);
    await expect(propose(workshop)).rejects.toMatchObject({ failure });
  });

  it('M13 whoever leaves while it waits for its turn is not asked for', async () => {
    const { propose, endpoint } = await synthesizerWith(() => ({ kind: 'hangs' }));
    const leaving = new AbortController();
    const asked = [0, 1, 2, 3].map((each) => propose([...workshop, `Une réponse de plus ${each}`], leaving.signal));
    await endpoint.called(4);
    const fifth = new AbortController();
    const waiting = propose([...workshop, 'Une cinquième'], fifth.signal);
    fifth.abort();
    await expect(waiting).rejects.toThrow();
    leaving.abort();
    for (const each of asked) await expect(each).rejects.toMatchObject({ failure: 'cancelled' });
    expect(endpoint.calls).toHaveLength(4);
  });

  it('M14 the same answers are asked about once, whoever supports them', async () => {
    const { propose, endpoint } = await synthesizerWith(honest);
    expect(await propose(workshop)).toEqual(await propose(workshop));
    expect(endpoint.calls).toHaveLength(1);
  });

  it('M14 a workshop that has had its tokens asks no more', async () => {
    const { propose, endpoint } = await synthesizerWith(
      (call) => ({ ...honest(call), tokens: 2_500 }) as ChatAnswer,
      4_000,
    );
    await propose(workshop);
    await expect(propose([...workshop, 'Une réponse de plus'])).rejects.toBeInstanceOf(NoProposals);
    await expect(propose([...workshop, 'Une réponse de plus'])).rejects.toMatchObject({ failure: 'spent' });
    expect(endpoint.calls).toHaveLength(1);
  });
});
