import type { Command, CommandKind } from './commands.ts';
import type { Role } from './state.ts';

const host: readonly Role[] = ['host'];
const facilitators: readonly Role[] = ['host', 'animator'];
const groupPeople: readonly Role[] = ['animator', 'participant'];
const everyoneActive: readonly Role[] = ['host', 'animator', 'participant'];

/**
 * Who may send what: the only table of rights. An animator and a participant are also held to their own group
 * by the rules of each command (`not_your_group`).
 */
export const rolesAllowed: Readonly<Record<CommandKind, readonly Role[]>> = {
  RenameWorkshop: host,
  ChooseOptions: host,
  AllowLanguageModel: host,
  ForbidLanguageModel: host,
  AddSlot: host,
  ReviseSlot: host,
  MoveSlot: host,
  RemoveSlot: host,
  AddGroup: host,
  ReviseGroup: host,
  RemoveGroup: host,
  RenewLink: host,
  RevokeLink: host,
  ReviseMyself: everyoneActive,
  RemovePerson: host,
  ExpectPeople: host,
  ForgetExpected: host,
  MatchPerson: host,
  RevisePerson: host,
  ChooseAttributes: host,
  DropAttribute: host,
  NameAnimator: host,
  ReleaseAnimator: host,
  StartAgenda: host,
  StartSlot: host,
  PauseAgenda: host,
  ResumeAgenda: host,
  ExtendSlot: host,
  ShortenSlot: host,
  NextSlot: host,
  PreviousSlot: host,
  AbsorbDelay: host,
  EndWorkshop: host,
  FormGroups: host,
  PublishGroups: host,
  MovePeople: host,
  OfferChoice: host,
  CloseChoice: host,
  ChooseGroup: ['participant'],
  TakePlace: ['participant'],
  MergeGroups: host,
  SaveRecipe: host,
  DropRecipe: host,
  NoteEarlierGroups: host,
  ForgetEarlierGroups: host,
  MovePerson: facilitators,
  OpenBreakout: host,
  BringBack: host,
  NoteArrival: everyoneActive,
  ClearArrival: everyoneActive,
  CallForHelp: groupPeople,
  AnswerHelp: facilitators,
  Announce: host,
  PostAnswer: groupPeople,
  EditAnswer: groupPeople,
  WithdrawAnswer: everyoneActive,
  SupportAnswer: groupPeople,
  UnsupportAnswer: groupPeople,
  DraftKeyIdea: facilitators,
  ReviseKeyIdea: facilitators,
  DropKeyIdea: facilitators,
  SubmitKeyIdeas: facilitators,
  ReopenKeyIdeas: facilitators,
  PutLens: facilitators,
  ArrangeThemes: facilitators,
  OrderRestitution: host,
  PresentGroup: host,
  ShowWall: host,
};

/** Whether a role may send such a command at all; in which group is for the rules of the command to say. */
export const isAllowed = (role: Role, command: Command): boolean => rolesAllowed[command.kind].includes(role);
