/** Of somebody's own: the 1:1 conversation is opened when there is something to say. */
const personal = 'user:';

/** Lane of the outbox that leads to one person. Every other lane is the id of a conversation. */
export const personalLaneOf = (userId: string): string => `${personal}${userId}`;

/** The account that a lane leads to; undefined for a conversation's. */
export const userIdOf = (lane: string): string | undefined =>
  lane.startsWith(personal) ? lane.slice(personal.length) : undefined;
