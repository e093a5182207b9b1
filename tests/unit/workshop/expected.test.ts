import { describe, expect, it } from 'vitest';
import { emptyRecipe } from '../../../shared/groups/recipe.ts';
import { join } from '../../../shared/workshop/people/join.ts';
import { createWorld } from '../../doubles/runtimeWorld.ts';
import { breakoutSlot, denied, groupId, host, linkOf, participant, populated } from '../../doubles/workshopScenario.ts';

const person = (name: string) => ({ name, organisation: 'ADASI', email: '', attributes: { Région: 'Centre' } });
const expecting = { kind: 'ExpectPeople', people: [person('Ana'), person('Bo')] } as const;
const [ana, bo] = ['expect-0001.p1', 'expect-0001.p2'];

const announced = () => {
  const workshop = populated({ participants: 2 });
  workshop.given(host, { ...expecting, people: [...expecting.people] }, 'expect-0001');
  return workshop;
};

describe('people who are expected', () => {
  it('J1 stand in groups before they come, and go when they are forgotten', () => {
    const workshop = announced();
    workshop.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
    expect(Object.keys(workshop.state.breakouts[breakoutSlot]?.placements ?? {}).toSorted()).toEqual(
      [ana, bo, participant(1), participant(2)].toSorted(),
    );
    expect(workshop.state.people[ana]).toBeUndefined();
    workshop.given(host, { kind: 'ForgetExpected', personIds: [ana, 'none-0000'] });
    expect(Object.keys(workshop.state.expected)).toEqual([bo]);
    expect(workshop.state.breakouts[breakoutSlot]?.placements).not.toHaveProperty(ana);
  });

  it('J2 take their place when they come, also in recipes and earlier groups', () => {
    const workshop = announced();
    const recipe = { ...emptyRecipe, pinned: { [ana]: 2 }, together: [[ana, participant(1)]] };
    workshop.given(host, { kind: 'SaveRecipe', name: 'Mélange', recipe }, 'recipe-0001');
    workshop.given(host, { kind: 'NoteEarlierGroups', name: 'Avant', groups: [[ana, bo]] }, 'earlier-0001');
    workshop.given(host, { kind: 'FormGroups', slotId: breakoutSlot, recipe });
    const kept = workshop.state.breakouts[breakoutSlot]?.placements[ana];
    expect(kept).toBe(groupId(2));
    const joined = join(
      workshop.state,
      { kind: 'Join', linkId: linkOf.participant, name: 'Ana', organisation: '', attributes: {}, expectedId: ana },
      { now: 0, commandId: 'person-0009', seed: 1, drawNonce: () => '', roster: new Map() },
    );
    expect(joined).toEqual({
      ok: true,
      value: [
        { kind: 'PersonJoined', personId: 'person-0009', role: 'participant', linkId: linkOf.participant },
        { kind: 'PersonMatched', personId: 'person-0009', expectedId: ana },
      ],
    });
    workshop.joined(linkOf.participant, 'person-0009');
    workshop.given(host, { kind: 'MatchPerson', personId: 'person-0009', expectedId: ana });
    const { breakouts, expected, recipes, earlier } = workshop.state;
    expect(breakouts[breakoutSlot]?.placements['person-0009']).toBe(kept);
    expect(Object.keys(expected)).toEqual([bo]);
    expect(recipes['recipe-0001']?.recipe).toMatchObject({
      pinned: { 'person-0009': 2 },
      together: [['person-0009', participant(1)]],
    });
    expect(earlier[0]?.groups).toEqual([['person-0009', bo]]);
  });

  it('J2 nobody is moved by it while at work', () => {
    const workshop = announced();
    workshop.given(host, {
      kind: 'FormGroups',
      slotId: breakoutSlot,
      recipe: { ...emptyRecipe, pinned: { [ana]: 2 } },
    });
    workshop.joined(linkOf.participant, 'person-0009');
    workshop.given(host, { kind: 'MovePerson', slotId: breakoutSlot, groupId: groupId(1), personId: 'person-0009' });
    workshop.given(host, { kind: 'StartAgenda', plan: 'fromNow' });
    workshop.given(host, { kind: 'StartSlot', slotId: breakoutSlot, fromSlotId: 'slot-0001' });
    workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
    workshop.given(host, { kind: 'MatchPerson', personId: 'person-0009', expectedId: ana });
    expect(workshop.state.breakouts[breakoutSlot]?.placements['person-0009']).toBe(groupId(1));
  });

  it('J4 the names of attributes are known, and a choice that changes nothing is no event', () => {
    const workshop = populated();
    const attributes = [{ name: 'Région', asked: true, choices: ['Centre'] }];
    workshop.given(host, { kind: 'ChooseAttributes', attributes });
    expect(workshop.state.attributes).toEqual(attributes);
    expect(workshop.given(host, { kind: 'ChooseAttributes', attributes })).toEqual([]);
    expect(workshop.when(participant(1), { kind: 'ChooseAttributes', attributes })).toEqual(denied);
    expect(workshop.given(host, { kind: 'DropAttribute', name: 'Ville' })).toEqual([]);
    workshop.given(host, { kind: 'DropAttribute', name: 'Région' });
    expect(workshop.state.attributes).toEqual([]);
  });
});

