import type { Evolution } from '../evolution.ts';
import type { Answer, GroupWork } from '../state.ts';
import { withoutAnswer } from './evolveThemes.ts';
import { changingWork } from './groupWork.ts';

type AnswerEvent = 'AnswerPosted' | 'AnswerEdited' | 'AnswerWithdrawn' | 'AnswerSupported' | 'SupportWithdrawn';

const changingAnswer = (work: GroupWork, answerId: string, change: (answer: Answer) => Answer): GroupWork => {
  const answer = work.answers[answerId];
  return answer === undefined ? work : { ...work, answers: { ...work.answers, [answerId]: change(answer) } };
};

const listed = (index: GroupWork['writtenBy'], personId: string, answerId: string): GroupWork['writtenBy'] => ({
  ...index,
  [personId]: [...(index[personId] ?? []), answerId],
});

const unlisted = (index: GroupWork['writtenBy'], personId: string, answerId: string): GroupWork['writtenBy'] => ({
  ...index,
  [personId]: (index[personId] ?? []).filter((id) => id !== answerId),
});

/** What people wrote, and what they support. */
export const answerEvolution: Evolution<AnswerEvent> = {
  AnswerPosted: (state, event, { at }) =>
    changingWork(state, event, (work) => {
      const answer = { ...event.answer, postedAt: at, edited: false, withdrawn: false, supporterIds: [] };
      return {
        ...work,
        answers: { ...work.answers, [answer.id]: answer },
        writtenBy: listed(work.writtenBy, answer.authorId, answer.id),
      };
    }),
  AnswerEdited: (state, event) =>
    changingWork(state, event, (work) =>
      changingAnswer(work, event.answerId, (answer) => ({ ...answer, text: event.text, edited: true })),
    ),
  AnswerWithdrawn: (state, event) =>
    changingWork(state, event, (work) =>
      withoutAnswer(
        changingAnswer(work, event.answerId, (answer) => ({ ...answer, withdrawn: true })),
        event.answerId,
      ),
    ),
  AnswerSupported: (state, event) =>
    changingWork(state, event, (work) => ({
      ...changingAnswer(work, event.answerId, (answer) => ({
        ...answer,
        supporterIds: [...answer.supporterIds, event.personId],
      })),
      supportedBy: listed(work.supportedBy, event.personId, event.answerId),
    })),
  SupportWithdrawn: (state, event) =>
    changingWork(state, event, (work) => ({
      ...changingAnswer(work, event.answerId, (answer) => ({
        ...answer,
        supporterIds: answer.supporterIds.filter((id) => id !== event.personId),
      })),
      supportedBy: unlisted(work.supportedBy, event.personId, event.answerId),
    })),
};
