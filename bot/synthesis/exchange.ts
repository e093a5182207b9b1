import { z } from 'zod';
import { type Concession, concede, inDialect } from './dialect.ts';
import { type Outcome, readCompletion } from './readCompletion.ts';

/** What an exchange needs of the world. */
export interface Wire {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Resolves after so long, or as soon as `signal` is aborted. */
  readonly wait: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Aborted after so long. */
  readonly limit: (limitMs: number) => AbortSignal;
  readonly now: () => number;
  /** 0 to 1. */
  readonly draw: () => number;
}

interface ExchangeTerms {
  readonly timeoutMs: number;
  readonly retries: number;
  readonly schema: object;
  /** Learned from one exchange to the next. */
  readonly conceded: Set<Concession>;
  /** Aborted when nobody waits for the reply any more. */
  readonly signal: AbortSignal;
}

/** No reply of a few sentences is as long: whoever sends more is not read to its end. */
const largestReplyBytes = 1_000_000;
const firstBackoffMs = 500;
/** Of what the vendor's client would send, what an endpoint needs: nothing that describes this machine. */
const headersSent = ['authorization', 'api-key', 'content-type', 'accept'];

const complaintSchema = z.object({
  error: z.object({ message: z.string().optional(), param: z.string().nullish(), code: z.unknown() }),
});

/** One question to the endpoint and its reply, through whatever goes wrong on the way. */
export interface Exchange {
  /** For the vendor's client: always fulfilled, with a reply that it can read, empty when there is none. */
  readonly fetch: (address: unknown, request?: RequestInit) => Promise<Response>;
  readonly outcome: () => Outcome;
}

const emptyReply = { choices: [{ index: 0, message: { role: 'assistant', content: '' }, finish_reason: 'stop' }] };
const replyOf = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

/** The whole body; undefined when it is longer than any reply. Rejects when the connection breaks. */
async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestReplyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** How long the endpoint asks to wait, in milliseconds; undefined when it does not say. */
function askedDelay({ headers }: Response, now: number): number | undefined {
  const inMs = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (Number.isFinite(inMs)) return Math.max(0, inMs);
  const after = headers.get('retry-after');
  if (after === null) return undefined;
  const seconds = Number.parseFloat(after);
  const delay = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(after) - now;
  return Number.isFinite(delay) ? Math.max(0, delay) : undefined;
}

type Attempt = { readonly outcome: Outcome } | { readonly again: Outcome; readonly afterMs?: number | undefined };

async function attempt(
  address: string,
  request: RequestInit,
  wire: Wire,
): Promise<Attempt | { complaint: string; status: number }> {
  let response: Response;
  let body: string | undefined;
  try {
    // Answers go to the host that people were told of, and to no other one that it points to.
    response = await wire.fetch(address, { ...request, redirect: 'error' });
    body = await readBody(response);
  } catch {
    return { again: { ok: false, failure: 'unavailable' } };
  }
  const { status } = response;
  if (body === undefined) return { outcome: { ok: false, failure: 'too_large' } };
  if (response.ok) return { outcome: readCompletion(body) };
  if (status === 429)
    return { again: { ok: false, failure: 'rate_limited', status }, afterMs: askedDelay(response, wire.now()) };
  if (status >= 500 || status === 408 || status === 409) {
    return { again: { ok: false, failure: 'unavailable', status }, afterMs: askedDelay(response, wire.now()) };
  }
  const complaint = complaintSchema.safeParse(parseJson(body));
  if (complaint.success && complaint.data.error.code === 'content_filter') {
    return { outcome: { ok: false, failure: 'filtered', status } };
  }
  const { message = '', param } = complaint.success ? complaint.data.error : {};
  return { complaint: `${message} ${param ?? ''}`, status };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function startExchange(wire: Wire, terms: ExchangeTerms): Exchange {
  const { conceded, retries, schema } = terms;
  let outcome: Outcome = { ok: false, failure: 'unavailable' };

  async function converse(address: string, request: RequestInit): Promise<Outcome> {
    const deadline = wire.now() + terms.timeoutMs;
    const signal = AbortSignal.any([terms.signal, wire.limit(terms.timeoutMs)]);
    const given = z.record(z.string(), z.unknown()).parse(JSON.parse(String(request.body)));
    const all = new Headers(request.headers);
    const headers = Object.fromEntries(
      headersSent.flatMap((name) => {
        const value = all.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const stopped = (): Outcome | undefined =>
      signal.aborted ? { ok: false, failure: terms.signal.aborted ? 'cancelled' : 'timed_out' } : undefined;

    for (let tried = 0; ; ) {
      const body = JSON.stringify(inDialect(given, schema, conceded));
      const result = await attempt(address, { method: 'POST', headers, body, signal }, wire);
      const end = stopped();
      if (end !== undefined) return end;
      if ('outcome' in result) return result.outcome;
      if ('complaint' in result) {
        const concession = concede(result, conceded);
        if (concession === undefined) return { ok: false, failure: 'denied', status: result.status };
        conceded.add(concession);
        continue;
      }
      if (tried >= retries) return result.again;
      const backoffMs = firstBackoffMs * 2 ** tried * (0.75 + wire.draw() / 2);
      const delayMs = result.afterMs ?? backoffMs;
      // Waiting beyond the limit only to be cut off helps nobody: the engine's own ideas are there already.
      if (wire.now() + delayMs >= deadline) return result.again;
      await wire.wait(delayMs, signal);
      const cut = stopped();
      if (cut !== undefined) return cut;
      tried += 1;
    }
  }

  return {
    async fetch(address, request = {}) {
      outcome = await converse(String(address), request);
      const usage = outcome.tokens === undefined ? {} : { usage: { total_tokens: outcome.tokens } };
      if (!outcome.ok) return replyOf({ ...emptyReply, ...usage });
      const message = { role: 'assistant', content: outcome.text };
      return replyOf({ choices: [{ index: 0, message, finish_reason: 'stop' }], ...usage });
    },
    outcome: () => outcome,
  };
}
