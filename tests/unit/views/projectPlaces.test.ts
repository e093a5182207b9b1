import { describe, expect, it } from 'vitest';
import { reportToMarkdown } from '../../../bot/exports/markdown.ts';
import { audienceOf } from '../../../shared/views/audience.ts';
import { projectMe, projectView } from '../../../shared/views/projectView.ts';
import { buildReport } from '../../../shared/views/report.ts';
import type { Surroundings } from '../../../shared/views/surroundings.ts';
import type { HostView, View } from '../../../shared/views/views.ts';
import { detailsFor } from '../../doubles/randomWorkshop.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  groupId,
  host,
  opened,
  participant,
  populated,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const surroundingsOf = ({ state }: WorkshopScenario): Surroundings => ({
  names: new Map(Object.keys(state.people).map((id) => [id, detailsFor(id)])),
  connected: new Set(),
  syntheses: new Map(),
  shared: new Map(),
});
function sees(workshop: WorkshopScenario, personId: string): View {
  const member = workshop.state.people[personId];
  const audience = member === undefined ? undefined : audienceOf(workshop.state, member);
  if (audience === undefined) throw new Error(`${personId} sees nothing`);
  return projectView(workshop.state, audience, surroundingsOf(workshop));
}
const merging = (from: number, into: number) => ({
  kind: 'MergeGroups' as const,
  slotId: breakoutSlot,
  fromGroupId: groupId(from),
  intoGroupId: groupId(into),
  announcement: '',
});

describe('groups that have joined', () => {
  it('V14 each is told of the other, also when the one that took people in joins a third one', () => {
    const workshop = opened();
    workshop.given(host, merging(3, 2));
    const room = 'https://salles.example.org/2';
    expect(sees(workshop, animator(3))).toMatchObject({ mergedInto: { number: 2, roomUrl: room } });
    expect(sees(workshop, animator(2))).toMatchObject({ joinedBy: [{ number: 3 }] });
    expect(sees(workshop, participant(3))).toMatchObject({ group: { number: 2 }, joinedBy: [{ number: 3 }] });
    expect(sees(workshop, participant(1))).not.toHaveProperty('joinedBy');
    workshop.given(host, merging(2, 1));
    expect(sees(workshop, animator(3))).toMatchObject({ mergedInto: { number: 1 } });
    expect(sees(workshop, participant(1))).toMatchObject({ joinedBy: [{ number: 2 }, { number: 3 }] });
  });

  it('B16 a host knows who was named, and may be released', () => {
    const workshop = opened();
    workshop.given(host, {
      kind: 'NameAnimator',
      groupId: groupId(1),
      personId: participant(1),
      announcement: '',
    });
    const { people } = sees(workshop, host) as HostView;
    expect(people[participant(1)]).toMatchObject({ role: 'animator', groupId: groupId(1), named: true });
    expect(people[animator(1)]).not.toHaveProperty('named');
  });
});

describe('the report of groups that have joined', () => {
  it('E12 tells one with the other, with its answers and its people', () => {
    const workshop = drafted();
    workshop.given(host, merging(3, 1));
    const { state, now } = workshop;
    const report = buildReport({ state, names: surroundingsOf(workshop).names, now });
    const [one, ...others] = report.breakouts[0]?.groups ?? [];
    expect(others.map(({ number }) => number)).toEqual([2]);
    expect(one).toMatchObject({ number: 1, joinedBy: [{ number: 3 }] });
    expect(one?.answers.flat().map(({ text }) => text)).toEqual(['Réponse du groupe 1', 'Réponse du groupe 3']);
    expect(others[0]).not.toHaveProperty('joinedBy');
    expect(reportToMarkdown(report)).toContain('- Groupe 3 a rejoint ce groupe.');
    expect(reportToMarkdown(report, 'en')).toContain('- Group 3 has joined this group.');
  });
});

describe('what people say of themselves', () => {
  it('J6 participants are told what they may say, and of themselves that alone', () => {
    const workshop = populated();
    const asking = (asked: boolean) => {
      workshop.given(host, { kind: 'ChooseAttributes', attributes: [{ name: 'Région', asked, choices: ['Centre'] }] });
      return projectMe(workshop.state, participant(1), surroundingsOf(workshop))?.attributes;
    };
    expect(asking(false)).toBeUndefined();
    expect(sees(workshop, participant(1))).not.toHaveProperty('asked');
    expect(asking(true)).toEqual(detailsFor(participant(1)).attributes);
    expect(sees(workshop, participant(1))).toMatchObject({ asked: [{ name: 'Région', choices: ['Centre'] }] });
    expect(sees(workshop, animator(1))).not.toHaveProperty('asked');
  });
});
