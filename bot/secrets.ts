import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Link } from '../shared/workshop/state.ts';

/** Letters that cannot be taken for one another when read aloud or copied by hand: 32 of them, 5 bits each. */
const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLetters = 8;

/**
 * Tokens of links are derived from the server's secret (256 random bits) and the link's nonce (128 random bits), so that
 * a host can be shown them again while the database holds nothing but their hashes.
 */
export interface Secrets {
  /** Opens the set-up page: whoever holds it founds workshops here. */
  readonly setUpKey: string;
  isSetUpKey(candidate: string): boolean;
  /** 192 bits, base64url; for a code, eight letters without look-alikes. */
  linkToken(workshopId: string, link: Link): string;
  /** What is stored of a link's token: keyed, so that whoever steals the database cannot try all the short codes at home. */
  linkHash(token: string): string;
  /** What is stored of a pass, keyed for the same reason: it may be a code. */
  passHash(token: string): string;
  /** A pass, from 192 random bits: whole for a link, eight letters of it for a code. */
  passToken(random: Buffer, medium: Link['medium']): string;
  /** What is stored of an account of Teams: keyed, so that a stolen database names nobody. */
  subjectHash(tenantId: string, objectId: string): string;
  /** Who an account becomes by coming through a link: always the same person, whom nobody can guess before. */
  subjectPersonId(subjectHash: string, workshopId: string, linkId: string): string;
  /** Ids and identities of what comes by the bot: always the same for the same, and not to be guessed. 64 hex digits. */
  teamsHash(purpose: string, ...parts: readonly string[]): string;
}

/** SHA-256, hex: what is stored of an identity. Enough without salt or key, since identities are 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A code as it is compared: capitals, without spaces and dashes. Anything else is left as it is. */
export function normaliseLink(typed: string): string {
  const letters = typed.replace(/[\s-]/g, '').toUpperCase();
  return letters.length === codeLetters && [...letters].every((letter) => codeAlphabet.includes(letter))
    ? letters
    : typed;
}

/** Whether what was typed may be a code: short enough to be guessed, unlike the token of a link. */
export const isCode = (token: string): boolean => token.length === codeLetters;

/** "ABCDEFGH" as people read it: "ABCD-EFGH". */
export const formatCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** @param key 32 random bytes: `readOrMakeSecret` */
export function createSecrets(key: Buffer): Secrets {
  const derive = (purpose: string): Buffer => createHmac('sha256', key).update(purpose).digest();
  const tokenOf = (bytes: Buffer, medium: Link['medium']): string => {
    if (medium === 'link') return bytes.subarray(0, 24).toString('base64url');
    return Array.from(bytes.subarray(0, codeLetters), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
  };
  const setUpKey = derive('set-up').subarray(0, 24).toString('base64url');
  return {
    setUpKey,
    isSetUpKey: (candidate) => timingSafeEqual(Buffer.from(hashToken(candidate)), Buffer.from(hashToken(setUpKey))),
    linkToken: (workshopId, { id, medium, nonce }) => tokenOf(derive(`link\n${workshopId}\n${id}\n${nonce}`), medium),
    linkHash: (token) => derive(`hash\n${token}`).toString('hex'),
    passHash: (token) => derive(`pass\n${token}`).toString('hex'),
    passToken: tokenOf,
    subjectHash: (tenantId, objectId) => derive(`subject\n${tenantId}\n${objectId}`).toString('hex'),
    teamsHash: (purpose, ...parts) => derive(`teams\n${purpose}\n${JSON.stringify(parts)}`).toString('hex'),
    subjectPersonId: (subjectHash, workshopId, linkId) =>
      derive(`person\n${subjectHash}\n${workshopId}\n${linkId}`).subarray(0, 16).toString('base64url'),
  };
}

/**
 * Written aside and then put in place whole, so that a server killed meanwhile leaves no half of one; `linkSync` fails
 * when another server was faster, whose secret then counts.
 */
function makeSecret(path: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, randomBytes(32).toString('hex'));
    fsyncSync(file);
    linkSync(draft, path);
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    // exFAT and some mounted folders know no links: there the last of two servers that start together wins.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') renameSync(draft, path);
    else if (code !== 'EEXIST') throw fault;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
}

/**
 * The server's secret, made on the first start. Losing it makes every link of every workshop invalid.
 * @param storePath where workshops are kept: if that file is there, a missing secret was lost and is not replaced
 * @throws when the file is there but is not one of ours, or was lost
 */
export function readOrMakeSecret(dataDir: string, storePath?: string): Buffer {
  const path = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    if (storePath !== undefined && existsSync(storePath)) {
      throw new Error(
        `${path} is missing, but ${storePath} holds workshops, and without that secret none of their links opens: ` +
          'restore it from a backup. To begin anew, move the other file away.',
      );
    }
    makeSecret(path);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`${path} does not hold a secret of Aparté: restore it from a backup`);
  return key;
}
