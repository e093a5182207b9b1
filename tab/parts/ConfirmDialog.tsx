import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { partsWords } from '../text/parts.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** A question before something that cannot be taken back. The safe way out has the focus. */
export function ConfirmDialog({
  title,
  confirm,
  danger = true,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useText(partsWords);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
