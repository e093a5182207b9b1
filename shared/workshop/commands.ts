import { z } from 'zod';
import { isTimeZone } from '../agenda/planTime.ts';
import { slotKinds } from '../agenda/programme.ts';
import { HOUR_MS } from '../core/time.ts';
import { limits } from './limits.ts';
import { cleanText } from './typedText.ts';

/**
 * Ids are made by clients (commands) and derived from them (things): letters, digits, `_`, `-`, `.`. Ids become keys of
 * records: what every object has by birth (`__proto__`, `constructor`, `toString` …) is no id.
 */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{8,}$/)
  .max(limits.idChars)
  .refine((id) => !(id in {}));

/** Text that a person typed, cleaned before it is measured. */
const text = (maxChars: number) =>
  z
    .string()
    .max(maxChars * 2)
    .transform(cleanText)
    .pipe(z.string().max(maxChars));
const words = (maxChars: number) => text(maxChars).pipe(z.string().min(1));

/** Only web links: a `javascript:` or `file:` link on a participant's page would be a weapon. */
const roomUrl = text(limits.urlChars).pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/ })]));
const minuteOfDay = z.int().min(0).max(1_439);
const durationMs = z.int().min(0).max(limits.slotDurationMs);
const byMs = z.int().min(1_000).max(limits.slotDurationMs);
const groupIds = z.array(idSchema).max(limits.groups);

const slotContent = {
  kind: z.enum(slotKinds),
  title: words(limits.titleChars),
  section: words(limits.titleChars).exactOptional(),
  lead: words(limits.titleChars).exactOptional(),
  speakers: z.array(words(limits.titleChars)).max(limits.speakers),
  plannedStart: minuteOfDay.exactOptional(),
  durationMs,
  notes: z.array(words(limits.noteChars)).max(limits.notes),
  prompts: z.array(words(limits.noteChars)).max(limits.prompts),
  lenses: z.array(words(limits.titleChars)).max(limits.lenses),
};
/** What a person may say of a slot: the whole content, so that two edits never mix. */
export const slotContentSchema = z.strictObject(slotContent);
export type SlotContent = z.infer<typeof slotContentSchema>;

export const groupContentSchema = z.strictObject({
  name: words(limits.nameChars),
  animatorName: text(limits.titleChars),
  roomUrl,
});
export type GroupContent = z.infer<typeof groupContentSchema>;

const optionsSchema = z.strictObject({
  keyIdeasPerGroup: z.int().min(1).max(limits.keyIdeasPerGroup),
  authors: z.enum(['hidden', 'animators']),
  graceMs: z.int().min(0).max(HOUR_MS),
});

const command = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

const inSlot = { slotId: idSchema };
const inGroup = { slotId: idSchema, groupId: idSchema };

