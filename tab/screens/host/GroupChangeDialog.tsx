import { type ReactNode, useId } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { hostWords } from '../../text/host.ts';
import { useText } from '../../text/language.tsx';
import './GroupChanges.css';

interface GroupChangeDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  /** Nothing takes it back: leaving comes first, and the button warns. */
  readonly isFinal?: boolean;
  /** Nobody and nothing is chosen yet. */
  readonly disabled: boolean;
  /** What the group is told; the host may change it, or take it away. */
  readonly announcement: string;
  readonly onAnnouncement: (announcement: string) => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something is done with a group at work: what is chosen, what the group is told, and only then the press. */
export function GroupChangeDialog(props: GroupChangeDialogProps) {
  const { title, hint, confirm, isFinal = false, disabled, announcement, onAnnouncement, onConfirm, onClose } = props;
  const formId = useId();
  const words = useText(groupChangesWords);
  const { cancel } = useText(hostWords);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus={isFinal || undefined} onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" form={formId} variant={isFinal ? 'danger' : 'primary'} disabled={disabled}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="group-change"
        onSubmit={(event) => {
          event.preventDefault();
          if (disabled) return;
          onConfirm();
          onClose();
        }}
      >
        <p>{hint}</p>
        {props.children}
        <Field
          as="textarea"
          rows={2}
          label={words.announcement}
          maxLength={limits.announcementChars}
          value={announcement}
          onChange={(event) => onAnnouncement(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
