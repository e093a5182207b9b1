import { describe, expect, it } from 'vitest';
import type { GroupSynthesis } from '../../../shared/synthesis/groupSynthesis.ts';
import { audienceKey, audienceOf, focusBreakout } from '../../../shared/views/audience.ts';
import { projectMe, projectView } from '../../../shared/views/projectView.ts';
import { placeKey, type Surroundings } from '../../../shared/views/surroundings.ts';
import type { View } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import { detailsFor, nameFor } from '../../doubles/randomWorkshop.ts';
import {
  animator,
  answered,
  breakoutSlot,
  display,
  drafted,
  formed,
  groupId,
  host,
  ideaId,
  inGroup,
  inRestitution,
  opened,
  participant,
  populated,
  restitutionSlot,
  slotContent,
  submission,
  usualSlots,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const surroundingsOf = ({ state }: WorkshopScenario): Surroundings => ({
  names: new Map(Object.keys(state.people).map((id) => [id, detailsFor(id)])),
  connected: new Set([participant(1)]),
  syntheses: new Map(),
  shared: new Map(),
});

/** What a person sees, and is told of themself. */
function sees(workshop: WorkshopScenario, personId: string): View {
  const member = workshop.state.people[personId];
  const audience = member === undefined ? undefined : audienceOf(workshop.state, member);
  if (audience === undefined) throw new Error(`${personId} sees nothing`);
  return projectView(workshop.state, audience, surroundingsOf(workshop));
}
/** Of the first group: two answers of one person and a third one, gathered under one theme and one idea. */
const synthesis: GroupSynthesis = {
  themes: [{ id: 'answer-0001', label: 'achats', answerIds: ['answer-0001', 'answer-0011', 'answer-0012'] }],
  ideas: [
    {
      text: 'Une idée',
      wording: 'theirs',
      citations: ['answer-0001', 'answer-0012'],
      answerIds: ['answer-0001', 'answer-0011', 'answer-0012'],
      doubtful: [],
      opposed: [],
      weak: false,
    },
  ],
  source: 'builtin',
  dropped: [],
};
const meOf = (workshop: WorkshopScenario, personId: string) =>
  projectMe(workshop.state, personId, surroundingsOf(workshop));
const viewOf = <Kind extends View['kind']>(
  kind: Kind,
  workshop: WorkshopScenario,
  personId: string,
): Extract<View, { kind: Kind }> => {
  const view = sees(workshop, personId);
  if (view.kind !== kind) throw new Error(`${personId} sees ${view.kind}`);
  return view as Extract<View, { kind: Kind }>;
};
const wall: Command = { kind: 'ShowWall', slotId: restitutionSlot };

describe('audiences', () => {
  it('V8 a host, an animator of her group, a display; a participant of the group of the breakout, else the lobby', () => {
    const workshop = opened();
    const keyOf = (personId: string): string | undefined => {
      const member = workshop.state.people[personId];
      const audience = member === undefined ? undefined : audienceOf(workshop.state, member);
      return audience === undefined ? undefined : audienceKey(audience);
    };
    expect([host, animator(2), participant(2), display].map(keyOf)).toEqual([
      'host',
      'animator:group-0002',
      'group:group-0002',
      'display',
    ]);
    workshop.given(host, { kind: 'RemovePerson', personId: participant(2) });
    expect(keyOf(participant(2))).toBeUndefined();
    expect(meOf(workshop, participant(2))).toBeUndefined();
    expect(meOf(workshop, 'person-none')).toBeUndefined();
  });

  it('V6 participants learn of their group when it is sent off, not while the host still moves people', () => {
    const workshop = formed();
    expect(sees(workshop, participant(1)).kind).toBe('lobby');
    expect(meOf(workshop, participant(1))).not.toHaveProperty('groupId');
    expect(viewOf('display', workshop, display)).not.toHaveProperty('breakout');
    expect(Object.keys(viewOf('animator', workshop, animator(1)).breakout?.work.members ?? {})).toHaveLength(2);
    workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    expect(sees(workshop, participant(1)).kind).toBe('group');
    expect(meOf(workshop, participant(1))).toMatchObject({ groupId: expect.stringMatching(/^group-000[123]$/) });
  });

  it('V7 people keep the breakout of the moment in front of them; in a restitution, the one that it presents', () => {
    const second = usualSlots[1] ?? slotContent();
    const workshop = opened({ slots: [...usualSlots, { ...second, title: 'Deuxième' }] });
    workshop.given(host, { kind: 'FormGroups', slotId: 'slot-0005' });
    expect([focusBreakout(workshop.state, 'formed'), focusBreakout(workshop.state, 'opened')]).toEqual([
      breakoutSlot,
      breakoutSlot,
    ]);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    expect(focusBreakout(workshop.state, 'formed')).toBe(breakoutSlot);
    expect(focusBreakout(workshop.state, 'opened')).toBe(breakoutSlot);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: restitutionSlot });
    expect(focusBreakout(workshop.state, 'formed')).toBe('slot-0005');
    expect(focusBreakout(workshop.state, 'opened')).toBe(breakoutSlot);
    expect(focusBreakout(populated().state, 'formed')).toBeUndefined();
  });
});

