import type { SharedLink } from '../../../shared/protocol/http.ts';

/** The ways in for participants: a link to scan, a code to type and where. */
export interface JoinWays {
  readonly link?: string;
  readonly code?: string;
  /** "aparte.example.org/p". */
  readonly address?: string;
}

export function joinWays(links: readonly SharedLink[]): JoinWays {
  const ours = links.filter((link) => link.role === 'participant');
  const link = ours.find((each) => each.medium === 'link')?.value;
  const code = ours.find((each) => each.medium === 'code')?.value;
  const address = link?.replace(/^https?:\/\//, '').replace(/#.*$/, '');
  return {
    ...(link === undefined ? {} : { link }),
    ...(code === undefined ? {} : { code }),
    ...(address === undefined ? {} : { address }),
  };
}
