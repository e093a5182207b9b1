import type { SharedLink } from '../../../shared/protocol/http.ts';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { joinWays } from './joinWays.ts';

/** For those who arrive late: the code, in a corner. */
export function JoinCorner({ links }: { readonly links: readonly SharedLink[] }) {
  const words = useText(displayWords);
  const { code, address } = joinWays(links);
  if (code === undefined || address === undefined) return null;
  return (
    <p className="join-corner">
      {words.joinLate} <span className="join-corner__address">{address}</span>{' '}
      <strong className="join-corner__code">{code}</strong>
    </p>
  );
}