describe('answers', () => {
  const signed = (authors: 'hidden' | 'animators'): WorkshopScenario => {
    const workshop = opened();
    workshop.given(host, { kind: 'ChooseOptions', options: { keyIdeasPerGroup: 2, authors, graceMs: 0 } });
    answered(workshop, 1, 'Une réponse', 'answer-0001');
    workshop.given(participant(4), { kind: 'SupportAnswer', ...inGroup(1), answerId: 'answer-0001' });
    return workshop;
  };
  const anonymous = {
    id: 'answer-0001',
    promptIndex: 0,
    text: 'Une réponse',
    postedAt: expect.any(Number),
    edited: false,
    supports: 1,
  };

  it('V1 those of a group are seen by its people, its animator and hosts, and by nobody else', () => {
    const workshop = signed('hidden');
    expect(viewOf('group', workshop, participant(4)).breakout.answers).toEqual({ 'answer-0001': anonymous });
    expect(viewOf('animator', workshop, animator(1)).breakout?.work.answers).toEqual({ 'answer-0001': anonymous });
    expect(viewOf('host', workshop, host).breakouts[breakoutSlot]?.works[groupId(1)]?.answers).toEqual({
      'answer-0001': anonymous,
    });
    for (const personId of [participant(2), animator(2), display]) {
      expect(JSON.stringify(sees(workshop, personId))).not.toContain('Une réponse');
    }
  });

  it('V2 their authors are hidden from everyone, but from the group’s animator when the workshop says so', () => {
    const workshop = signed('animators');
    const named = { ...anonymous, authorName: nameFor(participant(1)).name };
    expect(viewOf('animator', workshop, animator(1)).breakout?.work.answers).toEqual({ 'answer-0001': named });
    expect(viewOf('group', workshop, participant(4)).breakout.answers).toEqual({ 'answer-0001': anonymous });
    expect(viewOf('host', workshop, host).breakouts[breakoutSlot]?.works[groupId(1)]?.answers).toEqual({
      'answer-0001': anonymous,
    });
  });

  it('V9 a person is told which answers are theirs and which they support, in whatever group they wrote', () => {
    const workshop = signed('hidden');
    workshop.given(host, { kind: 'MovePerson', ...inGroup(2), personId: participant(1) });
    expect(meOf(workshop, participant(1))).toMatchObject({
      groupId: groupId(2),
      answerIds: ['answer-0001'],
      supportedIds: [],
    });
    expect(meOf(workshop, participant(4))).toMatchObject({ answerIds: [], supportedIds: ['answer-0001'] });
    workshop.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' });
    expect(meOf(workshop, participant(1))).toMatchObject({ answerIds: [] });
  });

  it.each([
    ['its author', participant(1)],
    ['the animator', animator(1)],
    ['a host', host],
  ])('V3 an answer withdrawn by %s is gone from every screen, from counts and from citations', (_who, actor) => {
    const workshop = drafted();
    workshop.given(animator(1), submission(1));
    workshop.given(actor, { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' });
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    workshop.given(host, wall);
    for (const personId of [host, animator(1), participant(1), participant(4), display]) {
      expect(JSON.stringify(sees(workshop, personId))).not.toContain('Réponse du groupe 1');
    }
    expect(viewOf('display', workshop, display).breakout?.groups.map(({ answerCount }) => answerCount)).toEqual([
      0, 1, 1,
    ]);
    expect(viewOf('animator', workshop, animator(1)).breakout?.work.keyIdeas[ideaId(1, 'a')]?.citations).toEqual([]);
    expect(meOf(workshop, participant(1))).toMatchObject({ answerIds: [] });
  });
});

describe('the plenary', () => {
  it('V4 sees the key ideas of the group that presents, with the answers behind them, and no draft', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) });
    for (const personId of [display, participant(2), animator(3)]) {
      expect(sees(workshop, personId).stage?.scene).toMatchObject({
        kind: 'group',
        group: {
          number: 1,
          animatorName: 'Animation 1',
          keyIdeas: [
            { id: ideaId(1, 'a'), text: 'Idée 1a', citations: [{ id: 'answer-0001', text: 'Réponse du groupe 1' }] },
            { id: ideaId(1, 'b'), text: 'Idée 1b', citations: [{ id: 'answer-0001', text: 'Réponse du groupe 1' }] },
          ],
        },
      });
    }
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(2) });
    expect(sees(workshop, display).stage?.scene).toMatchObject({ group: { number: 2, keyIdeas: [] } });
    expect(JSON.stringify(sees(workshop, display))).not.toContain('Idée 2a');
  });

  it('V4 sees the wall of all groups in their order', () => {
    const workshop = inRestitution();
    workshop.given(animator(3), submission(3));
    workshop.given(host, { kind: 'OrderRestitution', slotId: restitutionSlot, groupIds: [3, 1, 2].map(groupId) });
    workshop.given(host, wall);
    const { stage } = sees(workshop, participant(5));
    expect(
      stage?.scene.kind === 'wall' ? stage.scene.groups.map(({ number, keyIdeas }) => [number, keyIdeas.length]) : [],
    ).toEqual([
      [3, 2],
      [1, 2],
      [2, 0],
    ]);
  });

  it('V4 a group that is removed while it is on stage leaves it', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'AddGroup', group: { name: 'Quatre', animatorName: '', roomUrl: '' } }, 'group-new-1');
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: 'group-new-1' });
    workshop.given(host, { kind: 'RemoveGroup', groupId: 'group-new-1' });
    expect(sees(workshop, display).stage?.scene).toEqual({ kind: 'waiting' });
  });
});

