/** Source of unguessable bytes. `crypto.getRandomValues` works on any page; `randomUUID` and `subtle` need https. */
export type RandomBytes = (count: number) => Uint8Array;

export const browserRandomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Letters, digits, `-` and `_` only: fit for an address, a header and a storage key. */
export const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 random bits, 43 characters: who holds it is that person. */
export const newIdentityToken = (random: RandomBytes = browserRandomBytes): string => base64Url(random(32));

/** 128 random bits, 22 characters. */
export const newCommandId = (random: RandomBytes = browserRandomBytes): string => base64Url(random(16));
