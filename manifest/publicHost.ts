import { isIP } from 'node:net';

/** Names that lead nowhere from another machine. RFC 2606, 6761, 6762, 8375; "internal" and "lan" by custom. */
const privateEndings = ['localhost', 'local', 'internal', 'lan', 'test', 'invalid', 'home.arpa'];

/** Whether other people's Teams may reach this host: a full name, neither an address in figures nor of one machine or network. */
export function isPublicHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (!name.includes('.') || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return false;
  return !privateEndings.some((ending) => name === ending || name.endsWith(`.${ending}`));
}