/** Commands say the intent. Each is refused whole or taken whole. */
export const commandSchema = z.discriminatedUnion('kind', [
  // setting up
  command('RenameWorkshop', { title: words(limits.titleChars) }),
  command('ChooseOptions', { options: optionsSchema }),
  command('AddSlot', { slot: slotContentSchema, afterSlotId: idSchema.exactOptional() }),
  command('ReviseSlot', { ...inSlot, slot: slotContentSchema }),
  command('MoveSlot', { ...inSlot, afterSlotId: idSchema.exactOptional() }),
  command('RemoveSlot', inSlot),
  command('AddGroup', { group: groupContentSchema }),
  command('ReviseGroup', { groupId: idSchema, group: groupContentSchema }),
  command('RemoveGroup', { groupId: idSchema }),
  command('RenewLink', { linkId: idSchema }),
  command('RevokeLink', { linkId: idSchema }),
  // people
  command('ReviseMyself', { name: words(limits.nameChars), organisation: text(limits.nameChars) }),
  command('RemovePerson', { personId: idSchema }),
  // the clock. `seenEndsAt`, `fromSlotId`: what the host saw, so that two hosts pressing together act once.
  command('StartAgenda', { plan: z.enum(['asPlanned', 'fromNow']) }),
  command('StartSlot', { ...inSlot, fromSlotId: idSchema.exactOptional() }),
  command('PauseAgenda', {}),
  command('ResumeAgenda', {}),
  command('ExtendSlot', { ...inSlot, byMs, seenEndsAt: z.int() }),
  command('ShortenSlot', { ...inSlot, byMs, seenEndsAt: z.int() }),
  command('NextSlot', { fromSlotId: idSchema }),
  command('PreviousSlot', { fromSlotId: idSchema }),
  command('AbsorbDelay', {
    cuts: z
      .array(z.strictObject({ slotId: idSchema, allottedMs: durationMs }))
      .min(1)
      .max(limits.slots),
  }),
  command('EndWorkshop', {}),
  // breakouts
  command('FormGroups', inSlot),
  command('MovePerson', { ...inSlot, personId: idSchema, groupId: idSchema }),
  command('OpenBreakout', inSlot),
  command('BringBack', inSlot),
  command('NoteArrival', { ...inSlot, personId: idSchema }),
  command('ClearArrival', { ...inSlot, personId: idSchema }),
  command('CallForHelp', { ...inGroup, text: text(limits.announcementChars) }),
  command('AnswerHelp', inGroup),
  command('Announce', { text: words(limits.announcementChars), groupIds: groupIds.min(1).exactOptional() }),
  // answers
  command('PostAnswer', {
    ...inGroup,
    promptIndex: z
      .int()
      .min(0)
      .max(limits.prompts - 1),
    text: words(limits.answerChars),
  }),
  command('EditAnswer', { ...inGroup, answerId: idSchema, text: words(limits.answerChars) }),
  command('WithdrawAnswer', { ...inGroup, answerId: idSchema }),
  command('SupportAnswer', { ...inGroup, answerId: idSchema }),
  command('UnsupportAnswer', { ...inGroup, answerId: idSchema }),
  // key ideas
  command('DraftKeyIdea', {
    ...inGroup,
    text: words(limits.keyIdeaChars),
    citations: z.array(idSchema).max(limits.citations),
  }),
  command('ReviseKeyIdea', {
    ...inGroup,
    keyIdeaId: idSchema,
    /** The text that the editor started from: a second editor who saw another one is told, not overwritten. */
    seenText: z.string().max(limits.keyIdeaChars),
    text: words(limits.keyIdeaChars),
    citations: z.array(idSchema).max(limits.citations),
  }),
  command('DropKeyIdea', { ...inGroup, keyIdeaId: idSchema }),
  command('SubmitKeyIdeas', { ...inGroup, keyIdeaIds: z.array(idSchema).max(limits.keyIdeasPerGroup) }),
  command('ReopenKeyIdeas', inGroup),
  // restitution
  command('OrderRestitution', { ...inSlot, groupIds: groupIds.min(1) }),
  command('PresentGroup', inGroup),
  command('ShowWall', inSlot),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];

/** Founding a workshop, from the set-up page. */
export const createWorkshopSchema = z.strictObject({
  kind: z.literal('CreateWorkshop'),
  title: words(limits.titleChars),
  date: z.iso.date().exactOptional(),
  language: z.enum(['fr', 'en']),
  timeZone: z.string().max(60).refine(isTimeZone),
  slots: z.array(slotContentSchema).max(limits.slots),
  groups: z.array(groupContentSchema).min(1).max(limits.groups),
  keyIdeasPerGroup: z.int().min(1).max(limits.keyIdeasPerGroup),
});
export type CreateWorkshop = z.infer<typeof createWorkshopSchema>;

/** Arriving through a link. Not sent on the socket: the server makes it once it has checked the link's token. */
export interface Join {
  readonly kind: 'Join';
  readonly linkId: string;
  readonly name: string;
  readonly organisation: string;
}

/** What a newcomer types. `name` may be empty for a display. */
export const newcomerSchema = z.strictObject({
  name: text(limits.nameChars),
  organisation: text(limits.nameChars),
});
