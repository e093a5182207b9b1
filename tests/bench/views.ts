import { seededRandom } from '../../shared/core/random.ts';
import { type Audience, audienceKey } from '../../shared/views/audience.ts';
import { diffView } from '../../shared/views/mergePatch.ts';
import { projectMe, projectView } from '../../shared/views/projectView.ts';
import type { WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import { groupIdOf } from '../doubles/breakoutScene.ts';
import { type BenchOptions, type Figure, percentile } from './figure.ts';

const slotId = 'slot-0001';
const rounds = 200;

/** People enough for a large meeting, whatever the other benches take. */
const people = 1_000;
const groups = 10;

const words =
  'mutualiser un poste entre associations pour accueillir les bénévoles et partager les frais de gestion'.split(' ');

function* story(): Generator<WorkshopEvent> {
  const random = seededRandom(1_000);
  const options = { keyIdeasPerGroup: 2, authors: 'hidden', graceMs: 120_000 } as const;
  yield {
    kind: 'WorkshopCreated',
    workshopId: 'workshop',
    title: 'Grand atelier',
    language: 'fr',
    timeZone: 'UTC',
    options,
  };
  const slot = { id: slotId, kind: 'breakout', title: 'Groupes', speakers: [], durationMs: 3_600_000 } as const;
  yield { kind: 'SlotAdded', slot: { ...slot, notes: [], prompts: ['Que reprenez-vous ?'], lenses: [] }, index: 0 };
  for (let number = 1; number <= groups; number++) {
    yield {
      kind: 'GroupAdded',
      group: { id: groupIdOf(number), number, name: `Groupe ${number}`, animatorName: '', roomUrl: '' },
    };
  }
  const placements: Record<string, string> = {};
  for (let index = 0; index < people; index++) {
    const personId = `person-${index}`;
    placements[personId] = groupIdOf(1 + (index % groups));
    yield { kind: 'PersonJoined', personId, role: 'participant', linkId: 'link' };
  }
  yield { kind: 'GroupsFormed', slotId, placements };
  yield { kind: 'BreakoutOpened', slotId };
  for (let index = 0; index < people; index++) {
    yield posted(index, Array.from({ length: 20 }, () => words[Math.floor(random() * words.length)]).join(' '));
  }
}

const posted = (index: number, text: string): WorkshopEvent => ({
  kind: 'AnswerPosted',
  slotId,
  groupId: groupIdOf(1 + (index % groups)),
  answer: { id: `answer-${index}`, promptIndex: 0, authorId: `person-${index % people}`, text },
});

const append = (state: WorkshopState | undefined, event: WorkshopEvent): WorkshopState =>
  evolve(state, { version: (state?.version ?? 0) + 1, at: 1, actorId: 'someone', commandId: 'command', event });

/** What one more answer costs when a thousand people have answered. */
export async function benchViews(_options: BenchOptions): Promise<Figure> {
  const replayedAt = performance.now();
  let state: WorkshopState | undefined;
  for (const event of story()) state = append(state, event);
  const replayMs = performance.now() - replayedAt;
  if (state === undefined) throw new Error('the story is empty');

  const ids = Array.from({ length: people }, (_, index) => `person-${index}`);
  const surroundings = {
    names: new Map(
      ids.map((id) => [id, { name: `Personne ${id}`, organisation: 'Association', email: '', attributes: {} }]),
    ),
    connected: new Set(ids),
    syntheses: new Map(),
    shared: new Map(),
  };
  const audiences: readonly Audience[] = [
    { kind: 'host' },
    { kind: 'animator', groupId: groupIdOf(1) },
    { kind: 'group', groupId: groupIdOf(1) },
    { kind: 'display' },
  ];
  const views = audiences.map((audience) => ({
    audience,
    view: projectView(state as WorkshopState, audience, surroundings),
  }));
  const timings = new Map(audiences.map((audience) => [audienceKey(audience), [] as number[]]));
  const evolving: number[] = [];
  const everyMe: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    state = append(state, posted(people + round * groups, 'Encore une réponse'));
    evolving.push(performance.now() - startedAt);
    for (const shown of views) {
      const projectedAt = performance.now();
      const next = projectView(state, shown.audience, surroundings);
      JSON.stringify(diffView(shown.view, next));
      timings.get(audienceKey(shown.audience))?.push(performance.now() - projectedAt);
      shown.view = next;
    }
    const askedAt = performance.now();
    for (const id of ids) projectMe(state, id, surroundings);
    everyMe.push(performance.now() - askedAt);
  }
  const row = (label: string, samples: readonly number[]) =>
    ({ label, unit: 'ms', values: [percentile(samples, 0.5), percentile(samples, 0.99)] }) as const;
  return {
    name: 'views',
    title: `One more answer among ${people} people in ${groups} groups, ${people} answers so far`,
    columns: ['p50', 'p99'],
    rows: [
      row('evolve', evolving),
      ...[...timings].map(([key, samples]) => row(`project, compare, encode: ${key}`, samples)),
      row(`"me" of all ${people}`, everyMe),
      { label: 'replay of the log so far, once', unit: 'ms', values: [replayMs, undefined] },
    ],
    notes: [`${rounds} rounds in one process, without a network.`],
  };
}
