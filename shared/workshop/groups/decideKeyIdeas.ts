import { err, ok, type Result } from '../../core/result.ts';
import { findSlot } from '../agenda/findSlot.ts';
import type { Decisions } from '../decision.ts';
import type { RejectionCode } from '../problems.ts';
import type { GroupWork, Member, WorkshopState } from '../state.ts';
import { type GroupPlace, standingCitations, stands } from './groupWork.ts';
import { ownWork, runWork } from './runWork.ts';

type KeyIdeaCommand =
  | 'DraftKeyIdea'
  | 'ReviseKeyIdea'
  | 'DropKeyIdea'
  | 'SubmitKeyIdeas'
  | 'ReopenKeyIdeas'
  | 'PutLens';

function draftingWork(state: WorkshopState, place: GroupPlace, actor: Member): Result<GroupWork, RejectionCode> {
  const work = runWork(state, place, actor);
  if (!work.ok) return work;
  return work.value.outcome.kind === 'drafting' ? work : err('key_ideas_submitted');
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Drafting, submitting and reopening key ideas: people choose, each idea cites the answers behind it. */
export const keyIdeaDecisions: Decisions<KeyIdeaCommand> = {
  DraftKeyIdea: (state, { slotId, groupId, text, citations }, { actor, commandId }) => {
    const work = draftingWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    if (work.value.keyIdeas[commandId] !== undefined) return err('id_taken');
    if (!citations.every((answerId) => stands(work.value, answerId))) return err('answer_unknown');
    const keyIdea = { id: commandId, text, citations: distinct(citations) };
    return ok([{ kind: 'KeyIdeaDrafted', slotId, groupId, keyIdea }]);
  },

  ReviseKeyIdea: (state, { slotId, groupId, keyIdeaId, seenText, text, citations }, { actor }) => {
    const work = draftingWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    const before = work.value.keyIdeas[keyIdeaId];
    if (before === undefined) return err('key_idea_unknown');
    if (before.text !== seenText && before.text !== text) return err('key_idea_changed');
    if (!citations.every((answerId) => stands(work.value, answerId))) return err('answer_unknown');
    return ok([
      { kind: 'KeyIdeaRevised', slotId, groupId, keyIdea: { id: keyIdeaId, text, citations: distinct(citations) } },
    ]);
  },

  DropKeyIdea: (state, { slotId, groupId, keyIdeaId }, { actor }) => {
    const work = draftingWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    if (work.value.keyIdeas[keyIdeaId] === undefined) return err('key_idea_unknown');
    return ok([{ kind: 'KeyIdeaDropped', slotId, groupId, keyIdeaId }]);
  },

  SubmitKeyIdeas: (state, { slotId, groupId, keyIdeaIds }, { actor }) => {
    const work = draftingWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    const chosen = distinct(keyIdeaIds);
    if (chosen.length !== state.options.keyIdeasPerGroup) return err('key_ideas_wrong_count');
    for (const id of chosen) {
      const keyIdea = work.value.keyIdeas[id];
      if (keyIdea === undefined) return err('key_idea_unknown');
      if (standingCitations(work.value, keyIdea).length === 0) return err('key_idea_without_citation');
    }
    return ok([{ kind: 'KeyIdeasSubmitted', slotId, groupId, keyIdeaIds: chosen }]);
  },

  ReopenKeyIdeas: (state, { slotId, groupId }, { actor }) => {
    const work = runWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    if (work.value.outcome.kind !== 'submitted') return err('key_ideas_not_submitted');
    return ok([{ kind: 'KeyIdeasReopened', slotId, groupId }]);
  },

  // A lens is how an idea is read, not what it says: it may still be put in the plenary.
  PutLens: (state, { slotId, groupId, keyIdeaId, lens }, { actor }) => {
    const work = ownWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    const keyIdea = work.value.keyIdeas[keyIdeaId];
    if (keyIdea === undefined) return err('key_idea_unknown');
    if (keyIdea.lens === lens) return ok([]);
    if (lens === undefined) return ok([{ kind: 'LensPut', slotId, groupId, keyIdeaId }]);
    if (!findSlot(state, slotId)?.lenses.includes(lens)) return err('lens_unknown');
    return ok([{ kind: 'LensPut', slotId, groupId, keyIdeaId, lens }]);
  },
};
