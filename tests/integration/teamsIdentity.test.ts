import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVerifier, type VerifyToken } from '../../bot/teams/identity.ts';
import {
  clientId,
  type FakeEntra,
  objectIdOf,
  otherTenantId,
  startEntra,
  teamsHostName,
  tenantId,
} from '../doubles/fakeEntra.ts';

const seconds = (instant: number): number => Math.floor(instant / 1_000);
const T0 = 1_795_000_000_000;

describe('a token of Teams', () => {
  let entra: FakeEntra;
  let verify: VerifyToken;

  beforeEach(async () => {
    // Only the date: what asks for the keys waits for a real network.
    vi.useFakeTimers({ toFake: ['Date'], now: T0 });
    entra = await startEntra();
    verify = verifierOf([tenantId]);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await entra.close();
  });
  const verifierOf = (tenants: readonly string[]): VerifyToken =>
    createVerifier({ clientId, tenants, hostName: teamsHostName, now: Date.now, loginOrigin: entra.origin });
  const refused = (problem: string) => ({ ok: false, problem });

  it('MS1 that is good tells who it is, by tenant and object id', async () => {
    expect(await verify(await entra.token())).toEqual({
      ok: true,
      value: { tenantId, objectId: objectIdOf(1), name: 'Zoé Ménard' },
    });
  });

  it.each([
    [
      'of version 1',
      { iss: `https://sts.windows.net/${tenantId}/`, aud: `api://${teamsHostName}/${clientId}`, ver: '1.0' },
    ],
    ['with other scopes beside ours', { scp: 'openid access_as_user profile' }],
    ['that expired within what clocks differ by', { exp: seconds(T0) - 290 }],
    ['that begins within what clocks differ by', { nbf: seconds(T0) + 290 }],
  ])('MS1 %s is good', async (_what, claims) => {
    expect(await verify(await entra.token(claims))).toMatchObject({ ok: true });
  });

  it.each([
    ['for another application', { aud: 'cccccccc-bbbb-cccc-dddd-eeeeeeeeeeee' }, 'sign_in_refused'],
    ['for Microsoft Graph', { aud: '00000003-0000-0000-c000-000000000000' }, 'sign_in_refused'],
    ['of another issuer', { iss: 'https://login.exemple.test/v2.0' }, 'sign_in_refused'],
    [
      'of the issuer of another tenant',
      { iss: `https://login.microsoftonline.com/${otherTenantId}/v2.0` },
      'sign_in_refused',
    ],
    ['without our scope', { scp: 'openid profile' }, 'sign_in_refused'],
    ['with a scope that only begins like ours', { scp: 'access_as_user_too' }, 'sign_in_refused'],
    [
      'of an application, which has roles and no scope',
      { scp: undefined, roles: ['access_as_user'] },
      'sign_in_refused',
    ],
    ['without an object id', { oid: undefined }, 'sign_in_refused'],
    ['without an end', { exp: undefined }, 'sign_in_refused'],
    ['that expired', { exp: seconds(T0) - 310 }, 'sign_in_expired'],
    ['that is not yet valid', { nbf: seconds(T0) + 310 }, 'sign_in_expired'],
    ['of a tenant that is not on the list', { tid: otherTenantId }, 'tenant_not_allowed'],
    [
      'without a tenant',
      { tid: undefined, iss: `https://login.microsoftonline.com/${tenantId}/v2.0` },
      'sign_in_refused',
    ],
  ])('MS2 %s is refused', async (_what, claims, problem) => {
    expect(await verify(await entra.token(claims))).toEqual(refused(problem));
  });

  it('MS2 that nobody signed, that somebody else signed, or that was signed with the public key is refused', async () => {
    expect(await verify(entra.unsignedToken())).toEqual(refused('sign_in_refused'));
    expect(await verify(await entra.foreignToken())).toEqual(refused('sign_in_refused'));
    expect(await verify(await entra.confusedToken())).toEqual(refused('sign_in_refused'));
  });

  it('MS2 whose words were changed, or that is no token at all, is refused', async () => {
    const [head = '', body = '', signature = ''] = (await entra.token()).split('.');
    const changed = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), oid: objectIdOf(2) };
    const forged = [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    for (const token of [forged, `${head}.${body}.`, '', 'x', 'a.b.c', '{}', `${head}.${body}`]) {
      expect(await verify(token)).toEqual(refused('sign_in_refused'));
    }
  });

  it('MS2 is refused whoever it is of, when no tenant is listed, and no key is asked for', async () => {
    expect(await verifierOf([])(await entra.token())).toEqual(refused('tenant_not_allowed'));
    expect(entra.asked()).toBe(0);
  });

  it('MS3 keys are read once, and again when an unknown one signs, but only every half minute', async () => {
    await verify(await entra.token());
    await verify(await entra.token());
    expect(entra.asked()).toBe(1);
    await entra.rotate();
    const rotated = await entra.token();
    expect(await verify(rotated)).toEqual(refused('sign_in_refused'));
    expect(entra.asked()).toBe(1);
    vi.setSystemTime(T0 + 31_000);
    expect(await verify(rotated)).toMatchObject({ ok: true });
    expect(entra.asked()).toBe(2);
    const unknown = [
      Buffer.from('{"alg":"RS256","kid":"made-up"}').toString('base64url'),
      ...rotated.split('.').slice(1),
    ];
    for (let times = 0; times < 5; times += 1) await verify(unknown.join('.'));
    expect(entra.asked()).toBe(2);
  });

  it('MS3 when the keys cannot be read, that is said, and the next try asks again', async () => {
    entra.answerWith(503);
    expect(await verify(await entra.token())).toEqual(refused('sign_in_unavailable'));
    entra.answerWith(200);
    expect(await verify(await entra.token())).toMatchObject({ ok: true });
    await entra.close();
    expect(await verifierOf([tenantId])(await entra.token())).toEqual(refused('sign_in_unavailable'));
    entra = await startEntra();
  });
});
