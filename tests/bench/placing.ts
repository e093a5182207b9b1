import { emptyRecipe } from '../../shared/groups/recipe.ts';
import { splitReporter } from '../../shared/groups/report.ts';
import { createSearch } from '../../shared/groups/search.ts';
import { changeOf, withMoves } from '../../shared/groups/splitChange.ts';
import { breakoutSlot, host, linkOf, populated } from '../doubles/workshopScenario.ts';
import { type Figure, percentile, type Row } from './figure.ts';
import { realisticWorkshop } from './splitWorkshops.ts';

const people = 1_000;
const late = 200;
const groups = 50;

/** A late arrival through the real decision, and what a hand that drags is told, in workshops of a thousand. */
export async function benchPlacing(): Promise<Figure> {
  return {
    name: 'placing',
    title: `${people} people in ${groups} groups: one more is placed, one is dragged`,
    columns: ['median', '99 %', 'worst'],
    rows: [...lateArrivals(), ...dragging()],
    notes: [
      'Late arrival: the whole decision of joining, by a recipe of three attributes, rules and two earlier rounds.',
      'Dragging: what dropping a person on a group, or on another person, would change, in the words’ raw form.',
      'Baseline: two whole reports of the split, before and after.',
    ],
  };
}

function row(label: string, samples: readonly number[]): Row {
  return { label, unit: 'ms', values: [percentile(samples, 0.5), percentile(samples, 0.99), percentile(samples, 1)] };
}

/** CPU, not time: what else the machine does must not change the figures. */
function timed(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function lateArrivals(): Row[] {
  const workshop = populated({ participants: people, groups });
  const { people: persons } = realisticWorkshop(people + late, groups, false);
  const ids = Object.values(workshop.state.people)
    .filter(({ role }) => role === 'participant')
    .map(({ id }) => id);
  const comers = Array.from({ length: late }, (_, index) => `late-${String(index).padStart(4, '0')}`);
  for (const [index, id] of [...ids, ...comers].entries()) {
    const { org = '', ...values } = persons[index]?.values ?? {};
    workshop.roster.set(id, { ...values, organisation: org });
  }
  const round = (turn: number): string[][] =>
    Array.from({ length: groups }, (_, group) => ids.filter((_id, at) => (at * turn) % groups === group)).filter(
      (members) => members.length > 0,
    );
  for (const turn of [1, 7]) workshop.given(host, { kind: 'NoteEarlierGroups', name: `${turn}`, groups: round(turn) });
  workshop.given(host, {
    kind: 'FormGroups',
    slotId: breakoutSlot,
    recipe: { ...emptyRecipe, mix: { kind: 2, region: 1, role: 1 }, apartBy: ['organisation'], met: 'avoid' },
  });
  const samples = comers.map((id) =>
    timed(() => {
      if (!workshop.whenJoining(linkOf.participant, id).ok) throw new Error(`${id} was refused`);
    }),
  );
  return [row('late arrival: the join decision', samples)];
}

function dragging(): Row[] {
  const problem = realisticWorkshop(people, groups, true);
  const search = createSearch(problem, 1);
  search.advance(200_000);
  const split = search.best();
  const dropped = Array.from({ length: late }, (_, index) => {
    const from = index % groups;
    const to = (index * 7 + 1) % groups;
    const [personId = '', other = ''] = [split[from]?.[index % 10], split[to]?.[index % 7]];
    return { move: { personId, group: to }, back: { personId: other, group: from } };
  });
  const moving = dropped.map(({ move }) => timed(() => changeOf(problem, split, [move])));
  const exchanging = dropped.map(({ move, back }) => timed(() => changeOf(problem, split, [move, back])));
  const report = splitReporter(problem);
  const whole = dropped.slice(0, 20).map(({ move }) =>
    timed(() => {
      report(split);
      report(withMoves(split, [move]));
    }),
  );
  return [
    row('dragging over a group', moving),
    row('dragging over a person', exchanging),
    row('baseline: two whole reports', whole),
  ];
}
