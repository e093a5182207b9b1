import { useMemo } from 'react';
import { SentAnswers } from '../../parts/SentAnswers.tsx';
import { useDelayed } from '../../parts/useDelayed.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';
import type { InGroup } from './GroupCard.tsx';
import { answersOf } from './GroupSaid.tsx';
import { HelpCall } from './HelpCall.tsx';
import { PromptSheet } from './PromptSheet.tsx';

/** The group's questions, each with its composer and its answers. */
export function GroupWork(props: InGroup & { readonly online: boolean }) {
  const words = useText(participantWords);
  const { client, view, me } = props;
  const { breakout, group } = view;
  const place = { slotId: breakout.slotId, groupId: me?.groupId ?? group.id };
  const answers = answersOf(props);
  const withdrawals = useDelayed((answerId) => client.send({ kind: 'WithdrawAnswer', ...place, answerId }));
  const window = useMemo(
    () => ({
      slotId: breakout.slotId,
      phase: breakout.phase,
      run: view.agenda.run,
      graceMs: view.options.graceMs,
    }),
    [breakout.slotId, breakout.phase, view.agenda.run, view.options.graceMs],
  );
  // A breakout without a prompt still takes answers: they go under the first.
  const prompts = breakout.prompts.length === 0 ? [words.freeAnswer] : breakout.prompts;
  return (
    <div className="group-work">
      <SentAnswers model={view.languageModel} />
      {prompts.map((prompt, promptIndex) => {
        const draftKey = `${view.workshopId}:${me?.personId ?? ''}:answer:${breakout.slotId}:${promptIndex}`;
        return (
          <PromptSheet
            key={draftKey}
            client={client}
            window={window}
            prompt={prompt}
            promptIndex={promptIndex}
            promptCount={prompts.length}
            place={place}
            draftKey={draftKey}
            answers={answers.filter((answer) => answer.promptIndex === promptIndex)}
            authors={view.options.authors}
            online={props.online}
            withdrawals={withdrawals}
          />
        );
      })}
      <HelpCall client={client} place={place} called={breakout.helpCalled} unseen={props.unseen} />
    </div>
  );
}
