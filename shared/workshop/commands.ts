import { z } from 'zod';
import { isTimeZone } from '../agenda/planTime.ts';
import { slotKinds } from '../agenda/programme.ts';
import { HOUR_MS } from '../core/time.ts';
import { cleanText } from '../core/typedText.ts';
import type { Recipe } from '../groups/recipe.ts';
import { limits } from './limits.ts';
import { wallOrders } from './state.ts';

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

const groupContent = { name: words(limits.nameChars), animatorName: text(limits.titleChars), roomUrl };
export const groupContentSchema = z.strictObject(groupContent);
export type GroupContent = z.infer<typeof groupContentSchema>;
/** What is said of a group and nothing else: a name does not bring back a room that was replaced meanwhile. */
const groupChangeSchema = z.strictObject({
  name: groupContent.name.exactOptional(),
  animatorName: groupContent.animatorName.exactOptional(),
  roomUrl: groupContent.roomUrl.exactOptional(),
});
export type GroupChange = z.infer<typeof groupChangeSchema>;

const keptThemesSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      label: words(limits.themeChars),
      answerIds: z.array(idSchema).min(1).max(limits.answersInThemes),
    }),
  )
  .max(limits.themes)
  .refine((themes) => new Set(themes.map(({ id }) => id)).size === themes.length)
  .refine((themes) => {
    const answerIds = themes.flatMap((theme) => theme.answerIds);
    return new Set(answerIds).size === answerIds.length;
  });
/** What becomes the key of a record is nothing that every object has by birth. */
const attributeName = words(limits.attributeNameChars).refine((name) => !(name in {}));
const attributes = z
  .record(attributeName, text(limits.nameChars))
  .refine((values) => Object.keys(values).length <= limits.attributes);
const personDetails = {
  name: words(limits.nameChars),
  organisation: text(limits.nameChars),
  email: text(limits.emailChars),
  attributes,
};

