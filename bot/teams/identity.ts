import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { err, ok, type Result } from '../../shared/core/result.ts';

/** Somebody whom Microsoft has signed in. Tenant and object id together never change and never mean another. */
export interface Subject {
  readonly tenantId: string;
  readonly objectId: string;
  /** As their organisation writes it; only to be shown, anybody may have it. Empty when the token has none. */
  readonly name: string;
}

/**
 * `sign_in_refused`: not a token for us. `sign_in_expired`: ask Teams for another. `tenant_not_allowed`: of an organisation
 * that is not on the list. `sign_in_unavailable`: Microsoft's keys could not be read; try again.
 */
export type SignInProblem = 'sign_in_refused' | 'sign_in_expired' | 'tenant_not_allowed' | 'sign_in_unavailable';

export type VerifyToken = (token: string) => Promise<Result<Subject, SignInProblem>>;

export interface VerifierOptions {
  readonly clientId: string;
  /** In small letters; whoever is not listed is turned away. */
  readonly tenants: readonly string[];
  /** "ateliers.example.org": part of the audience of tokens of version 1. */
  readonly hostName: string;
  /** Epoch ms. */
  readonly now: () => number;
  /** Where Microsoft's keys are found; tests have their own. */
  readonly loginOrigin?: string;
}

/** Where Microsoft signs people in. */
export const microsoftLogin = 'https://login.microsoftonline.com';
const scope = 'access_as_user';
/** What clocks may differ by: as much as Microsoft's own validator allows. */
const clockToleranceS = 300;
/** A key that is not known asks for the set again, but no more often than this, whoever sends made-up keys. */
const refetchAfterMs = 30_000;
const fetchTimeoutMs = 5_000;

/** Expired or not yet valid: the only claims that another token of the same kind would have right. */
const timeClaims: readonly string[] = ['exp', 'nbf'];

/** Checks tokens of Teams' single sign-on. The only file that names jose. */
export function createVerifier(options: VerifierOptions): VerifyToken {
  const { clientId, hostName, now, loginOrigin = microsoftLogin } = options;
  const tenants = new Set(options.tenants);
  const audience = [clientId, `api://${hostName}/${clientId}`, `api://${clientId}`];
  const keySets = new Map<string, JWTVerifyGetKey>();
  const keysOf = (tenantId: string): JWTVerifyGetKey => {
    let keys = keySets.get(tenantId);
    if (keys === undefined) {
      const url = new URL(`/${tenantId}/discovery/v2.0/keys`, loginOrigin);
      keys = createRemoteJWKSet(url, { cooldownDuration: refetchAfterMs, timeoutDuration: fetchTimeoutMs });
      keySets.set(tenantId, keys);
    }
    return keys;
  };

  return async (token) => {
    const claimedTenant = tenantClaimed(token);
    if (claimedTenant === undefined) return err('sign_in_refused');
    // Before any key is fetched: nobody makes this server ask Microsoft about tenants of their choice.
    if (!tenants.has(claimedTenant)) return err('tenant_not_allowed');
    try {
      const { payload } = await jwtVerify(token, keysOf(claimedTenant), {
        algorithms: ['RS256'],
        audience,
        issuer: [`${microsoftLogin}/${claimedTenant}/v2.0`, `https://sts.windows.net/${claimedTenant}/`],
        clockTolerance: clockToleranceS,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'nbf', 'iat'],
      });
      return subjectOf(payload, claimedTenant);
    } catch (fault) {
      return err(problemOf(fault));
    }
  };
}

/** What the token says of itself before anything is checked: which keys to check it with. */
function tenantClaimed(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

/** A token of version 1 has another issuer, and the same claims: `ver` says nothing that matters here. */
function subjectOf({ oid, name, scp }: JWTPayload, tenantId: string): Result<Subject, SignInProblem> {
  const scopes = typeof scp === 'string' ? scp.split(' ') : [];
  if (!scopes.includes(scope) || typeof oid !== 'string' || oid === '') return err('sign_in_refused');
  return ok({ tenantId, objectId: oid.toLowerCase(), name: typeof name === 'string' ? name : '' });
}

function problemOf(fault: unknown): SignInProblem {
  if (fault instanceof errors.JWTExpired) return 'sign_in_expired';
  if (
    fault instanceof errors.JWTClaimValidationFailed &&
    timeClaims.includes(fault.claim) &&
    fault.reason === 'check_failed'
  ) {
    return 'sign_in_expired';
  }
  const isOurAnswer =
    fault instanceof errors.JOSEError &&
    !(fault instanceof errors.JWKSTimeout) &&
    // What the library says when the keys' address answers something that is no set of keys.
    fault.code !== 'ERR_JOSE_GENERIC' &&
    !(fault instanceof errors.JWKSInvalid);
  return isOurAnswer ? 'sign_in_refused' : 'sign_in_unavailable';
}