describe('what is known of people', () => {
  it('J1 J2 J3 stands in the table of people alone, and goes with whom it is known of', async () => {
    const world = await createWorld().founded();
    const join = { kind: 'Join', linkId: linkOf.host, name: 'Hôte', organisation: '', attributes: {} } as const;
    await world.submit('host-0001', join);
    const attributes = [{ name: 'Langue', asked: true, choices: [] }];
    await world.submit('choose-0001', { kind: 'ChooseAttributes', attributes }, 'host-0001');
    await world.submit('expect-0001', { ...expecting, people: [...expecting.people] }, 'host-0001');
    const arriving = { ...join, linkId: linkOf.participant, name: 'Ana B', expectedId: ana };
    await world.submit('person-0001', { ...arriving, attributes: { Langue: 'LSF', Région: 'Bretagne', Taille: '' } });
    const rows = await world.store.people(world.runtime.id);
    expect(rows.find(({ personId }) => personId === ana)).toBeUndefined();
    expect(rows.find(({ personId }) => personId === bo)).toEqual({ personId: bo, ...person('Bo') });
    expect(rows.find(({ personId }) => personId === 'person-0001')).toMatchObject({
      name: 'Ana B',
      organisation: 'ADASI',
      attributes: { Région: 'Centre', Langue: 'LSF' },
    });
    expect(JSON.stringify(await world.store.load(world.runtime.id, 0))).not.toMatch(/Ana|ADASI|Centre|LSF/);
  });

  it('J9 an attribute that is dropped goes with all that was known by it, and with nothing else', async () => {
    const world = await createWorld().founded();
    const join = { kind: 'Join', linkId: linkOf.host, name: 'Hôte', organisation: '', attributes: {} } as const;
    await world.submit('host-0001', join);
    const attributes = ['Langue', 'Région'].map((name) => ({ name, asked: true, choices: [] }));
    await world.submit('choose-0001', { kind: 'ChooseAttributes', attributes }, 'host-0001');
    await world.submit('expect-0001', { ...expecting, people: [...expecting.people] }, 'host-0001');
    const arriving = { ...join, linkId: linkOf.participant, name: 'Cy' };
    await world.submit('person-0001', { ...arriving, attributes: { Langue: 'LSF', Région: 'Bretagne' } });
    // Only unsaid: another host may have chosen without knowing of it, and nobody's words go by that.
    const known = async () => (await world.store.people(world.runtime.id)).map((row) => row.attributes);
    await world.submit('choose-0002', { kind: 'ChooseAttributes', attributes: attributes.slice(0, 1) }, 'host-0001');
    expect(JSON.stringify(await known())).toMatch(/Centre.*Bretagne|Bretagne.*Centre/);
    await world.submit('choose-0003', { kind: 'ChooseAttributes', attributes }, 'host-0001');
    await world.submit('drop-0001', { kind: 'DropAttribute', name: 'Région' }, 'host-0001');
    expect((await known()).filter((values) => Object.keys(values).length > 0)).toEqual([{ Langue: 'LSF' }]);
  });

  it('J6 whoever comes says what is asked, puts it right or takes it back, and writes nothing else', async () => {
    const world = await createWorld().founded();
    const join = { kind: 'Join', linkId: linkOf.host, name: 'Hôte', organisation: '', attributes: {} } as const;
    await world.submit('host-0001', join);
    const attributes = ['Langue', 'Région'].map((name) => ({ name, asked: true, choices: [] }));
    await world.submit('choose-0001', { kind: 'ChooseAttributes', attributes }, 'host-0001');
    const arriving = { ...join, linkId: linkOf.participant, name: 'Bo' };
    await world.submit('person-0001', { ...arriving, attributes: { Langue: 'LSF', Région: '', Niveau: '9' } });
    const known = async () =>
      (await world.store.people(world.runtime.id)).find(({ personId }) => personId === 'person-0001')?.attributes;
    expect(await known()).toEqual({ Langue: 'LSF' });
    const revising = { kind: 'ReviseMyself', name: 'Bo', organisation: '' } as const;
    const said = { Langue: '', Région: 'Centre', Niveau: '9' };
    await world.submit('revise-0001', { ...revising, attributes: said }, 'person-0001');
    expect(await known()).toEqual({ Région: 'Centre' });
    await world.submit('revise-0002', { ...revising, name: 'Bob' }, 'person-0001');
    expect(await known()).toEqual({ Région: 'Centre' });
  });
});
