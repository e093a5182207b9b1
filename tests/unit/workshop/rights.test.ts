import { describe, expect, it } from 'vitest';
import { type Command, type CommandKind, commandSchema } from '../../../shared/workshop/commands.ts';
import { rolesAllowed } from '../../../shared/workshop/rights.ts';
import { type Role, roles } from '../../../shared/workshop/state.ts';
import { sampleCommands } from '../../doubles/sampleCommands.ts';
import {
  animator,
  denied,
  display,
  groupId,
  host,
  inGroup,
  inRestitution,
  opened,
  participant,
  rejected,
} from '../../doubles/workshopScenario.ts';

/** The table of rights, written a second time on purpose: a slip in the first one must not pass for a decision. */
const table = `
  RenameWorkshop   h    ChooseOptions  h    AddSlot         h    ReviseSlot     h    MoveSlot        h
  RemoveSlot       h    AddGroup       h    ReviseGroup     h    RemoveGroup    h    RenewLink       h
  RevokeLink       h    RemovePerson   h    StartAgenda     h    StartSlot      h    PauseAgenda     h
  ResumeAgenda     h    ExtendSlot     h    ShortenSlot     h    NextSlot       h    PreviousSlot    h
  AbsorbDelay      h    EndWorkshop    h    FormGroups      h    OpenBreakout   h    BringBack       h
  AllowLanguageModel h  ForbidLanguageModel h
  Announce         h    OrderRestitution h  PresentGroup    h    ShowWall       h
  ExpectPeople     h    ForgetExpected h    MatchPerson     h    RevisePerson   h    ChooseAttributes h
  DropAttribute    h
  NameAnimator     h    ReleaseAnimator h   PublishGroups   h    MovePeople     h    OfferChoice     h
  CloseChoice      h    MergeGroups    h    SaveRecipe      h    DropRecipe     h
  NoteEarlierGroups h   ForgetEarlierGroups h
  ChooseGroup      p    TakePlace      p
  MovePerson       ha   AnswerHelp     ha   DraftKeyIdea    ha   ReviseKeyIdea  ha   DropKeyIdea     ha
  SubmitKeyIdeas   ha   ReopenKeyIdeas ha   ArrangeThemes   ha   PutLens        ha
  ReviseMyself     hap  NoteArrival    hap  ClearArrival    hap  WithdrawAnswer hap
  CallForHelp      ap   PostAnswer     ap   EditAnswer      ap   SupportAnswer  ap
  UnsupportAnswer  ap
`;
const letters: Readonly<Record<Role, string>> = { host: 'h', animator: 'a', participant: 'p', display: 'd' };
const expected = new Map(
  [...table.matchAll(/([A-Z]\w+)\s+([hap]+)/g)].map(([, kind = '', allowed = '']) => [kind, allowed]),
);
const kinds = Object.keys(rolesAllowed) as readonly CommandKind[];
const actors: Readonly<Record<Role, string>> = { host, animator: animator(1), participant: participant(1), display };

describe('the table of rights', () => {
  it('L1 says of every command who may send it', () => {
    expect([...expected.keys()].toSorted()).toEqual([...kinds].toSorted());
    expect(commandSchema.options.map(({ shape }) => shape.kind.value).toSorted()).toEqual([...kinds].toSorted());
  });

  const workshops = { opened: opened(), inRestitution: inRestitution() };
  for (const role of roles) {
    it.each(kinds)(`L1 ${role}: %s`, (kind) => {
      const isAllowed = expected.get(kind)?.includes(letters[role]) ?? false;
      for (const workshop of Object.values(workshops)) {
        const decision = workshop.when(actors[role], sampleCommands[kind]);
        expect(!decision.ok && decision.problem.kind === 'denied').toBe(!isAllowed);
      }
    });
  }

  it('L1 whoever was removed may send nothing at all', () => {
    const workshop = opened();
    for (const personId of [animator(1), participant(1), display]) {
      workshop.given(host, { kind: 'RemovePerson', personId });
      for (const kind of kinds) expect(workshop.when(personId, sampleCommands[kind])).toEqual(denied);
    }
  });
});

describe('one’s own group', () => {
  const idea = { text: 'Une idée', citations: [] };
  const ofAnotherGroup: readonly Command[] = [
    { kind: 'PostAnswer', ...inGroup(2), promptIndex: 0, text: 'Ailleurs' },
    { kind: 'SupportAnswer', ...inGroup(2), answerId: 'answer-0002' },
    { kind: 'CallForHelp', ...inGroup(2), text: '' },
  ];
  const ofAnotherAnimator: readonly Command[] = [
    ...ofAnotherGroup,
    { kind: 'MovePerson', ...inGroup(2), personId: participant(1) },
    { kind: 'NoteArrival', slotId: inGroup(2).slotId, personId: participant(2) },
    { kind: 'ClearArrival', slotId: inGroup(2).slotId, personId: participant(2) },
    { kind: 'AnswerHelp', ...inGroup(2) },
    { kind: 'DraftKeyIdea', ...inGroup(2), ...idea },
    { kind: 'ReviseKeyIdea', ...inGroup(2), keyIdeaId: 'idea-0002-a', seenText: 'Idée 2a', ...idea },
    { kind: 'DropKeyIdea', ...inGroup(2), keyIdeaId: 'idea-0002-a' },
    { kind: 'SubmitKeyIdeas', ...inGroup(2), keyIdeaIds: ['idea-0002-a', 'idea-0002-b'] },
    { kind: 'ReopenKeyIdeas', ...inGroup(2) },
    { kind: 'ArrangeThemes', ...inGroup(2), themes: [] },
    { kind: 'PutLens', ...inGroup(2), keyIdeaId: 'idea-0002-a' },
  ];

  it.each([
    ['participant', participant(1), ofAnotherGroup],
    ['animator', animator(1), ofAnotherAnimator],
  ] as const)('L2 a %s acts in their own group only', (_role, actor, commands) => {
    const workshop = opened();
    workshop.given(participant(2), { kind: 'PostAnswer', ...inGroup(2), promptIndex: 0, text: 'Ici' }, 'answer-0002');
    for (const command of commands) expect(workshop.when(actor, command)).toEqual(rejected('not_your_group'));
  });

  it('L2 an animator keeps her group in every breakout, a participant the one of the breakout', () => {
    const workshop = opened();
    expect(workshop.state.people[animator(3)]?.groupId).toBe(groupId(3));
    expect(workshop.state.breakouts[inGroup(1).slotId]?.placements).not.toHaveProperty(animator(3));
  });
});
