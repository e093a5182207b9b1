import type { Link } from '../state.ts';

export const animatorLink = (id: string, groupId: string, nonce: string): Link => ({
  id,
  role: 'animator',
  groupId,
  medium: 'link',
  nonce,
  revoked: false,
});
