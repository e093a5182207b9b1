import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Wire } from '../../bot/synthesis/exchange.ts';
import { openLanguageModel, type Question } from '../../bot/synthesis/languageModel.ts';
import type { ModelSettings } from '../../bot/synthesis/modelSettings.ts';
import { type ChatAnswer, type ChatCall, type ChatEndpoint, openChatEndpoint } from '../doubles/chatEndpoint.ts';

const question: Question = {
  instructions: 'Proposez des idées.',
  data: '{"answers":[{"id":"A1","text":"{{secret}} {{$temp.x}} un texte"}]}',
  schema: { type: 'object' },
  replyTokens: 500,
  tokensLeft: 10_000,
};
const said: ChatAnswer = { kind: 'says', content: '{"ideas":[]}', tokens: 120 };
const nobodyLeaves = new AbortController().signal;

const open: ChatEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});
async function endpointThat(answer: (call: ChatCall, index: number) => ChatAnswer): Promise<ChatEndpoint> {
  const endpoint = await openChatEndpoint(answer);
  open.push(endpoint);
  return endpoint;
}

const azureHost = 'https://aparte-test.openai.azure.com';

/** Time that nobody waits for; the address of Azure, which must be https, leads to the endpoint on this machine. */
function stillWire(endpoint: ChatEndpoint, more: Partial<Wire> = {}): { wire: Wire; waits: number[] } {
  const waits: number[] = [];
  const wire: Wire = {
    fetch: (address, request) => fetch(address.replace(azureHost, endpoint.origin), request),
    wait: async (delayMs) => void waits.push(delayMs),
    limit: () => nobodyLeaves,
    now: () => 1_790_000_000_000,
    draw: () => 0.5,
    ...more,
  };
  return { wire, waits };
}

function modelAt(endpoint: ChatEndpoint, settings: Partial<ModelSettings> = {}, more: Partial<Wire> = {}) {
  const { wire, waits } = stillWire(endpoint, more);
  const model = openLanguageModel(
    {
      endpoint: `${endpoint.origin}/v1`,
      apiKey: 'key-0123456789',
      model: 'small-model',
      timeoutMs: 30_000,
      tokensPerWorkshop: 10_000,
      retries: 2,
      ...settings,
    },
    wire,
  );
  return { model, waits };
}

