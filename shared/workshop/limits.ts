import { HOUR_MS } from '../core/time.ts';

/** Limits of what people may send: long enough for real use, short enough that nobody can drown a workshop. */
export const limits = {
  idChars: 80,
  answerChars: 4_000,
  keyIdeaChars: 600,
  announcementChars: 500,
  titleChars: 300,
  nameChars: 80,
  noteChars: 2_000,
  urlChars: 2_000,
  slots: 200,
  groups: 50,
  /** Expected and present, in one workshop. */
  people: 5_000,
  /** Expected people of one command: its message stays far under what a connection takes. */
  peoplePerCommand: 200,
  attributes: 20,
  attributeNameChars: 60,
  attributeChoices: 60,
  emailChars: 254,
  recipes: 30,
  /** Sets, pins and needs of one recipe. */
  rules: 1_000,
  earlierSplits: 30,
  /** Of one slot. */
  speakers: 50,
  notes: 200,
  prompts: 20,
  lenses: 30,
  keyIdeasPerGroup: 10,
  citations: 100,
  /** Of one group; a theme's label is a title. */
  themes: 200,
  themeChars: 120,
  answersInThemes: 5_000,
  /** Of one person in one group: far more than anyone writes, far less than a runaway page would. */
  answersPerPerson: 200,
  slotDurationMs: 24 * HOUR_MS,
} as const;
