import { type ReactNode, useEffect, useRef } from 'react';

const beside = 14;

interface DragGhostProps {
  readonly tone: 'better' | 'worse' | 'same' | undefined;
  readonly children: ReactNode;
}

/** What goes along with the pointer that drags: who, and what dropping them here would cost. Nothing else has to make room. */
export function DragGhost({ tone, children }: DragGhostProps) {
  const box = useRef<HTMLDivElement>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const place = (): void => {
    const ghost = box.current;
    if (ghost === null) return;
    const x = Math.min(pointer.current.x + beside, innerWidth - ghost.offsetWidth - beside);
    const y = Math.min(pointer.current.y + beside, innerHeight - ghost.offsetHeight - beside);
    // Moved without React: it follows every movement of the hand.
    ghost.style.transform = `translate(${x}px, ${y}px)`;
  };
  const placing = useRef(place);
  placing.current = place;
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      pointer.current = { x: clientX, y: clientY };
      placing.current();
    };
    document.addEventListener('pointermove', follow);
    return () => document.removeEventListener('pointermove', follow);
  }, []);
  // What it says may have grown.
  useEffect(() => placing.current());
  return (
    <div className={tone === undefined ? 'drag-ghost' : `drag-ghost drag-ghost--${tone}`} aria-hidden="true" ref={box}>
      {children}
    </div>
  );
}
