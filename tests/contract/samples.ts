import type {
  AppendRequest,
  EventStore,
  StoredEvent,
  StoredIdentity,
  StoredLink,
  StoredPerson,
} from '../../bot/store/eventStore.ts';

export const T0 = 1_790_000_000_000;

export const sampleEvent = (
  version: number,
  data: unknown = { kind: 'AnswerPosted', text: `réponse ${version}` },
): StoredEvent => ({
  version,
  at: T0 + version,
  actorId: 'p1',
  commandId: `c${version}`,
  data,
});

interface Extras {
  readonly count?: number;
  readonly people?: readonly StoredPerson[];
  readonly identities?: readonly StoredIdentity[];
  readonly links?: readonly StoredLink[];
}

/** A request of `count` events (default 1) after `expectedVersion`. */
export const sampleAppend = (
  workshopId: string,
  expectedVersion: number,
  { count = 1, ...extras }: Extras = {},
): AppendRequest => ({
  workshopId,
  expectedVersion,
  events: Array.from({ length: count }, (_, index) => sampleEvent(expectedVersion + 1 + index)),
  ...extras,
});

export const samplePerson = (personId: string, overrides: Partial<StoredPerson> = {}): StoredPerson => ({
  personId,
  name: `Zoé ${personId}`,
  organisation: 'Ville de Nantes',
  email: 'zoe@example.org',
  attributes: { Région: 'Pays de la Loire', __x: '' },
  ...overrides,
});

export const sampleIdentity = (personId: string, tokenHash = `hash-of-${personId}`): StoredIdentity => ({
  tokenHash,
  personId,
});

export const versionsOf = async (store: EventStore, workshopId: string, afterVersion = 0): Promise<readonly number[]> =>
  (await store.load(workshopId, afterVersion)).map(({ version }) => version);

/** 1 … count. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
