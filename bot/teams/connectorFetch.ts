import { retryAfterMs } from './retryAfter.ts';

/** A request that Teams answered with a status of 400 or more, or not at all (`status` 0). */
export class TeamsRefusal extends Error {
  readonly status: number;
  /** Milliseconds that Teams asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** "MessageWritesBlocked"; empty when there is none. */
  readonly code: string;

  constructor(status: number, code: string, retryAfterMs?: number) {
    super(`Teams answered ${status}${code === '' ? '' : ` (${code})`}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** As much of a request and an answer of Microsoft's clients as is used here. */
interface ClientRequest {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { toJson(options: { preserveCase: boolean }): Record<string, string> };
}
interface ClientResponse {
  readonly request: ClientRequest;
  readonly status: number;
  readonly headers: { toJson(): Record<string, string> };
  readonly bodyAsText: string;
}

/**
 * How the connector's client reaches Teams: once. The client's own retries wait inside the call, ignore what Teams says
 * about 412 and 429 without a delay, and know nothing of other nodes: the outbox tries again, and nobody else. An error
 * that is no answer of theirs is one that they do not repeat.
 */
export const fetchOnce = (timeoutMs: number) => ({
  async sendRequest(request: ClientRequest): Promise<ClientResponse> {
    const { method, body } = request;
    const headers = request.headers.toJson({ preserveCase: true });
    const url = targeted(request.url, headers);
    let response: Response;
    let bodyAsText: string;
    try {
      response = await fetch(url, {
        method,
        headers,
        ...(body === undefined || body === null ? {} : { body: body as string }),
        signal: AbortSignal.timeout(timeoutMs),
        // A redirect would carry the bot's token somewhere else.
        redirect: 'error',
      });
      bodyAsText = await response.text();
    } catch {
      throw new TeamsRefusal(0, 'no_answer');
    }
    if (response.status >= 400) throw new TeamsRefusal(response.status, codeOf(bodyAsText), retryAfterMs(response));
    return {
      request,
      status: response.status,
      headers: { toJson: () => Object.fromEntries(response.headers) },
      bodyAsText,
    };
  },
});

/** The client does not know of messages for one person of a chat: this header, which goes no further, asks for it. */
export const targetedHeader = 'x-for-recipient-alone';

function targeted(address: string, headers: Record<string, string>): string {
  if (headers[targetedHeader] === undefined) return address;
  delete headers[targetedHeader];
  const url = new URL(address);
  url.searchParams.set('isTargetedActivity', 'true');
  return url.href;
}

function codeOf(body: string): string {
  try {
    const code: unknown = JSON.parse(body)?.error?.code;
    return typeof code === 'string' ? code.slice(0, 60) : '';
  } catch {
    return '';
  }
}