const groupNumber = z.int().min(1).max(10_000);
const groupSize = z.int().min(0).max(limits.people);
const personSets = z.array(z.array(idSchema).min(2).max(limits.people)).max(limits.rules);
const attributeNames = z.array(attributeName).max(limits.attributes + 1);
const recipeSchema: z.ZodType<Recipe> = z.strictObject({
  mix: z.record(attributeName, z.int().min(1).max(9)),
  apartBy: attributeNames,
  togetherBy: attributeNames,
  together: personSets,
  apart: personSets,
  pinned: z.record(idSchema, groupNumber),
  limits: z.record(
    z.string().regex(/^[1-9]\d{0,4}$/),
    z.strictObject({ smallest: groupSize, largest: groupSize }).refine(({ smallest, largest }) => smallest <= largest),
  ),
  needs: z
    .array(
      z.strictObject({
        attribute: attributeName,
        value: words(limits.nameChars),
        atLeast: z.int().min(1).max(limits.people),
        group: groupNumber.exactOptional(),
      }),
    )
    .max(limits.rules),
  met: z.enum(['avoid', 'repeat', 'ignore']),
});
/** A recipe as it is kept and taken along. */
export const namedRecipeSchema = z.strictObject({ name: words(limits.titleChars), recipe: recipeSchema });
const personIds = z.array(idSchema).max(limits.people);
/** Nobody twice: what is done to a person in one command is done once. */
const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** As a URL has it: "api.openai.com", "localhost:11434", "[::1]:8080". */
const endpointHost = z
  .string()
  .max(limits.urlChars)
  .regex(/^[a-z0-9.:[\]-]+$/);

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
  // the language model. The host says which endpoint they were told of: answers go to no other.
  command('AllowLanguageModel', { endpointHost }),
  command('ForbidLanguageModel', {}),
  command('AddSlot', { slot: slotContentSchema, afterSlotId: idSchema.exactOptional() }),
  command('ReviseSlot', { ...inSlot, slot: slotContentSchema }),
  command('MoveSlot', { ...inSlot, afterSlotId: idSchema.exactOptional() }),
  command('RemoveSlot', inSlot),
  command('AddGroup', { group: groupContentSchema }),
  /** `seenRoomUrl`: only as long as that is the room of the group. */
  command('ReviseGroup', { groupId: idSchema, group: groupChangeSchema, seenRoomUrl: roomUrl.exactOptional() }),
  command('RemoveGroup', { groupId: idSchema }),
  command('RenewLink', { linkId: idSchema }),
  command('RevokeLink', { linkId: idSchema }),
  // people
  command('ReviseMyself', {
    name: words(limits.nameChars),
    organisation: text(limits.nameChars),
    attributes: attributes.exactOptional(),
  }),
  command('RemovePerson', { personId: idSchema }),
  command('ExpectPeople', {
    /** With a `personId`: somebody who is known already, and is revised. */
    people: z
      .array(z.strictObject({ personId: idSchema.exactOptional(), ...personDetails }))
      .min(1)
      .max(limits.peoplePerCommand)
      .refine((people) => isEachOnce(people.flatMap(({ personId }) => personId ?? []))),
  }),
  command('ForgetExpected', { personIds: personIds.min(1) }),
  command('MatchPerson', { personId: idSchema, expectedId: idSchema }),
  command('RevisePerson', { personId: idSchema, ...personDetails }),
  command('ChooseAttributes', {
    attributes: z
      .array(
        z.strictObject({
          name: attributeName,
          asked: z.boolean(),
          choices: z.array(words(limits.nameChars)).max(limits.attributeChoices),
        }),
      )
      .max(limits.attributes)
      .refine((chosen) => isEachOnce(chosen.map(({ name }) => name))),
  }),
  /** With what is known of people by it. */
  command('DropAttribute', { name: attributeName }),
  command('NameAnimator', {
    groupId: idSchema,
    personId: idSchema,
    /** What the group is told; empty: nothing. */
    announcement: text(limits.announcementChars),
  }),
  command('ReleaseAnimator', { personId: idSchema }),
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
  command('FormGroups', { ...inSlot, recipe: recipeSchema.exactOptional() }),
  command('PublishGroups', {
    ...inSlot,
    /** In order. Without a `groupId`: a new group. Groups that are not named are given up. */
    groups: z
      .array(z.strictObject({ groupId: idSchema.exactOptional(), personIds }))
      .min(1)
      .max(limits.groups)
      .refine((groups) => isEachOnce(groups.flatMap(({ groupId }) => groupId ?? [])))
      .refine((groups) => isEachOnce(groups.flatMap((group) => group.personIds))),
    recipe: recipeSchema,
    /** The mark of where those people stood when the host saw them last. */
    seenPlaces: z.string().max(16),
  }),
  command('MovePeople', {
    ...inSlot,
    /** `fromGroupId`: where the host saw them; absent: in no group. `toGroupId` absent: out of the groups. */
    moves: z
      .array(
        z.strictObject({
          personId: idSchema,
          fromGroupId: idSchema.exactOptional(),
          toGroupId: idSchema.exactOptional(),
        }),
      )
      .min(1)
      .max(limits.people)
      .refine((moves) => isEachOnce(moves.map(({ personId }) => personId))),
  }),
  command('OfferChoice', { ...inSlot, capacities: z.record(idSchema, z.int().min(1).max(limits.people)) }),
  command('CloseChoice', inSlot),
  command('ChooseGroup', inGroup),
  /** Somebody who stands in no group is there after all. */
  command('TakePlace', inSlot),
  command('MergeGroups', {
    ...inSlot,
    fromGroupId: idSchema,
    intoGroupId: idSchema,
    /** What both groups are told; empty: nothing. */
    announcement: text(limits.announcementChars),
  }),
  command('SaveRecipe', {
    /** Absent: a new one. */
    recipeId: idSchema.exactOptional(),
    ...namedRecipeSchema.shape,
  }),
  command('DropRecipe', { recipeId: idSchema }),
  command('NoteEarlierGroups', {
    name: words(limits.titleChars),
    groups: z
      .array(personIds.min(1))
      .min(1)
      .max(limits.people)
      .refine((groups) => isEachOnce(groups.flat())),
  }),
  command('ForgetEarlierGroups', { earlierId: idSchema }),
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
  /** Without `lens`: taken off. */
  command('PutLens', { ...inGroup, keyIdeaId: idSchema, lens: words(limits.titleChars).exactOptional() }),
  // themes: all that people keep, as they are to be. `seenArrangementId`: what the editor started from.
  command('ArrangeThemes', { ...inGroup, seenArrangementId: idSchema.exactOptional(), themes: keptThemesSchema }),
  // restitution
  command('OrderRestitution', { ...inSlot, groupIds: groupIds.min(1) }),
  command('PresentGroup', inGroup),
  command('ShowWall', { ...inSlot, by: z.enum(wallOrders).exactOptional() }),
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
  readonly attributes: Readonly<Record<string, string>>;
  /** Who they say they are among the expected people. */
  readonly expectedId?: string;
}

/** What a newcomer types. `name` may be empty for a display. */
export const newcomerSchema = z.strictObject({
  name: text(limits.nameChars),
  organisation: text(limits.nameChars),
  attributes: attributes.exactOptional(),
});
