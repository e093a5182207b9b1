import { useRef, useState } from 'react';
import type { GroupDefinition, GroupWorkView, SlotView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { listAnswers } from '../../parts/answerList.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { useUnseen } from '../../parts/useUnseen.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { AnswersShown } from '../animator/AnswerFilters.tsx';
import { AnswersBoard } from '../animator/AnswersBoard.tsx';
import { KeyIdeasPanel } from '../animator/KeyIdeasPanel.tsx';
import { useHost } from './hostContext.ts';
import './GroupDialog.css';

interface GroupDialogProps {
  readonly slot: SlotView;
  readonly group: GroupDefinition;
  readonly work: GroupWorkView;
  readonly onClose: () => void;
}

/** One group's answers, themes and key ideas: the host can do its animator's work when she has vanished. */
export function GroupDialog({ slot, group, work, onClose }: GroupDialogProps) {
  const { client, services, view, snapshot } = useHost();
  const words = useText(hostGroupWords);
  const { language } = useLanguage();
  const unseen = useUnseen(snapshot);
  const [shown, setShown] = useState<AnswersShown>({ search: '', sort: 'newest' });
  const keyIdeas = useRef<HTMLElement>(null);
  const answers = listAnswers({ slotId: slot.id, answers: work.answers, answerIds: [], supportedIds: [], ...unseen });
  return (
    <Dialog open wide title={groupTitle(group, language)} onClose={onClose}>
      <div className="host-work">
        <section ref={keyIdeas} aria-label={words.keyIdeas}>
          <KeyIdeasPanel
            client={client}
            slotId={slot.id}
            work={work}
            keyIdeasPerGroup={view.options.keyIdeasPerGroup}
            prompts={slot.prompts}
            lenses={slot.lenses}
            history={services.history}
            timeZone={view.timeZone}
          />
        </section>
        <section aria-label={words.answers}>
          <h3>
            {words.answers} ({answers.length})
          </h3>
          <AnswersBoard
            client={client}
            slotId={slot.id}
            work={work}
            prompts={slot.prompts}
            answers={answers}
            unseen={unseen}
            shown={shown}
            onShow={setShown}
            onDrafted={() => showIfOutOfSight(keyIdeas.current)}
          />
        </section>
      </div>
    </Dialog>
  );
}

/** Where there is no room for both side by side, what was done in one part shows in the other. */
function showIfOutOfSight(part: HTMLElement | null): void {
  const { top = 0, bottom = 0 } = part?.getBoundingClientRect() ?? {};
  if (bottom <= 0 || top >= innerHeight) part?.scrollIntoView({ block: 'end' });
}
