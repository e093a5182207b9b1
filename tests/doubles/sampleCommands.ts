import type { Command, CommandKind } from '../../shared/workshop/commands.ts';
import { breakoutSlot, groupId, inGroup, participant, restitutionSlot, slotContent } from './workshopScenario.ts';

const content = slotContent({ section: 'Partie 1', lead: 'ADASI', plannedStart: 600, speakers: ['Une oratrice'] });
const slot = { ...content, notes: ['Une note'], prompts: ['Une question ?'], lenses: ['Un axe'] };
const group = { name: 'Groupe', animatorName: 'ADASI', roomUrl: 'https://salles.example.org/1' };
const inSlot = { slotId: breakoutSlot };
const clock = { slotId: 'slot-0001', byMs: 60_000, seenEndsAt: 1_790_000_000_000 };
const idea = { text: 'Une idée', citations: ['answer-0001'] };

/** One well-formed command of every kind, each optional field filled. */
export const sampleCommands: { readonly [Kind in CommandKind]: Extract<Command, { kind: Kind }> } = {
  RenameWorkshop: { kind: 'RenameWorkshop', title: 'Atelier' },
  ChooseOptions: { kind: 'ChooseOptions', options: { keyIdeasPerGroup: 2, authors: 'hidden', graceMs: 60_000 } },
  AddSlot: { kind: 'AddSlot', slot, afterSlotId: 'slot-0001' },
  ReviseSlot: { kind: 'ReviseSlot', ...inSlot, slot },
  MoveSlot: { kind: 'MoveSlot', ...inSlot, afterSlotId: 'slot-0001' },
  RemoveSlot: { kind: 'RemoveSlot', ...inSlot },
  AddGroup: { kind: 'AddGroup', group },
  ReviseGroup: { kind: 'ReviseGroup', groupId: groupId(1), group },
  RemoveGroup: { kind: 'RemoveGroup', groupId: groupId(1) },
  RenewLink: { kind: 'RenewLink', linkId: 'link-host-link' },
  RevokeLink: { kind: 'RevokeLink', linkId: 'link-host-link' },
  ReviseMyself: { kind: 'ReviseMyself', name: 'Zoé', organisation: 'Ville de Nantes' },
  RemovePerson: { kind: 'RemovePerson', personId: participant(1) },
  StartAgenda: { kind: 'StartAgenda', plan: 'asPlanned' },
  StartSlot: { kind: 'StartSlot', ...inSlot, fromSlotId: 'slot-0001' },
  PauseAgenda: { kind: 'PauseAgenda' },
  ResumeAgenda: { kind: 'ResumeAgenda' },
  ExtendSlot: { kind: 'ExtendSlot', ...clock },
  ShortenSlot: { kind: 'ShortenSlot', ...clock },
  NextSlot: { kind: 'NextSlot', fromSlotId: 'slot-0001' },
  PreviousSlot: { kind: 'PreviousSlot', fromSlotId: 'slot-0001' },
  AbsorbDelay: { kind: 'AbsorbDelay', cuts: [{ slotId: 'slot-0004', allottedMs: 60_000 }] },
  EndWorkshop: { kind: 'EndWorkshop' },
  FormGroups: { kind: 'FormGroups', ...inSlot },
  MovePerson: { kind: 'MovePerson', ...inGroup(1), personId: participant(1) },
  OpenBreakout: { kind: 'OpenBreakout', ...inSlot },
  BringBack: { kind: 'BringBack', ...inSlot },
  NoteArrival: { kind: 'NoteArrival', ...inSlot, personId: participant(1) },
  ClearArrival: { kind: 'ClearArrival', ...inSlot, personId: participant(1) },
  CallForHelp: { kind: 'CallForHelp', ...inGroup(1), text: 'Un écran noir' },
  AnswerHelp: { kind: 'AnswerHelp', ...inGroup(1) },
  Announce: { kind: 'Announce', text: 'Deux minutes', groupIds: [groupId(1)] },
  PostAnswer: { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text: 'Une réponse' },
  EditAnswer: { kind: 'EditAnswer', ...inGroup(1), answerId: 'answer-0001', text: 'Une autre' },
  WithdrawAnswer: { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' },
  SupportAnswer: { kind: 'SupportAnswer', ...inGroup(1), answerId: 'answer-0001' },
  UnsupportAnswer: { kind: 'UnsupportAnswer', ...inGroup(1), answerId: 'answer-0001' },
  DraftKeyIdea: { kind: 'DraftKeyIdea', ...inGroup(1), ...idea },
  ReviseKeyIdea: { kind: 'ReviseKeyIdea', ...inGroup(1), keyIdeaId: 'idea-0001-a', seenText: 'Avant', ...idea },
  DropKeyIdea: { kind: 'DropKeyIdea', ...inGroup(1), keyIdeaId: 'idea-0001-a' },
  SubmitKeyIdeas: { kind: 'SubmitKeyIdeas', ...inGroup(1), keyIdeaIds: ['idea-0001-a', 'idea-0001-b'] },
  ReopenKeyIdeas: { kind: 'ReopenKeyIdeas', ...inGroup(1) },
  OrderRestitution: { kind: 'OrderRestitution', slotId: restitutionSlot, groupIds: [groupId(1)] },
  PresentGroup: { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) },
  ShowWall: { kind: 'ShowWall', slotId: restitutionSlot },
};
