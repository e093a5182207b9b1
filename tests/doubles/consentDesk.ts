import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeJwt } from 'jose';
import { readText } from './readText.ts';

/** What Entra does to an exchange in place of giving a token. */
export interface ExchangeTrouble {
  readonly status: number;
  readonly error?: string;
  readonly codes?: readonly number[];
  readonly retryAfter?: string;
}

/** Entra's exchange of a token for one of Graph, and the window in which it asks for a permission. */
export interface ConsentDesk {
  /** Object ids of who has given it. */
  readonly given: Set<string>;
  /** Parameters of every exchange, in order. */
  readonly exchanges: readonly URLSearchParams[];
  /** Addresses of the windows that were opened. */
  readonly windows: readonly URL[];
  /** Whose browser it is that opens the window. */
  visitor: string;
  /** Asked before each exchange. */
  trouble: () => ExchangeTrouble | undefined;
  /** False when the request is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** Of a token of Graph that an exchange gave: whose it is. */
export const graphTokenOf = (objectId: string): string => `graph-token-${objectId}`;

export function createConsentDesk(): ConsentDesk {
  const exchanges: URLSearchParams[] = [];
  const windows: URL[] = [];
  const exchange = (form: URLSearchParams, tenant: string) => {
    exchanges.push(form);
    const trouble = desk.trouble();
    if (trouble !== undefined) {
      const { status, error = 'server_error', codes = [], retryAfter } = trouble;
      return {
        status,
        retryAfter,
        body: { error, error_codes: codes, error_description: `AADSTS${codes[0] ?? 0}: …` },
      };
    }
    const { oid, tid } = decodeJwt<{ oid: string; tid: string }>(form.get('assertion') ?? '');
    const isWhole =
      tid === tenant &&
      form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
      form.get('requested_token_use') === 'on_behalf_of' &&
      form.get('client_secret') === 'a secret of the tests';
    if (!isWhole) return { status: 400, body: { error: 'invalid_request' } };
    if (!desk.given.has(oid)) {
      return { status: 400, body: { error: 'invalid_grant', error_codes: [65_001], suberror: 'consent_required' } };
    }
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3_600, access_token: graphTokenOf(oid) } };
  };
  const desk: ConsentDesk = {
    given: new Set(),
    exchanges,
    windows,
    visitor: '',
    trouble: () => undefined,
    async answer(request, response) {
      const address = new URL(request.url ?? '/', 'http://entra');
      const [, tenant = '', kind, , part] = address.pathname.split('/');
      if (kind !== 'oauth2') return false;
      if (part === 'token') {
        const { status, body, retryAfter } = exchange(new URLSearchParams(await readText(request)), tenant);
        const wait = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
        response.writeHead(status, { 'content-type': 'application/json', ...wait }).end(JSON.stringify(body));
        return true;
      }
      const back = address.searchParams.get('redirect_uri') ?? '';
      if (address.searchParams.has('agree')) {
        desk.given.add(desk.visitor);
        response.writeHead(302, { location: `${back}#code=a-code-that-nobody-redeems` }).end();
        return true;
      }
      windows.push(address);
      const agree = `${address.pathname}${address.search}&agree=yes`;
      const refuse = `${back}#error=access_denied&error_description=AADSTS65004`;
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><title>Entra</title><link rel="icon" href="data:,"><a href="${agree}">Accepter</a> <a href="${refuse}">Annuler</a>`,
        );
      return true;
    },
  };
  return desk;
}
