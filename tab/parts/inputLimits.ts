import type { limits } from '../../shared/workshop/commands.ts';

// The limits stand beside the schemas of the commands, whose library a phone must not load. Their types are the
// numbers themselves: a limit that changes there does not compile here.
export const answerChars: (typeof limits)['answerChars'] = 4_000;
export const keyIdeaChars: (typeof limits)['keyIdeaChars'] = 600;
export const helpChars: (typeof limits)['announcementChars'] = 500;
export const nameChars: (typeof limits)['nameChars'] = 80;
