import type { Request, Response } from 'express';
import type { HttpProblem } from '../shared/protocol/http.ts';
import type { Problem } from '../shared/protocol/messages.ts';

/** Everything else is 409: it could be done, but for how things stand. */
const statusOf: Partial<Record<HttpProblem['code'], number>> = {
  invalid: 400,
  sign_in_refused: 401,
  sign_in_expired: 401,
  denied: 403,
  tenant_not_allowed: 403,
  person_removed: 403,
  may_not_link: 403,
  graph_consent_needed: 403,
  graph_refused: 403,
  not_found: 404,
  too_large: 413,
  too_many_requests: 429,
  fault: 500,
  sign_in_unavailable: 503,
  graph_unavailable: 503,
};

export const refuse = (response: Response, problem: HttpProblem): void => {
  response.status(statusOf[problem.code] ?? 409).json(problem);
};

export const problemOf = (problem: Problem): HttpProblem => {
  switch (problem.kind) {
    case 'rejected':
      return { code: problem.code };
    case 'invalid':
      return { code: 'invalid', path: problem.path };
    case 'denied':
    case 'outdated':
      return { code: 'denied' };
    case 'busy':
      return { code: 'too_many_requests', retryMs: problem.retryMs };
    case 'fault':
      return { code: 'fault', reference: problem.reference };
  }
};

/** Longer than any secret of ours; a token of Microsoft's takes one or two thousand characters. */
const longestBearer = 8_000;

/** The secret in `Authorization: Bearer …`; empty when there is none. */
export const bearerOf = (request: Request): string => {
  const { authorization = '' } = request.headers;
  if (authorization.length > longestBearer) return '';
  return /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
};
