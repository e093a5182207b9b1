import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { MyMove } from './useMyMoves.ts';

interface MoveNoticeProps {
  readonly move: MyMove | undefined;
  readonly onUnderstood: () => void;
}

/** One's place has changed: said once, in words, above where the page now shows it. */
export function MoveNotice({ move, onUnderstood }: MoveNoticeProps) {
  const words = useText(participantWords);
  if (move === undefined) return null;
  const text = 'group' in move ? words[`move_${move.kind}`](move.group.number) : words[`move_${move.kind}`];
  return (
    <Notice tone="ok" actions={<Button onClick={onUnderstood}>{words.understood}</Button>}>
      <p>{text}</p>
    </Notice>
  );
}
