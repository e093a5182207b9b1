import type { AnswerView } from '../../../shared/views/views.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { Quote } from './Quote.tsx';

interface RemoveAnswerDialogProps {
  readonly client: WorkshopClient;
  readonly place: { readonly slotId: string; readonly groupId: string };
  readonly answer: Pick<AnswerView, 'id' | 'text'>;
  readonly onClose: () => void;
}

/** Taking someone else's answer off every page: asked first, since nothing brings it back. */
export function RemoveAnswerDialog({ client, place, answer, onClose }: RemoveAnswerDialogProps) {
  const words = useText(animatorWords);
  return (
    <ConfirmDialog
      title={words.removeTitle}
      confirm={words.removeNow}
      onConfirm={() => client.send({ kind: 'WithdrawAnswer', ...place, answerId: answer.id })}
      onClose={onClose}
    >
      <Quote answer={answer} />
      <p>{words.removeAsk}</p>
    </ConfirmDialog>
  );
}