describe('a language model behind its endpoint', () => {
  it('M11 asks as OpenAI does: instructions apart, answers as they stand, a schema for the reply', async () => {
    const endpoint = await endpointThat(() => said);
    const { model } = modelAt(endpoint);
    expect(model.host).toBe(new URL(endpoint.origin).host);
    expect(await model.complete(question, nobodyLeaves)).toEqual({ ok: true, text: '{"ideas":[]}', tokens: 120 });
    const [call] = endpoint.calls;
    expect(call?.headers.authorization).toBe('Bearer key-0123456789');
    expect(call?.body).toEqual({
      model: 'small-model',
      messages: [
        { role: 'system', content: question.instructions },
        { role: 'user', content: question.data },
      ],
      max_tokens: 500,
      temperature: 0,
      top_p: 1,
      presence_penalty: 0,
      frequency_penalty: 0,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'ideas', strict: true, schema: { type: 'object' } },
      },
    });
  });

  it('M11 asks as Azure does: deployment and version in the address, the key in its own header', async () => {
    const endpoint = await endpointThat(() => said);
    const azure = { endpoint: azureHost, model: 'my-deployment', azureApiVersion: '2024-10-21' };
    const { model } = modelAt(endpoint, azure);
    expect(model.host).toBe('aparte-test.openai.azure.com');
    expect(await model.complete(question, nobodyLeaves)).toMatchObject({ ok: true });
    const [call] = endpoint.calls;
    expect(call?.path).toBe('/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21');
    expect(call?.headers['api-key']).toBe('key-0123456789');
    expect(call?.headers.authorization).toBeUndefined();
  });

  it('M3 the request tells nothing of this machine', async () => {
    const endpoint = await endpointThat(() => said);
    await modelAt(endpoint).model.complete(question, nobodyLeaves);
    const names = Object.keys(endpoint.calls[0]?.headers ?? {}).filter((name) => name.startsWith('x-'));
    expect(names).toEqual([]);
  });

  it.each([
    [
      'max_tokens',
      { message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead." },
      { max_completion_tokens: 500 },
    ],
    ['temperature', { message: 'Unsupported value', param: 'temperature' }, { max_tokens: 500 }],
    [
      'response_format',
      { message: 'json_schema is not supported', param: 'response_format' },
      { response_format: { type: 'json_object' } },
    ],
  ])('M11 an endpoint that refuses %s is asked without it, from then on', async (_what, error, expected) => {
    const endpoint = await endpointThat((_call, index) => (index === 0 ? { kind: 'fails', status: 400, error } : said));
    const { model } = modelAt(endpoint);
    expect(await model.complete(question, nobodyLeaves)).toMatchObject({ ok: true });
    expect(await model.complete(question, nobodyLeaves)).toMatchObject({ ok: true });
    expect(endpoint.calls).toHaveLength(3);
    expect(endpoint.calls[1]?.body).toMatchObject(expected);
    expect(endpoint.calls[2]?.body).toEqual(endpoint.calls[1]?.body);
  });

  it('M11 an endpoint that knows no format at all is asked in words alone', async () => {
    const endpoint = await endpointThat(({ body }) =>
      body.response_format === undefined ? said : { kind: 'fails', status: 422, error: { message: 'bad request' } },
    );
    expect(await modelAt(endpoint).model.complete(question, nobodyLeaves)).toMatchObject({ ok: true });
    expect(endpoint.calls.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ]);
  });

  it.each<[string, ChatAnswer, object]>([
    [
      'a refusal',
      { kind: 'says', content: null, refusal: 'I cannot.', tokens: 30 },
      { failure: 'refused', tokens: 30 },
    ],
    [
      'a content filter on the reply',
      { kind: 'says', content: '', finish: 'content_filter', tokens: 30 },
      { failure: 'filtered' },
    ],
    [
      'a content filter on the question',
      { kind: 'fails', status: 400, error: { code: 'content_filter' } },
      { failure: 'filtered' },
    ],
    [
      'a reply cut short',
      { kind: 'says', content: '{"ideas":[', finish: 'length', tokens: 900 },
      { failure: 'cut_short', tokens: 900 },
    ],
    ['JSON that ends in the middle', { kind: 'sends', body: '{"choices":[{"mess' }, { failure: 'garbled' }],
    ['JSON of another kind', { kind: 'sends', body: '{"object":"list","data":[]}' }, { failure: 'garbled' }],
    ['a page', { kind: 'sends', body: '<html>' }, { failure: 'garbled' }],
    ['no choices', { kind: 'sends', body: '{"choices":[]}' }, { failure: 'garbled' }],
    ['no words', { kind: 'says', content: null }, { failure: 'garbled' }],
    ['a reply without an end', { kind: 'floods' }, { failure: 'too_large' }],
    ['a wrong key', { kind: 'fails', status: 401 }, { failure: 'denied', status: 401, tokens: 0 }],
    ['an unknown model', { kind: 'fails', status: 404 }, { failure: 'denied', status: 404 }],
  ])('M12 %s is told apart, is not asked again, and prints nothing', async (_what, answer, expected) => {
    const print = vi.spyOn(console, 'log');
    const endpoint = await endpointThat(() => answer);
    const { model, waits } = modelAt(endpoint);
    expect(await model.complete(question, nobodyLeaves)).toMatchObject({ ok: false, ...expected });
    expect(endpoint.calls).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
  });

  it.each<[string, ChatAnswer, string]>([
    ['too many requests', { kind: 'fails', status: 429 }, 'rate_limited'],
    ['a fault of the endpoint', { kind: 'fails', status: 500 }, 'unavailable'],
    ['an endpoint under repair', { kind: 'fails', status: 503 }, 'unavailable'],
    ['a connection that is reset', { kind: 'resets' }, 'unavailable'],
    ['a connection that breaks in the reply', { kind: 'breaks' }, 'unavailable'],
  ])('M12 after %s it is asked again, later and later, three times in all', async (_what, answer, failure) => {
    const print = vi.spyOn(console, 'log');
    const endpoint = await endpointThat(() => answer);
    const { model, waits } = modelAt(endpoint);
    expect(await model.complete(question, nobodyLeaves)).toMatchObject({ ok: false, failure, tokens: 0 });
    expect(endpoint.calls).toHaveLength(3);
    expect(waits).toEqual([500, 1_000]);
    expect(print).not.toHaveBeenCalled();
    print.mockRestore();
  });

  it.each([
    ['in seconds', { 'retry-after': '7' }, [7_000]],
    ['in milliseconds', { 'retry-after-ms': '1500' }, [1_500]],
    ['as an hour', { 'retry-after': new Date(1_790_000_004_000).toUTCString() }, [4_000]],
    ['beyond the time limit, so that nobody waits for it', { 'retry-after': '60' }, []],
  ])('M12 the endpoint says when to come back: %s', async (_what, headers: Record<string, string>, expected) => {
    const endpoint = await endpointThat((_call, index) =>
      index === 0 ? { kind: 'fails', status: 429, headers } : said,
    );
    const { model, waits } = modelAt(endpoint);
    const outcome = await model.complete(question, nobodyLeaves);
    expect(waits).toEqual(expected);
    expect(outcome.ok).toBe(expected.length > 0);
  });

  it('M12 a slow endpoint is left at the time limit', async () => {
    const endpoint = await endpointThat(() => ({ kind: 'hangs' }));
    const limit = new AbortController();
    const { model } = modelAt(endpoint, {}, { limit: () => limit.signal });
    const completing = model.complete(question, nobodyLeaves);
    await endpoint.called(1);
    limit.abort();
    expect(await completing).toMatchObject({ ok: false, failure: 'timed_out' });
    expect(endpoint.calls).toHaveLength(1);
  });

  it('M13 whoever does not wait any more leaves at once, also between two attempts', async () => {
    const endpoint = await endpointThat((_call, index) =>
      index === 0 ? { kind: 'hangs' } : { kind: 'fails', status: 500 },
    );
    const first = new AbortController();
    const asking = modelAt(endpoint).model.complete(question, first.signal);
    await endpoint.called(1);
    first.abort();
    expect(await asking).toMatchObject({ ok: false, failure: 'cancelled' });

    const second = new AbortController();
    const wait = async (): Promise<void> => second.abort();
    const { model } = modelAt(endpoint, {}, { wait });
    expect(await model.complete(question, second.signal)).toMatchObject({ ok: false, failure: 'cancelled' });
    expect(endpoint.calls).toHaveLength(2);
  });

  it('M2 answers go to the host that was told, and to none that it points to', async () => {
    const elsewhere = await endpointThat(() => said);
    const endpoint = await endpointThat(() => ({ kind: 'redirects', to: `${elsewhere.origin}/v1/chat/completions` }));
    expect(await modelAt(endpoint).model.complete(question, nobodyLeaves)).toMatchObject({ ok: false });
    expect(elsewhere.calls).toEqual([]);
  });

  it('M14 what would cost more than is left is not asked; what an endpoint does not tell is estimated', async () => {
    const endpoint = await endpointThat(() => ({ kind: 'says', content: '{"ideas":[]}' }));
    const { model } = modelAt(endpoint);
    expect(await model.complete({ ...question, tokensLeft: 510 }, nobodyLeaves)).toEqual({
      ok: false,
      failure: 'spent',
      tokens: 0,
    });
    expect(endpoint.calls).toEqual([]);
    const { tokens } = await model.complete(question, nobodyLeaves);
    expect(tokens).toBeGreaterThan(600);
  });
});
