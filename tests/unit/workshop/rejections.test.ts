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
    createWorld().submit('join-0001', { kind: 'Join', linkId: none, name: 'A', organisation: '' }),
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

  it('N8 the list of ways knows no code that the program does not', () => {
    expect(Object.keys(ways).toSorted()).toEqual([...rejectionCodes].toSorted());
    expect(groupId(1)).toBe(samples.RemoveGroup.groupId);
  });
});
