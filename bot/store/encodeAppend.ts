import type { AppendRequest, StoredEvent, StoredPerson } from './eventStore.ts';
import type { EventRow, IdentityRow, LinkRow, PersonRow } from './schema.ts';

/** An append as rows: checked, serialised, and cut loose from the caller's objects, which may change while it waits. */
export interface EncodedAppend {
  readonly workshopId: string;
  readonly expectedVersion: number;
  readonly lastVersion: number;
  readonly events: readonly EventRow[];
  readonly people: readonly PersonRow[];
  readonly identities: readonly IdentityRow[];
  readonly forgotten: readonly string[];
  readonly links: readonly LinkRow[];
  /** Length of all `data` in UTF-16 units: what bounds a batch. */
  readonly size: number;
}

/**
 * Rows of a request. Throws a TypeError for what only a bug can produce: no event, versions that do not follow
 * `expectedVersion`, data that JSON cannot hold, a text that no engine gives back as it was. The message names the
 * field, never its content, because a name may stand there.
 */
export function encodeAppend(request: AppendRequest): EncodedAppend {
  const { workshopId, expectedVersion, events, people = [], identities = [], forgotten = [], links = [] } = request;
  checkKey('workshopId', workshopId);
  checkInteger('expectedVersion', expectedVersion);
  if (events.length === 0) throw new TypeError('events: an append needs at least one');

  const eventRows = events.map((event, index): EventRow => {
    const field = `events[${index}]`;
    const wanted = expectedVersion + 1 + index;
    if (event.version !== wanted) throw new TypeError(`${field}.version: ${event.version} where ${wanted} follows`);
    checkInteger(`${field}.at`, event.at);
    checkKey(`${field}.actorId`, event.actorId);
    checkKey(`${field}.commandId`, event.commandId);
    return {
      workshop_id: workshopId,
      version: event.version,
      at: event.at,
      actor_id: event.actorId,
      command_id: event.commandId,
      data: encodeData(`${field}.data`, event.data),
    };
  });

  const seen = new Set<string>();
  const personRows = people.map((person, index): PersonRow => {
    const field = `people[${index}]`;
    checkKey(`${field}.personId`, person.personId);
    checkText(`${field}.name`, person.name);
    checkText(`${field}.organisation`, person.organisation);
    checkText(`${field}.email`, person.email);
    // One statement writes them all, and no engine may touch a row twice in one statement.
    if (seen.has(person.personId)) throw new TypeError(`${field}.personId: stands twice in one append`);
    seen.add(person.personId);
    return {
      workshop_id: workshopId,
      person_id: person.personId,
      name: person.name,
      organisation: person.organisation,
      email: person.email,
      attributes: encodeData(`${field}.attributes`, person.attributes),
    };
  });

  const addedAt = eventRows[0]?.at ?? 0;
  const identityRows = identities.map(({ tokenHash, personId }, index): IdentityRow => {
    checkKey(`identities[${index}].tokenHash`, tokenHash);
    checkKey(`identities[${index}].personId`, personId);
    return { token_hash: tokenHash, workshop_id: workshopId, person_id: personId, way: 'join', added_at: addedAt };
  });

  for (const [index, personId] of forgotten.entries()) {
    checkKey(`forgotten[${index}]`, personId);
    if (seen.has(personId)) throw new TypeError(`forgotten[${index}]: written in the same append`);
  }

  const linkRows = links.map((link, index): LinkRow => {
    checkKey(`links[${index}].linkId`, link.linkId);
    checkKey(`links[${index}].tokenHash`, link.tokenHash);
    return { token_hash: link.tokenHash, workshop_id: workshopId, link_id: link.linkId };
  });

  return {
    workshopId,
    expectedVersion,
    lastVersion: expectedVersion + events.length,
    events: eventRows,
    people: personRows,
    identities: identityRows,
    forgotten: [...forgotten],
    links: linkRows,
    size: eventRows.reduce((sum, row) => sum + row.data.length, 0),
  };
}

/** @throws SyntaxError when the stored text is no JSON: the log is damaged */
export const decodeEvent = (row: Omit<EventRow, 'workshop_id'>): StoredEvent => ({
  version: row.version,
  at: row.at,
  actorId: row.actor_id,
  commandId: row.command_id,
  data: JSON.parse(row.data) as unknown,
});

export const decodePerson = (row: PersonRow): StoredPerson => ({
  personId: row.person_id,
  name: row.name,
  organisation: row.organisation,
  email: row.email,
  attributes: JSON.parse(row.attributes) as StoredPerson['attributes'],
});

/**
 * JSON.stringify writes U+0000 and half surrogate pairs as `\u…` escapes, so the text itself is always plain, and every
 * string comes back as it was.
 */
function encodeData(field: string, data: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(data);
  } catch (cause) {
    throw new TypeError(`${field}: cannot be written as JSON`, { cause });
  }
  if (text === undefined) throw new TypeError(`${field}: cannot be written as JSON`);
  return text;
}

function checkInteger(field: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`${field}: not a whole number from 0`);
}

function checkKey(field: string, value: string): void {
  if (value === '') throw new TypeError(`${field}: empty`);
  checkText(field, value);
}

/** Plain text columns: PostgreSQL refuses U+0000, and UTF-8 turns half a surrogate pair into U+FFFD without a word. */
function checkText(field: string, value: string): void {
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new TypeError(`${field}: holds U+0000 or half a surrogate pair`);
  }
}
