import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A hundredth of the screen's width, or of what its height allows at 16:9: the unit of all sizes of the display. */
const unitPx = (): number => Math.min(innerWidth, innerHeight * (16 / 9)) / 100;

/** Whether the content stands inside the box, and so does every part of it. */
const fits = (box: HTMLElement): boolean =>
  box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

/**
 * Gives an element the largest type at which its content still fits, between two sizes in units of the display
 * (1.5 is 28.8 px at 1920 × 1080). `content` names what is shown: another one is measured anew.
 */
export function useFitText(content: string, smallest: number, largest: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || content === '') return;
    const measure = () => {
      let low = smallest * unitPx();
      let high = largest * unitPx();
      const apply = (px: number) => {
        element.style.fontSize = `${px}px`;
      };
      // Half a pixel is closer than any eye at the back of the room.
      while (high - low > 0.5) {
        const middle = (low + high) / 2;
        apply(middle);
        if (fits(element)) low = middle;
        else high = middle;
      }
      apply(low);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content, smallest, largest]);
  return box;
}
