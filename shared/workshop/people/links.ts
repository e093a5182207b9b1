import type { Link } from '../state.ts';

/** The way in for the animator of one group. `nonce`: 128 random bits, hex. */
export const animatorLink = (id: string, groupId: string, nonce: string): Link => ({
  id,
  role: 'animator',
  groupId,
  medium: 'link',
  nonce,
  revoked: false,
});
