import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../text/language.tsx';
import { partsWords } from '../text/parts.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './Dialog.css';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the cross, or a press outside. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** As large as the screen: for work that needs the room. A press outside does not close it. */
  readonly full?: boolean;
}

/** A native modal dialog: the browser keeps the focus inside, and it goes back where it was. */
export function Dialog(props: DialogProps) {
  // The content lives only while it is open: each opening starts afresh.
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, actions, wide = false, full = false }: DialogProps) {
  const words = useText(partsWords);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser would choose the cross: a dialog may name what is safe or first to fill in.
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog?.close();
      // The browser gives the focus back on close(), but not to what was removed meanwhile, nor when we unmount.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key; the press outside is only a convenience
    <dialog
      ref={box}
      className={`dialog${wide ? ' dialog--wide' : ''}${full ? ' dialog--full' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current && !full) onClose();
      }}
    >
      <div className="dialog__box">
        <header className="dialog__head">
          <h2 id={titleId}>{title}</h2>
          <Button variant="quiet" aria-label={words.close} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </header>
        <div className="dialog__body">{children}</div>
        {actions && <footer className="dialog__actions">{actions}</footer>}
      </div>
    </dialog>
  );
}
