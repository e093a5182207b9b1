import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import type { Pages } from './usePages.ts';

/** Which page is shown, of how many; nothing when there is only one. */
export function PageMark({ page, pageCount, turn }: Pages) {
  const words = useText(displayWords);
  if (pageCount < 2) return null;
  return (
    <div className="page-mark">
      <Button variant="quiet" aria-label={words.previousPage} onClick={() => turn(-1)}>
        <Icon name="back" />
      </Button>
      <span>{words.page(page + 1, pageCount)}</span>
      <Button variant="quiet" aria-label={words.nextPage} onClick={() => turn(1)}>
        <Icon name="forward" />
      </Button>
    </div>
  );
}
