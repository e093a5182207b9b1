import { describe, expect, it } from 'vitest';
import { createApi } from '../../../tab/net/api.ts';
import { FakeTimers } from './fakeTimers.ts';

type Answer = (input: string, init: RequestInit) => Promise<Response>;

const apiAnswering = (answer: Answer) => {
  const timers = new FakeTimers();
  const calls: { readonly input: string; readonly init: RequestInit }[] = [];
  const api = createApi({
    origin: 'https://a.example',
    fetch: (input, init) => {
      const call = { input: String(input), init: init ?? {} };
      calls.push(call);
      return answer(call.input, call.init);
    },
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clearTimeout,
  });
  return { api, calls, timers };
};
const json = (status: number, body: unknown) => async () => new Response(JSON.stringify(body), { status });

describe('the server’s HTTP side', () => {
  it('NA1 sends secrets in the header or the body, never in the address', async () => {
    const { api, calls } = apiAnswering(json(200, []));
    await api.invitation('secret-link');
    await api.join({ link: 'secret-link', joinId: 'j', identity: 'secret-id', name: 'N', organisation: '' });
    await api.workshops('secret-key');
    await api.links('secret-id');
    await api.report('secret-id', 'md', 'fr');
    expect(calls.map(({ init, input }) => `${init.method} ${input}`)).toEqual([
      'POST https://a.example/api/invitation',
      'POST https://a.example/api/join',
      'GET https://a.example/api/workshops',
      'GET https://a.example/api/links',
      'GET https://a.example/api/report.md?language=fr',
    ]);
    expect(calls.slice(2).map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      'Bearer secret-key',
      'Bearer secret-id',
      'Bearer secret-id',
    ]);
  });

  it('NA2 hands on what the server says, yes or no', async () => {
    const yes = apiAnswering(json(200, { workshopId: 'w' }));
    expect(await yes.api.invitation('x')).toEqual({ ok: true, value: { workshopId: 'w' } });
    const no = apiAnswering(json(429, { code: 'too_many_requests', retryMs: 900 }));
    expect(await no.api.invitation('x')).toEqual({ ok: false, problem: { code: 'too_many_requests', retryMs: 900 } });
    const text = apiAnswering(async () => new Response('# Rapport', { headers: { 'content-type': 'text/markdown' } }));
    expect(await text.api.report('x', 'md', 'fr')).toEqual({ ok: true, value: '# Rapport' });
  });

  it.each<[string, Answer]>([
    ['no network', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a proxy’s page that says 200', async () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['a proxy’s page that says 502', async () => new Response('<html>', { status: 502 })],
    ['an error that is not ours', json(500, ['no'])],
  ])('NA2 %s is told as unreachable', async (_, answer) => {
    const { api, timers } = apiAnswering(answer);
    expect(await api.invitation('x')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(await api.report('x', 'md', 'fr')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(timers.waiting).toBe(0);
  });

  it('NA2 a server that does not answer is given up', async () => {
    const { api, timers } = apiAnswering(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const reply = api.links('x');
    timers.pass(15_000);
    expect(await reply).toEqual({ ok: false, problem: { code: 'unreachable' } });
  });
});
