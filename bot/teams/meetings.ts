export type MeetingRole = 'organizer' | 'presenter' | 'attendee';

export interface MeetingAsked {
  /** As a page says it: the answer must be of a meeting that takes place there. */
  readonly conversationId: string;
  readonly meetingId: string;
}

export interface MeetingRoleAsked extends MeetingAsked {
  readonly tenantId: string;
  readonly objectId: string;
}

/** Port: what Teams, asked anew each time, says of a meeting. Never rejects; undefined when Teams does not answer. */
export interface Meetings {
  /** Of somebody in it; undefined also for a stranger, and for a meeting that is not in that conversation. */
  roleOf(asked: MeetingRoleAsked): Promise<MeetingRole | undefined>;
  titleOf(asked: MeetingAsked): Promise<string | undefined>;
}

/** Where nobody can ask Teams, nobody has a role there. */
export const noMeetings: Meetings = { roleOf: async () => undefined, titleOf: async () => undefined };
