import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** Mutes the bell on this device. The words say what it does now, the label what a press will do. */
export function BellButton({ muted, toggle }: { readonly muted: boolean; readonly toggle: () => void }) {
  const words = useText(clockWords);
  return (
    <Button variant="quiet" aria-label={muted ? words.unmuteBell : words.muteBell} onClick={toggle}>
      <Icon name="bell" />
      {muted ? words.bellOff : words.bellOn}
    </Button>
  );
}
