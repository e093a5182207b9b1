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

/** Mutes the bell on this device. The words say what it does now, the label what a press will do. */
export function BellButton({ muted, toggle, compact = false }: BellButtonProps) {
  const words = useText(clockWords);
  return (
    <Button
      variant="quiet"
      className={`bell${muted ? ' bell--muted' : ''}`}
      aria-label={muted ? words.unmuteBell : words.muteBell}
      title={muted ? words.bellOff : words.bellOn}
      onClick={toggle}
    >
      <Icon name="bell" />
      {compact ? null : muted ? words.bellOff : words.bellOn}
    </Button>
  );
}
