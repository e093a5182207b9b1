import { type GroupPlace, standingCitations, submittedKeyIdeas } from '../workshop/groups/groupWork.ts';
import type { Answer, Breakout, Group, GroupWork, WorkshopState } from '../workshop/state.ts';
import { synthesisView } from './projectSynthesis.ts';
import { nameOf, placeKey, type Surroundings } from './surroundings.ts';
import type { AnswerView, GroupWorkView, KeyIdeaView, MemberView, PresentedGroup } from './views.ts';

const anonymousViews = new WeakMap<Answer, AnswerView>();

/** An answer without its author: one object for as long as the answer does not change. */
function anonymousView(answer: Answer): AnswerView {
  const known = anonymousViews.get(answer);
  if (known !== undefined) return known;
  const view: AnswerView = {
    id: answer.id,
    promptIndex: answer.promptIndex,
    text: answer.text,
    postedAt: answer.postedAt,
    edited: answer.edited,
    supports: answer.supporterIds.length,
  };
  anonymousViews.set(answer, view);
  return view;
}

const anonymousLists = new WeakMap<GroupWork['answers'], Readonly<Record<string, AnswerView>>>();

/** The standing answers of a group, without their authors. */
export function anonymousAnswers({ answers }: GroupWork): Readonly<Record<string, AnswerView>> {
  const known = anonymousLists.get(answers);
  if (known !== undefined) return known;
  const list: Record<string, AnswerView> = {};
  for (const answer of Object.values(answers)) if (!answer.withdrawn) list[answer.id] = anonymousView(answer);
  anonymousLists.set(answers, list);
  return list;
}

/** The same with the names of the authors: for an animator, when the workshop was set up so. */
function signedAnswers(work: GroupWork, surroundings: Surroundings): Readonly<Record<string, AnswerView>> {
  const list: Record<string, AnswerView> = {};
  for (const [id, view] of Object.entries(anonymousAnswers(work))) {
    const answer = work.answers[id];
    if (answer !== undefined) list[id] = { ...view, authorName: nameOf(surroundings, answer.authorId).name };
  }
  return list;
}

const keyIdeaViews = (work: GroupWork): Readonly<Record<string, KeyIdeaView>> =>
  Object.fromEntries(
    Object.values(work.keyIdeas).map((keyIdea) => [
      keyIdea.id,
      { ...keyIdea, citations: standingCitations(work, keyIdea) },
    ]),
  );

/** People placed in a group during a breakout. */
function memberViews(
  state: WorkshopState,
  breakout: Breakout,
  groupId: string,
  surroundings: Surroundings,
): Readonly<Record<string, MemberView>> {
  const members: Record<string, MemberView> = {};
  for (const [id, place] of Object.entries(breakout.placements)) {
    if (place !== groupId) continue;
    members[id] = {
      id,
      ...nameOf(surroundings, id),
      connected: surroundings.connected.has(id),
      arrived: breakout.arrivals[id] !== undefined,
      ...(state.expected[id] === undefined ? {} : { expected: true as const }),
    };
  }
  return members;
}

/** One group's work for those who run it. `reader`: hosts never see authors, animators only when the option says so. */
export function workView(
  state: WorkshopState,
  breakout: Breakout,
  place: GroupPlace,
  work: GroupWork,
  surroundings: Surroundings,
  reader: 'host' | 'animator',
): GroupWorkView {
  const { helpCall } = work;
  const { groupId } = place;
  const synthesis = synthesisView(work, surroundings.syntheses.get(placeKey(place)));
  const isSigned = reader === 'animator' && state.options.authors === 'animators';
  return {
    groupId,
    members: memberViews(state, breakout, groupId, surroundings),
    answers: isSigned ? signedAnswers(work, surroundings) : anonymousAnswers(work),
    keyIdeas: keyIdeaViews(work),
    outcome: work.outcome,
    ...(helpCall === undefined
      ? {}
      : {
          helpCall: {
            id: helpCall.id,
            text: helpCall.text,
            at: helpCall.at,
            byName: nameOf(surroundings, helpCall.by).name,
          },
        }),
    ...(synthesis === undefined ? {} : { synthesis }),
    presented: work.presentedAt !== undefined,
  };
}

/** What the plenary sees of a group: its submitted key ideas with the words behind them, nothing else. */
export function presentedGroup(group: Group, work: GroupWork | undefined): PresentedGroup {
  const { id, number, name, animatorName } = group;
  return {
    id,
    number,
    name,
    animatorName,
    keyIdeas: submittedKeyIdeas(work).map((keyIdea) => ({
      ...keyIdea,
      citations: (work === undefined ? [] : standingCitations(work, keyIdea)).flatMap((answerId) => {
        const answer = work?.answers[answerId];
        return answer === undefined ? [] : [{ id: answerId, text: answer.text }];
      }),
    })),
  };
}
