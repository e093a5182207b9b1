import './BellButton.css';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface BellButtonProps {
  readonly muted: boolean;
  readonly toggle: () => void;
  /** The drawing alone, where there is little room. */
  readonly compact?: boolean;
}

/** Mutes the bell on this device. The words say what a press will do. */
export function BellButton({ muted, toggle, compact = false }: BellButtonProps) {
  const words = useText(clockWords);
  const action = muted ? words.unmuteBell : words.muteBell;
  return (
    <Button
      variant="quiet"
      className={`bell${muted ? ' bell--muted' : ''}`}
      aria-label={compact ? action : undefined}
      title={muted ? words.bellOff : words.bellOn}
      onClick={toggle}
    >
      <Icon name="bell" />
      {compact ? null : action}
    </Button>
  );
}
