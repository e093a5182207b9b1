import { describe, expect, it } from 'vitest';
import { finish } from '../../../bot/demo/company.ts';
import type { Guest } from '../../../bot/demo/guest.ts';
import type { Ack } from '../../../shared/protocol/messages.ts';
import { audienceOf } from '../../../shared/views/audience.ts';
import { projectView } from '../../../shared/views/projectView.ts';
import type { View } from '../../../shared/views/views.ts';
import { detailsFor } from '../../doubles/randomWorkshop.ts';
import {
  animator,
  answered,
  breakoutSlot,
  groupId,
  host,
  opened,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function sees({ state }: WorkshopScenario, personId: string): View {
  const member = state.people[personId];
  const audience = member === undefined ? undefined : audienceOf(state, member);
  if (audience === undefined) throw new Error(`${personId} sees nothing`);
  const names = new Map(Object.keys(state.people).map((id) => [id, detailsFor(id)]));
  return projectView(state, audience, { names, connected: new Set(), syntheses: new Map(), shared: new Map() });
}

/** The first group's animator; what she sees changes before her commands are acknowledged, or well after. */
function createAnimator(workshop: WorkshopScenario, viewComes: 'before' | 'after'): Guest {
  const personId = animator(1);
  let view = sees(workshop, personId);
  let watchers: (() => void)[] = [];
  const show = (): void => {
    view = sees(workshop, personId);
    const told = watchers;
    watchers = [];
    for (const tell of told) tell();
  };
  return {
    personId,
    view: () => view,
    me: () => undefined,
    changed: () => new Promise((resolve) => watchers.push(resolve)),
    async send(command): Promise<Ack> {
      const decision = workshop.attempt(personId, command);
      if (viewComes === 'before') show();
      else void turn().then(turn).then(show);
      await turn();
      return decision.ok ? { ok: true, version: workshop.facts.length } : { ok: false, problem: decision.problem };
    },
    leave: () => undefined,
  };
}

describe('a simulated animator who was called back', () => {
  it.each(['before', 'after'] as const)(
    'O7 submits, when her page shows her ideas %s they are acknowledged',
    async (viewComes) => {
      const workshop = opened();
      for (const nth of [1, 2]) answered(workshop, 1, `Réponse ${nth}`, `answer-000${nth}`);
      workshop.given(host, { kind: 'BringBack', slotId: breakoutSlot });
      void finish(createAnimator(workshop, viewComes));
      for (let passed = 0; passed < 30; passed++) await turn();
      const work = workshop.state.breakouts[breakoutSlot]?.works[groupId(1)];
      expect(work?.outcome.kind).toBe('submitted');
      expect(Object.keys(work?.keyIdeas ?? {})).toHaveLength(2);
    },
  );
});