describe('the rest', () => {
  it('V5 notes of the agenda, people, links and every room are the host’s', () => {
    const workshop = opened();
    const view = viewOf('host', workshop, host);
    expect(view.agenda.slots[0]?.notes).toEqual(['Micro au premier rang']);
    expect(view.groups.map(({ roomUrl }) => roomUrl)).toHaveLength(3);
    expect(view.people[participant(1)]).toMatchObject({ connected: true, ...detailsFor(participant(1)) });
    expect(view.links['link-participant-code']).toEqual({
      id: 'link-participant-code',
      role: 'participant',
      medium: 'code',
      revoked: false,
    });
    for (const personId of [animator(1), participant(1), display]) {
      const seen = JSON.stringify(sees(workshop, personId));
      expect(seen).not.toContain('Micro au premier rang');
      expect(seen).not.toContain('salles.example.org/2');
      expect(seen).not.toContain('link-');
    }
    expect(JSON.stringify(sees(workshop, display))).not.toContain('salles.example.org');
  });

  it('V5 a group sees its companions; its animator also who has arrived, and who is elsewhere', () => {
    const workshop = opened();
    workshop.given(participant(1), { kind: 'NoteArrival', slotId: breakoutSlot, personId: participant(1) });
    const { companions } = viewOf('group', workshop, participant(1)).breakout;
    expect(companions).toEqual({
      [participant(1)]: { id: participant(1), ...nameFor(participant(1)) },
      [participant(4)]: { id: participant(4), ...nameFor(participant(4)) },
    });
    const seen = viewOf('animator', workshop, animator(1)).breakout;
    expect(seen?.work.members).toEqual({
      [participant(1)]: { id: participant(1), ...nameFor(participant(1)), connected: true, arrived: true },
      [participant(4)]: { id: participant(4), ...nameFor(participant(4)), connected: false, arrived: false },
    });
    expect(seen?.elsewhere[participant(2)]).toEqual({
      id: participant(2),
      name: nameFor(participant(2)).name,
      groupNumber: 2,
    });
    expect(meOf(workshop, participant(1))).toMatchObject({ arrived: true });
  });

  it('V5 a call for help is read by the group’s animator and hosts; its people see that it was made', () => {
    const workshop = opened();
    workshop.given(participant(1), { kind: 'CallForHelp', ...inGroup(1), text: 'Un écran noir' }, 'help-0001');
    const call = { id: 'help-0001', text: 'Un écran noir', at: workshop.now, byName: nameFor(participant(1)).name };
    expect(viewOf('host', workshop, host).breakouts[breakoutSlot]?.works[groupId(1)]?.helpCall).toEqual(call);
    expect(viewOf('animator', workshop, animator(1)).breakout?.work.helpCall).toEqual(call);
    expect(viewOf('group', workshop, participant(4)).breakout.helpCalled).toBe(true);
    for (const personId of [participant(4), participant(2), animator(2), display]) {
      expect(JSON.stringify(sees(workshop, personId))).not.toContain('Un écran noir');
    }
  });

  it('V10 each hears the last announcement meant for them; a host hears all', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'Announce', text: 'À tous' });
    workshop.given(host, { kind: 'Announce', text: 'Au groupe 2', groupIds: [groupId(2)] });
    const heard = [host, animator(1), animator(2), participant(1), participant(2), display].map(
      (personId) => sees(workshop, personId).announcement?.text,
    );
    expect(heard).toEqual(['Au groupe 2', 'À tous', 'Au groupe 2', 'À tous', 'Au groupe 2', 'À tous']);
  });

  it('V5 a display counts, and names nobody', () => {
    const workshop = drafted();
    workshop.given(animator(1), submission(1));
    workshop.given(participant(1), { kind: 'NoteArrival', slotId: breakoutSlot, personId: participant(1) });
    const view = viewOf('display', workshop, display);
    expect(view.participantCount).toBe(6);
    expect(view.breakout?.groups[0]).toEqual({
      id: groupId(1),
      number: 1,
      name: 'Groupe 1',
      animatorName: 'Animation 1',
      memberCount: 2,
      arrivedCount: 1,
      answerCount: 1,
      submitted: true,
    });
    expect(JSON.stringify(view)).not.toContain('NOM<');
  });

  it('V5 a person whose row was erased keeps a place, without a name', () => {
    const workshop = opened();
    const nobody: Surroundings = { names: new Map(), connected: new Set(), syntheses: new Map(), shared: new Map() };
    const view = projectView(workshop.state, { kind: 'group', groupId: groupId(1) }, nobody);
    expect(view.kind === 'group' && view.breakout.companions[participant(1)]).toEqual({
      id: participant(1),
      name: '—',
      organisation: '',
    });
  });

  it('V8 an animator whose group is gone waits in the lobby', () => {
    const workshop = opened();
    expect(
      projectView(workshop.state, { kind: 'animator', groupId: 'group-none' }, surroundingsOf(workshop)).kind,
    ).toBe('lobby');
    expect(projectView(workshop.state, { kind: 'group', groupId: 'group-none' }, surroundingsOf(workshop)).kind).toBe(
      'lobby',
    );
  });

  it('V13 whoever wrote or supports several answers behind an idea counts once; themes are as people arranged them', () => {
    const workshop = drafted();
    answered(workshop, 1, 'Encore les achats', 'answer-0011');
    answered(workshop, 4, 'Les achats', 'answer-0012');
    workshop.given(participant(4), { kind: 'SupportAnswer', ...inGroup(1), answerId: 'answer-0001' });
    const synthesisNow = () => {
      const syntheses = new Map([[placeKey(inGroup(1)), synthesis]]);
      const audience = { kind: 'animator', groupId: groupId(1) } as const;
      const view = projectView(workshop.state, audience, { ...surroundingsOf(workshop), syntheses });
      return view.kind === 'animator' ? view.breakout?.work.synthesis : undefined;
    };
    expect(synthesisNow()?.ideas[0]?.people).toBe(2);
    const themes = [{ id: 'theme-0001', label: 'À part', answerIds: ['answer-0012'] }];
    workshop.given(animator(1), { kind: 'ArrangeThemes', ...inGroup(1), themes }, 'arranged-0001');
    expect(synthesisNow()).toMatchObject({
      arrangementId: 'arranged-0001',
      themes: { 'theme-0001': { label: 'À part', kept: true }, 'answer-0001': { label: 'achats', kept: false } },
      themeOf: { 'answer-0001': 'answer-0001', 'answer-0011': 'answer-0001', 'answer-0012': 'theme-0001' },
    });
    expect(synthesisNow()).toBe(synthesisNow());
    // An idea goes with the answer whose words it has.
    workshop.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' });
    expect(synthesisNow()?.ideas).toEqual([]);
  });

  it('V15 the wall shows together what several groups share, without what is not on it', () => {
    const workshop = inRestitution();
    workshop.given(animator(2), submission(2));
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot, by: 'nearness' });
    const sceneOf = (sets?: readonly (readonly string[])[]) => {
      const shared = new Map(sets === undefined ? [] : [[breakoutSlot, sets]]);
      return projectView(workshop.state, { kind: 'display' }, { ...surroundingsOf(workshop), shared }).stage?.scene;
    };
    expect(sceneOf()).not.toHaveProperty('together');
    const pair = [ideaId(1, 'a'), ideaId(2, 'b')];
    expect(
      sceneOf([
        [...pair, ideaId(3, 'a')],
        [ideaId(1, 'b'), ideaId(3, 'b')],
      ]),
    ).toMatchObject({
      by: 'nearness',
      together: [pair],
    });
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot, by: 'group' });
    expect(sceneOf([pair])).not.toHaveProperty('together');
  });
});

