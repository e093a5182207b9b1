import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for a chat completion, as the endpoint got it. */
export interface ChatCall {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
    readonly temperature?: number;
  };
}

export type ChatAnswer =
  | {
      readonly kind: 'says';
      readonly content: string | null;
      readonly finish?: string;
      readonly refusal?: string;
      readonly tokens?: number;
    }
  | {
      readonly kind: 'fails';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly error?: object;
    }
  | { readonly kind: 'sends'; readonly body: string }
  /** Half a body, then the connection is gone. */
  | { readonly kind: 'breaks' }
  | { readonly kind: 'resets' }
  | { readonly kind: 'hangs' }
  /** A reply without an end. */
  | { readonly kind: 'floods' }
  | { readonly kind: 'redirects'; readonly to: string };

export interface ChatEndpoint {
  /** "http://127.0.0.1:4711" */
  readonly origin: string;
  readonly calls: readonly ChatCall[];
  /** How many calls whoever asked gave up. */
  readonly abandoned: () => number;
  /** Resolves when so many calls have come in all. */
  readonly called: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const completion = ({ content, finish = 'stop', refusal, tokens }: Extract<ChatAnswer, { kind: 'says' }>): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'test-model',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: refusal ?? null },
        finish_reason: finish,
        logprobs: null,
      },
    ],
    ...(tokens === undefined
      ? {}
      : { usage: { prompt_tokens: tokens - 10, completion_tokens: 10, total_tokens: tokens } }),
  });

async function readJson(request: IncomingMessage): Promise<ChatCall['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function reply(answer: ChatAnswer, request: IncomingMessage, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (answer.kind) {
    case 'says':
      response.writeHead(200, json).end(completion(answer));
      return;
    case 'fails':
      response.writeHead(answer.status, { ...json, ...answer.headers });
      response.end(JSON.stringify({ error: { message: 'no', type: 'x', param: null, code: null, ...answer.error } }));
      return;
    case 'sends':
      response.writeHead(200, json).end(answer.body);
      return;
    case 'breaks':
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"choices":[{"mess', () => request.socket.destroy());
      return;
    case 'resets':
      request.socket.resetAndDestroy();
      return;
    case 'hangs':
      return;
    case 'floods': {
      response.writeHead(200, json);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pour);
      };
      response.on('error', () => {});
      pour();
      return;
    }
    case 'redirects':
      response.writeHead(307, { location: answer.to }).end();
  }
}

/**
 * An endpoint on this machine that speaks chat completions, as OpenAI (`/v1/chat/completions`, Bearer) and Azure
 * (`/openai/deployments/NAME/chat/completions?api-version=`, api-key) do; anything else is answered 404.
 */
export async function openChatEndpoint(answer: (call: ChatCall, index: number) => ChatAnswer): Promise<ChatEndpoint> {
  const calls: ChatCall[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const path = request.url ?? '';
    const isOpenAi = path === '/v1/chat/completions' && /^Bearer ./.test(request.headers.authorization ?? '');
    const isAzure =
      /^\/openai\/deployments\/[^/]+\/chat\/completions\?api-version=[\d-]+/.test(path) &&
      request.headers['api-key'] !== undefined;
    if (request.method !== 'POST' || !(isOpenAi || isAzure)) {
      response.writeHead(404).end();
      return;
    }
    const body = await readJson(request);
    const call = { path, headers: request.headers, body };
    calls.push(call);
    reply(answer(call, calls.length - 1), request, response);
    for (const { count, resolve } of waiting) if (calls.length >= count) resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    abandoned: () => abandoned,
    called: (count) =>
      new Promise((resolve) => {
        if (calls.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
