import { useState } from 'react';
import type { GroupDefinition, GroupWorkView, SlotView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { AnswerCard } from '../../parts/AnswerCard.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { animatorWords } from '../../text/animator.ts';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { KeyIdeasPanel } from '../animator/KeyIdeasPanel.tsx';
import { RemoveAnswerDialog } from '../animator/RemoveAnswerDialog.tsx';
import { useHost } from './hostContext.ts';
import './GroupDialog.css';

interface GroupDialogProps {
  readonly slot: SlotView;
  readonly group: GroupDefinition;
  readonly work: GroupWorkView;
  readonly onClose: () => void;
}

/** One group's answers and key ideas: the host can do its animator's work when she has vanished. */
export function GroupDialog({ slot, group, work, onClose }: GroupDialogProps) {
  const { client, view, snapshot } = useHost();
  const words = useText(hostWords);
  const { remove } = useText(animatorWords);
  const { language } = useLanguage();
  const leaving = new Set(
    [...snapshot.pending, ...snapshot.stored].flatMap(({ command }) =>
      command.kind === 'WithdrawAnswer' ? [command.answerId] : [],
    ),
  );
  const answers = Object.values(work.answers)
    .filter((answer) => !leaving.has(answer.id))
    .sort((one, other) => one.postedAt - other.postedAt);
  const [removingId, setRemovingId] = useState<string>();
  const removing = answers.find((answer) => answer.id === removingId);
  return (
    <Dialog open wide title={groupTitle(group, language)} onClose={onClose}>
      <div className="host-work">
        <section aria-label={words.keyIdeas}>
          <KeyIdeasPanel
            client={client}
            slotId={slot.id}
            work={work}
            keyIdeasPerGroup={view.options.keyIdeasPerGroup}
            prompts={slot.prompts}
          />
        </section>
        <section aria-label={words.answers}>
          <h3>
            {words.answers} ({answers.length})
          </h3>
          {answers.length === 0 && <p className="panel__empty">{words.noAnswers}</p>}
          {answers.map((answer) => (
            <AnswerCard
              key={answer.id}
              text={answer.text}
              edited={answer.edited}
              {...(slot.prompts.length > 1 && slot.prompts[answer.promptIndex]
                ? { prompt: slot.prompts[answer.promptIndex] as string }
                : {})}
              actions={
                work.presented ? undefined : (
                  <Button
                    variant="quiet"
                    className="answer__remove"
                    aria-label={`${remove} – ${answer.text.slice(0, 60)}`}
                    onClick={() => setRemovingId(answer.id)}
                  >
                    {remove}
                  </Button>
                )
              }
            />
          ))}
        </section>
      </div>
      {removing && (
        <RemoveAnswerDialog
          client={client}
          place={{ slotId: slot.id, groupId: work.groupId }}
          answer={removing}
          onClose={() => setRemovingId(undefined)}
        />
      )}
    </Dialog>
  );
}
