import { describe, expect, it } from 'vitest';
import type { Ack } from '../../../shared/protocol/messages.ts';
import type { Decision } from '../../../shared/workshop/decision.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { type RejectionCode, rejectionCodes } from '../../../shared/workshop/problems.ts';
import { createWorld } from '../../doubles/runtimeWorld.ts';
import { sampleCommands } from '../../doubles/sampleCommands.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  formed,
  groupId,
  host,
  ideaId,
  inGroup,
  inRestitution,
  linkOf,
  opened,
  participant,
  populated,
  restitutionSlot,
  slotContent,
  submission,
} from '../../doubles/workshopScenario.ts';

const samples = sampleCommands;
const posting = { ...samples.PostAnswer, ...inGroup(1) };
const none = 'none-0000';

/** The shortest way to each "no": a code that nothing produces has no place in the list. */
const ways: Readonly<Record<RejectionCode, () => Decision | Ack | Promise<Ack>>> = {
  workshop_unknown: () =>
    createWorld().submit('join-0001', { kind: 'Join', linkId: none, name: 'A', organisation: '', attributes: {} }),
  workshop_exists: async () => (await createWorld().founded()).submit('found-0002', createWorld().founding),
  workshop_ended: () => {
    const workshop = populated();
    workshop.given(host, { kind: 'EndWorkshop' });
    return workshop.when(host, { kind: 'EndWorkshop' });
  },
  agenda_empty: () => populated({ slots: [] }).when(host, samples.StartAgenda),
  agenda_already_started: () => formed().when(host, samples.StartAgenda),
  agenda_not_started: () => populated().when(host, samples.StartSlot),
  agenda_not_running: () => populated().when(host, samples.PauseAgenda),
  agenda_not_paused: () => formed().when(host, samples.ResumeAgenda),
  clock_changed: () => formed().when(host, { ...samples.ExtendSlot, slotId: breakoutSlot }),
  slot_unknown: () => populated().when(host, { kind: 'RemoveSlot', slotId: none }),
  slot_already_started: () => formed().when(host, { kind: 'RemoveSlot', slotId: breakoutSlot }),
  slot_not_current: () => formed().when(host, samples.NextSlot),
  slot_not_breakout: () => populated().when(host, { kind: 'FormGroups', slotId: restitutionSlot }),
  slot_not_restitution: () => inRestitution().when(host, { kind: 'ShowWall', slotId: breakoutSlot }),
  no_next_slot: () => {
    const workshop = formed();
    workshop.given(host, { kind: 'StartSlot', slotId: 'slot-0004' });
    return workshop.when(host, { kind: 'NextSlot', fromSlotId: 'slot-0004' });
  },
  no_previous_slot: () => {
    const workshop = populated();
    workshop.given(host, samples.StartAgenda);
    return workshop.when(host, { kind: 'PreviousSlot', fromSlotId: 'slot-0001' });
  },
  group_unknown: () => populated().when(host, { kind: 'RemoveGroup', groupId: none }),
  group_has_people: () => opened().when(host, samples.RemoveGroup),
  too_few_groups: () => populated({ groups: 1 }).when(host, samples.RemoveGroup),
  too_many_slots: () =>
    populated({ slots: Array.from({ length: limits.slots }, () => slotContent()) }).when(host, samples.AddSlot),
  too_many_answers: () => {
    const workshop = opened();
    for (let count = 0; count < limits.answersPerPerson; count++)
      workshop.given(participant(1), posting, `answer-${count}-of-1`);
    return workshop.when(participant(1), posting);
  },
  too_many_groups: () => populated({ groups: 50 }).when(host, samples.AddGroup),
  groups_not_formed: () => populated().when(host, samples.OpenBreakout),
  groups_in_use: () => {
    const workshop = populated();
    workshop.given(host, samples.FormGroups);
    return workshop.when(host, { kind: 'RemoveSlot', slotId: breakoutSlot });
  },
  groups_changed: () => opened().when(host, { ...samples.MovePeople, moves: [{ personId: participant(1) }] }),
  room_changed: () =>
    populated().when(host, {
      kind: 'ReviseGroup',
      groupId: groupId(1),
      group: { roomUrl: 'https://salles.example.org/autre' },
      seenRoomUrl: '',
    }),
  group_merged: () => {
    const workshop = opened();
    workshop.given(host, samples.MergeGroups);
    return workshop.when(host, samples.MergeGroups);
  },
  group_full: () => {
    const workshop = populated();
    workshop.given(host, { ...samples.OfferChoice, capacities: { [groupId(1)]: 1 } });
    workshop.given(participant(1), samples.ChooseGroup);
    return workshop.when(participant(2), samples.ChooseGroup);
  },
  choice_closed: () => formed().when(participant(1), samples.ChooseGroup),
  too_many_people: () => {
    const workshop = populated();
    const person = { name: 'Zoé', organisation: '', email: '', attributes: {} };
    const people = Array.from({ length: limits.peoplePerCommand }, () => person);
    for (let count = people.length; count <= limits.people - people.length; count += people.length)
      workshop.given(host, { kind: 'ExpectPeople', people });
    return workshop.when(host, { kind: 'ExpectPeople', people });
  },
  animator_by_link: () => opened().when(host, { kind: 'ReleaseAnimator', personId: animator(1) }),
  place_taken: async () => {
    const world = await createWorld().founded();
    const arriving = {
      kind: 'Join',
      linkId: linkOf.participant,
      name: 'Ana',
      organisation: '',
      attributes: {},
    } as const;
    return world.submit('person-0009', { ...arriving, expectedId: none });
  },
  recipe_unknown: () => populated().when(host, samples.DropRecipe),
  too_many_recipes: () => {
    const workshop = populated();
    const { recipeId: _none, ...saving } = samples.SaveRecipe;
    for (let count = 0; count < limits.recipes; count++) workshop.given(host, saving);
    return workshop.when(host, saving);
  },
  earlier_unknown: () => populated().when(host, samples.ForgetEarlierGroups),
  too_many_earlier: () => {
    const workshop = populated();
    for (let count = 0; count < limits.earlierSplits; count++) workshop.given(host, samples.NoteEarlierGroups);
    return workshop.when(host, samples.NoteEarlierGroups);
  },
  breakout_not_open: () => formed().when(host, samples.BringBack),
  breakout_already_open: () => opened().when(host, samples.OpenBreakout),
  person_unknown: () => populated().when(host, { kind: 'RemovePerson', personId: none }),
  person_not_placed: () => opened().when(host, { ...samples.NoteArrival, personId: animator(1) }),
  not_your_group: () => opened().when(participant(2), posting),
  answers_closed: () => opened().after(3_600_000).when(participant(1), posting),
  answer_unknown: () => opened().when(participant(1), samples.EditAnswer),
  answer_not_yours: () => drafted().when(participant(4), samples.EditAnswer),
  answer_is_yours: () => drafted().when(participant(1), samples.SupportAnswer),
  prompt_unknown: () => opened().when(participant(1), { ...posting, promptIndex: 19 }),
  authors_already_promised: () =>
    drafted().when(host, {
      ...samples.ChooseOptions,
      options: { keyIdeasPerGroup: 2, authors: 'animators', graceMs: 0 },
    }),
  key_idea_unknown: () => drafted().when(host, { ...samples.DropKeyIdea, keyIdeaId: none }),
  key_idea_changed: () => drafted().when(host, samples.ReviseKeyIdea),
  key_idea_without_citation: () => {
    const workshop = drafted();
    workshop.given(participant(1), samples.WithdrawAnswer);
    return workshop.when(host, submission(1));
  },
  key_ideas_wrong_count: () => drafted().when(host, { ...samples.SubmitKeyIdeas, keyIdeaIds: [ideaId(1, 'a')] }),
  key_ideas_submitted: () => {
    const workshop = drafted();
    workshop.given(host, submission(1));
    return workshop.when(host, submission(1));
  },
  key_ideas_not_submitted: () => drafted().when(host, samples.ReopenKeyIdeas),
  key_ideas_presented: () => {
    const workshop = inRestitution();
    workshop.given(host, samples.ShowWall);
    return workshop.when(host, samples.ReopenKeyIdeas);
  },
  lens_unknown: () => drafted().when(host, samples.PutLens),
  themes_changed: () => drafted().when(host, samples.ArrangeThemes),
  no_help_call: () => opened().when(host, samples.AnswerHelp),
  no_breakout_before: () => populated().when(host, { ...samples.ShowWall, slotId: restitutionSlot }),
  link_unknown: () => populated().when(host, { kind: 'RevokeLink', linkId: none }),
  link_revoked: () => {
    const workshop = populated();
    workshop.given(host, { kind: 'RevokeLink', linkId: linkOf.display });
    return workshop.when(host, { kind: 'RevokeLink', linkId: linkOf.display });
  },
  link_is_last_host: () => populated().when(host, { kind: 'RevokeLink', linkId: linkOf.host }),
  id_taken: () => populated().when(host, { kind: 'AddSlot', slot: slotContent() }, 'slot-0001'),
};

describe('rejections', () => {
  it.each(rejectionCodes)('N8 %s can happen', async (code) => {
    expect(await ways[code]()).toMatchObject({ ok: false, problem: { kind: 'rejected', code } });
  });

  it('J5 a workshop that is full takes nobody more, and keeps whom it has', async () => {
    expect(await ways.too_many_people()).toMatchObject({ problem: { code: 'too_many_people' } });
  });

  it('N8 the list of ways knows no code that the program does not', () => {
    expect(Object.keys(ways).toSorted()).toEqual([...rejectionCodes].toSorted());
    expect(groupId(1)).toBe(samples.RemoveGroup.groupId);
  });
});
