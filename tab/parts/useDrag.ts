import { type PointerEvent, useRef, useState } from 'react';

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

/** Presses shorter than this way stay a click. */
const startPixels = 5;

/** Dragging a thing onto a target. Always an addition: the same must be possible with the keyboard. */
export function useDrag(onDrop: (draggedId: string, targetId: string) => void): Drag {
  const [state, setState] = useState<{ dragged: string; over: string | undefined }>();
  const pressed = useRef<{ id: string; x: number; y: number }>(undefined);
  const finish = (drop: boolean) => {
    pressed.current = undefined;
    if (drop && state?.over !== undefined && state.over !== state.dragged) onDrop(state.dragged, state.over);
    setState(undefined);
  };
  return {
    dragged: state?.dragged,
    over: state?.over,
    handle: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        pressed.current = { id, x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event) => {
        const start = pressed.current;
        if (start === undefined) return;
        const far = Math.hypot(event.clientX - start.x, event.clientY - start.y) > startPixels;
        if (state === undefined && !far) return;
        // Captured only once it moves, so that a simple press still reaches what is inside.
        if (state === undefined) event.currentTarget.setPointerCapture(event.pointerId);
        const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-drop]');
        setState({ dragged: start.id, over: under?.dataset.drop });
      },
      onPointerUp: () => finish(true),
      onPointerCancel: () => finish(false),
    }),
    target: (id) => ({ 'data-drop': id, 'data-over': state?.over === id && state.dragged !== id ? true : undefined }),
  };
}