describe('the language model', () => {
  const toldTo = (workshop: WorkshopScenario, personId: string, modelHost?: string) => {
    const member = workshop.state.people[personId];
    const audience = member === undefined ? undefined : audienceOf(workshop.state, member);
    if (audience === undefined) throw new Error(personId);
    return projectView(workshop.state, audience, { ...surroundingsOf(workshop), modelHost }).languageModel;
  };
  const everyone = [host, animator(1), participant(1), display];

  it('M1 is told to nobody when none is configured', () => {
    const workshop = opened();
    workshop.given(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    for (const person of everyone) expect(toldTo(workshop, person)).toBeUndefined();
  });

  it('M2 M15 a host is told where answers would go; animators and participants once they may', () => {
    const workshop = opened();
    const told = () => everyone.map((person) => toldTo(workshop, person, 'model.example.org'));
    const off = { host: 'model.example.org', allowed: false };
    expect(told()).toEqual([off, undefined, undefined, undefined]);
    workshop.given(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    const on = { host: 'model.example.org', allowed: true };
    expect(told()).toEqual([on, on, on, undefined]);
    // The server was given another endpoint since: nobody has said yes to that one.
    expect(toldTo(workshop, host, 'other.example.org')).toEqual({ host: 'other.example.org', allowed: false });
    expect(toldTo(workshop, participant(1), 'other.example.org')).toBeUndefined();
  });
});
