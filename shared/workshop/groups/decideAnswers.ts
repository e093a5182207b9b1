import { answersUntil } from '../../agenda/answerWindow.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { findSlot } from '../agenda/findSlot.ts';
import type { ActorContext, Decisions } from '../decision.ts';
import { limits } from '../limits.ts';
import type { RejectionCode } from '../problems.ts';
import type { Answer, GroupWork, Member, WorkshopState } from '../state.ts';
import { followMerging } from './followMerging.ts';
import { groupOf } from './groupOf.ts';
import type { GroupPlace } from './groupWork.ts';

type AnswerCommand = 'PostAnswer' | 'EditAnswer' | 'WithdrawAnswer' | 'SupportAnswer' | 'UnsupportAnswer';

/** The group's work, once its groups are formed. */
function workOf(state: WorkshopState, { slotId, groupId }: GroupPlace): Result<GroupWork, RejectionCode> {
  const breakout = state.breakouts[slotId];
  if (breakout === undefined) return err('groups_not_formed');
  const work = breakout.works[groupId];
  return work === undefined ? err('group_unknown') : ok(work);
}

/** The group's work, if answers are being taken there now. */
function openWork(state: WorkshopState, place: GroupPlace, now: number): Result<GroupWork, RejectionCode> {
  const work = workOf(state, place);
  const { slotId } = place;
  const breakout = state.breakouts[slotId];
  if (!work.ok || breakout === undefined) return work;
  if (breakout.phase.kind === 'formed') return err('breakout_not_open');
  const until = answersUntil({ slotId, phase: breakout.phase, run: state.run, graceMs: state.options.graceMs });
  return now <= until ? work : err('answers_closed');
}

type AnswerPlace = GroupPlace & { readonly answerId: string };

function standingAnswer(work: GroupWork, answerId: string): Result<Answer, RejectionCode> {
  const answer = work.answers[answerId];
  return answer === undefined || answer.withdrawn ? err('answer_unknown') : ok(answer);
}

/** A standing answer of an open group, for someone who may touch it. */
function openAnswer(state: WorkshopState, place: AnswerPlace, { now }: ActorContext): Result<Answer, RejectionCode> {
  const work = openWork(state, place, now);
  return work.ok ? standingAnswer(work.value, place.answerId) : work;
}

const answersFor = (actor: Member, groupId: string): boolean =>
  actor.role === 'host' || (actor.role === 'animator' && actor.groupId === groupId);

/**
 * A standing answer, for those who answer for the group: an insult must leave the page whoever wrote it, also after the
 * bell. What the plenary has seen is final.
 */
function removableAnswer(state: WorkshopState, place: AnswerPlace): Result<Answer, RejectionCode> {
  const work = workOf(state, place);
  if (!work.ok) return work;
  return work.value.presentedAt === undefined ? standingAnswer(work.value, place.answerId) : err('key_ideas_presented');
}

/** One's own answer, while answers are being taken. */
function ownAnswer(state: WorkshopState, place: AnswerPlace, context: ActorContext): Result<Answer, RejectionCode> {
  const answer = openAnswer(state, place, context);
  return answer.ok && answer.value.authorId !== context.actor.id ? err('answer_not_yours') : answer;
}

/** Answers. Whoever was moved to another group may still edit and withdraw what they wrote in the first one. */
export const answerDecisions: Decisions<AnswerCommand> = {
  PostAnswer: (state, sent, { actor, commandId, now }) => {
    const command = followMerging(state, sent);
    const { slotId, groupId, promptIndex, text } = command;
    const work = openWork(state, command, now);
    if (!work.ok) return work;
    if (groupOf(state, slotId, actor) !== groupId) return err('not_your_group');
    if (work.value.answers[commandId] !== undefined) return err('id_taken');
    if ((work.value.writtenBy[actor.id]?.length ?? 0) >= limits.answersPerPerson) return err('too_many_answers');
    // A breakout without a prompt still takes answers: they go under the first.
    const promptCount = Math.max(1, findSlot(state, slotId)?.prompts.length ?? 0);
    if (promptIndex >= promptCount) return err('prompt_unknown');
    const answer = { id: commandId, promptIndex, authorId: actor.id, text };
    return ok([{ kind: 'AnswerPosted', slotId, groupId, answer }]);
  },

  EditAnswer: (state, sent, context) => {
    const command = followMerging(state, sent);
    const answer = ownAnswer(state, command, context);
    if (!answer.ok) return answer;
    if (answer.value.text === command.text) return ok([]);
    const { slotId, groupId, answerId, text } = command;
    return ok([{ kind: 'AnswerEdited', slotId, groupId, answerId, text }]);
  },

  WithdrawAnswer: (state, sent, context) => {
    const command = followMerging(state, sent);
    const { slotId, groupId, answerId } = command;
    const own = ownAnswer(state, command, context);
    const answer = !own.ok && answersFor(context.actor, groupId) ? removableAnswer(state, command) : own;
    if (!answer.ok) return answer;
    return ok([{ kind: 'AnswerWithdrawn', slotId, groupId, answerId }]);
  },

  SupportAnswer: (state, sent, context) => {
    const command = followMerging(state, sent);
    const answer = openAnswer(state, command, context);
    if (!answer.ok) return answer;
    const { slotId, groupId, answerId } = command;
    const { actor } = context;
    if (groupOf(state, slotId, actor) !== groupId) return err('not_your_group');
    if (answer.value.authorId === actor.id) return err('answer_is_yours');
    if (answer.value.supporterIds.includes(actor.id)) return ok([]);
    return ok([{ kind: 'AnswerSupported', slotId, groupId, answerId, personId: actor.id }]);
  },

  UnsupportAnswer: (state, sent, context) => {
    const command = followMerging(state, sent);
    const answer = openAnswer(state, command, context);
    if (!answer.ok) return answer;
    const { slotId, groupId, answerId } = command;
    const personId = context.actor.id;
    if (!answer.value.supporterIds.includes(personId)) return ok([]);
    return ok([{ kind: 'SupportWithdrawn', slotId, groupId, answerId, personId }]);
  },
};
