import type { WorkshopEvent } from '../events.ts';

/** An announcement to some groups that comes with something else; nothing when there are no words. */
export const announcing = (commandId: string, text: string, groupIds: readonly string[]): WorkshopEvent[] =>
  text === '' ? [] : [{ kind: 'AnnouncementMade', announcementId: commandId, text, groupIds }];
