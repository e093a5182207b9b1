import { type PointerEvent, useEffect, useRef, useState } from 'react';

export interface Drag {
  /** What is being dragged, and the target under the pointer. */
  readonly dragged: string | undefined;
  readonly over: string | undefined;
  /** For the handle of a thing: pointer events, so that a finger works like a mouse. */
  readonly handle: (id: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
  /** For an element on which things may be dropped. */
  readonly target: (id: string) => { readonly 'data-drop': string; readonly 'data-over': true | undefined };
}

interface Dragging {
  readonly dragged: string;
  readonly over: string | undefined;
}

/** Presses shorter than this way stay a click. */
const startPixels = 5;
/** So near to the upper or lower edge of what scrolls (the page, or a dialog), it moves on: what it is dragged to may be out of sight. */
const edgePixels = 96;
const scrollPixels = 12;
const scrollMs = 16;

const under = (at: { readonly x: number; readonly y: number }): string | undefined =>
  document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-drop]')?.dataset.drop;

/** Dragging a thing onto a target. Always an addition: the same must be possible with the keyboard. */
export function useDrag(onDrop: (draggedId: string, targetId: string) => void): Drag {
  const [state, setState] = useState<Dragging>();
  /** The same at once: a hand that lets go is quicker than the next drawing. */
  const now = useRef<Dragging>(undefined);
  const hold = (next: Dragging | undefined): void => {
    now.current = next;
    setState((before) => (before?.dragged === next?.dragged && before?.over === next?.over ? before : next));
  };
  const pressed = useRef<{ id: string; x: number; y: number }>(undefined);
  const pointer = useRef({ x: 0, y: 0 });
  const scroller = useRef<HTMLElement>(null);
  const dragged = state?.dragged;
  useEffect(() => {
    if (dragged === undefined) return;
    const timer = setInterval(() => {
      const { y } = pointer.current;
      const box = scroller.current;
      const { top, bottom } = box?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
      const by = y < top + edgePixels ? -scrollPixels : y > bottom - edgePixels ? scrollPixels : 0;
      if (by === 0) return;
      (box ?? window).scrollBy(0, by);
      now.current = { dragged, over: under(pointer.current) };
      setState(now.current);
    }, scrollMs);
    return () => clearInterval(timer);
  }, [dragged]);
  const finish = (drop: boolean) => {
    pressed.current = undefined;
    const held = now.current;
    hold(undefined);
    if (drop && held?.over !== undefined && held.over !== held.dragged) onDrop(held.dragged, held.over);
  };
  return {
    dragged,
    over: state?.over,
    handle: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        pressed.current = { id, x: event.clientX, y: event.clientY };
        scroller.current = event.currentTarget.closest<HTMLElement>('.dialog__body');
        // A quick hand leaves a small grip with its first movement.
        const inner = event.target instanceof Element ? event.target.closest('button, a, input') : null;
        if (inner === null) event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const start = pressed.current;
        if (start === undefined) return;
        const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > startPixels;
        const isBegun = now.current !== undefined;
        if (!isBegun && !far) return;
        // What is pressed inside is captured only once it moves, so that a simple press still reaches it.
        if (!isBegun) event.currentTarget.setPointerCapture(event.pointerId);
        pointer.current = { x: event.clientX, y: event.clientY };
        hold({ dragged: start.id, over: under(pointer.current) });
      },
      onPointerUp: () => finish(true),
      onPointerCancel: () => finish(false),
    }),
    target: (id) => ({ 'data-drop': id, 'data-over': state?.over === id && state.dragged !== id ? true : undefined }),
  };
}
