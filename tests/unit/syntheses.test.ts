import { describe, expect, it } from 'vitest';
import { createBackground } from '../../bot/synthesis/background.ts';
import type { SynthesisTask, Synthesizer } from '../../bot/synthesis/synthesizer.ts';
import { WorkshopSyntheses } from '../../bot/synthesis/workshopSyntheses.ts';
import { placeKey } from '../../shared/views/surroundings.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { createWorld } from '../doubles/runtimeWorld.ts';
import { breakoutSlot, groupId, inGroup, linkOf, restitutionSlot } from '../doubles/workshopScenario.ts';
import { workshop as answersOfWorkshop } from './synthesis/answers.ts';

const host = 'host-0001';
const animator = 'animator-0001';
const participant = 'person-0001';
const group = groupId(1);
const key = placeKey(inGroup(1));

/** A workshop under way in which the first group's animator writes, and its syntheses on a clock that the test moves. */
async function gathering(model?: Synthesizer) {
  const world = await createWorld().founded();
  let commands = 0;
  const does = async (actorId: string, command: Command) => {
    commands += 1;
    const ack = await world.submit(`command-${String(commands).padStart(4, '0')}`, command, actorId);
    if (!ack.ok) throw new Error(JSON.stringify(ack.problem));
  };
  await world.submit(host, { kind: 'Join', linkId: linkOf.host, name: 'Hôte', organisation: '', attributes: {} });
  await world.submit(animator, {
    kind: 'Join',
    linkId: linkOf.animator,
    name: 'Anim',
    organisation: '',
    attributes: {},
  });
  await world.submit(participant, {
    kind: 'Join',
    linkId: linkOf.participant,
    name: 'Zoé',
    organisation: '',
    attributes: {},
  });
  await does(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await does(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  await does(host, { kind: 'FormGroups', slotId: breakoutSlot });
  await world.submit('command-move', { kind: 'MovePerson', ...inGroup(1), personId: participant }, host);
  await does(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
  const post = (text: string) => does(animator, { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text });
  const time = { now: 0, actions: [] as { readonly at: number; readonly run: () => void }[] };
  const timers = {
    now: () => time.now,
    setTimeout: (run: () => void, delayMs: number) => time.actions.push({ at: time.now + delayMs, run }),
  };
  const faults: unknown[] = [];
  const syntheses = new WorkshopSyntheses(world.runtime, {
    timers,
    background: createBackground(timers),
    reportFault: (fault) => void faults.push(fault),
    model: model === undefined ? undefined : { host: 'model.example.org', synthesizer: model },
  });
  const pass = async (ms: number) => {
    const until = time.now + ms;
    for (;;) {
      const next = time.actions.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      time.actions.splice(time.actions.indexOf(next), 1);
      time.now = Math.max(time.now, next.at);
      next.run();
      await Promise.resolve();
    }
    time.now = until;
    await Promise.resolve();
  };
  return { does, post, syntheses, pass, faults, state: () => world.runtime.state };
}

describe('the syntheses of a workshop', () => {
  it('Y15 gathers the answers of a group that somebody looks at, and of no other', async () => {
    const { post, syntheses, pass, faults } = await gathering();
    for (const text of answersOfWorkshop) await post(text);
    await pass(2_000);
    expect(syntheses.current.size).toBe(0);
    syntheses.watch(new Set([groupId(2)]));
    await pass(2_000);
    expect(syntheses.current.size).toBe(0);
    syntheses.watch(new Set([group]));
    await pass(2_000);
    const { themes = [], ideas = [], source } = syntheses.current.get(key) ?? {};
    expect(themes.flatMap(({ answerIds }) => answerIds)).toHaveLength(answersOfWorkshop.length);
    expect(ideas).toHaveLength(2);
    for (const { citations, answerIds } of ideas) expect(answerIds).toEqual(expect.arrayContaining([...citations]));
    expect(source).toBe('builtin');
    expect(faults).toEqual([]);
  });

  it('Y9 names no theme any more by the words of an answer that was withdrawn', async () => {
    const { post, does, syntheses, pass, state } = await gathering();
    syntheses.watch('all');
    await post('Le maire ment sur le fonds commun');
    await post('Un fonds commun avec les entreprises locales');
    await post('Fonds commun, entreprises locales et habitants');
    await pass(2_000);
    const named = syntheses.current.get(key)?.themes.find(({ answerIds }) => answerIds.length > 1)?.label ?? '';
    const answers = Object.values(state()?.breakouts[breakoutSlot]?.works[group]?.answers ?? {});
    const saying = answers.filter(({ text }) => text.toLowerCase().includes(named.toLowerCase()));
    for (const { id } of saying) await does(animator, { kind: 'WithdrawAnswer', ...inGroup(1), answerId: id });
    await pass(2_000);
    expect(saying.length).toBeGreaterThan(0);
    const labels = syntheses.current.get(key)?.themes.map(({ label }) => label);
    expect(labels).not.toContain(named);
  });

  it('Y14 Y15 takes in what comes, changes and goes; themes stay the same ones', async () => {
    const { post, does, syntheses, pass, state } = await gathering();
    syntheses.watch('all');
    for (const text of answersOfWorkshop) await post(text);
    await pass(2_000);
    const before = syntheses.current.get(key)?.themes ?? [];
    await post('Mutualiser encore les achats entre associations');
    const [first = ''] = Object.keys(state()?.breakouts[breakoutSlot]?.works[group]?.answers ?? {});
    await does(animator, { kind: 'WithdrawAnswer', ...inGroup(1), answerId: first });
    await pass(2_000);
    const after = syntheses.current.get(key)?.themes ?? [];
    const ids = after.flatMap(({ answerIds }) => answerIds);
    expect(ids).toHaveLength(answersOfWorkshop.length);
    expect(ids).not.toContain(first);
    const remaining = before.filter(({ answerIds }) => answerIds.some((id) => id !== first));
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(remaining.map(({ id }) => id)));
  });

  it('Y15 goes on for a minute when nobody looks any more, and stops once the plenary has seen the key ideas', async () => {
    const { post, does, syntheses, pass } = await gathering();
    syntheses.watch('all');
    await post('Une réponse');
    await pass(2_000);
    syntheses.watch(new Set());
    await pass(50_000);
    expect(syntheses.current.size).toBe(1);
    await pass(20_000);
    expect(syntheses.current.size).toBe(0);
    syntheses.watch('all');
    await pass(2_000);
    expect(syntheses.current.size).toBe(1);
    await does(host, { kind: 'ChooseOptions', options: { keyIdeasPerGroup: 1, authors: 'hidden', graceMs: 0 } });
    const citations = [...(syntheses.current.get(key)?.themes[0]?.answerIds ?? [])];
    await does(animator, { kind: 'DraftKeyIdea', ...inGroup(1), text: 'Une', citations });
    await does(animator, { kind: 'SubmitKeyIdeas', ...inGroup(1), keyIdeaIds: ['command-0007'] });
    await does(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    await does(host, { kind: 'ShowWall', slotId: restitutionSlot });
    expect(syntheses.current.size).toBe(0);
  });

  it('Y17 V15 finds what groups share while the wall is to show it', async () => {
    const { does, post, syntheses, pass } = await gathering();
    await post('Une réponse');
    expect(syntheses.shared.size).toBe(0);
    await does(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    await does(host, { kind: 'ShowWall', slotId: restitutionSlot });
    await pass(2_000);
    expect(syntheses.shared.size).toBe(0);
    await does(host, { kind: 'ShowWall', slotId: restitutionSlot, by: 'nearness' });
    await pass(2_000);
    expect(syntheses.shared.get(breakoutSlot)).toEqual([]);
  });

  it('Y16 a model is asked once it is quiet, of texts without authors; when it fails the engine’s word stands', async () => {
    const tasks: SynthesisTask[] = [];
    let answer: 'fails' | 'proposes' = 'fails';
    const model: Synthesizer = {
      propose: async (task) => {
        tasks.push(task);
        if (answer === 'fails') throw new Error('no answer');
        const [first] = task.answers;
        const ids = first === undefined ? [] : [first.id];
        const idea = {
          text: 'Du modèle',
          wording: 'model' as const,
          citations: ids,
          answerIds: ids,
          doubtful: [],
          opposed: [],
          weak: true,
        };
        return { ideas: [idea], dropped: ['quote_not_found'] };
      },
    };
    const { does, post, syntheses, pass, faults } = await gathering(model);
    await does(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    syntheses.watch('all');
    for (const text of answersOfWorkshop) await post(text);
    await pass(3_000);
    expect(tasks).toEqual([]);
    await pass(10_000);
    expect(tasks).toHaveLength(1);
    expect(JSON.stringify(tasks)).not.toContain(animator);
    expect(tasks[0]?.answers.map(({ text }) => text)).toEqual(answersOfWorkshop);
    expect(syntheses.current.get(key)).toMatchObject({ source: 'builtin', dropped: [] });
    answer = 'proposes';
    await post('Une autre réponse');
    await pass(10_000);
    expect(syntheses.current.get(key)).toMatchObject({
      source: 'model',
      dropped: ['quote_not_found'],
      ideas: [{ text: 'Du modèle' }],
    });
    expect(faults).toEqual([]);
  });

  it('M2 a model is asked for the endpoint that the host was told of, and for no other', async () => {
    let asked = 0;
    const model: Synthesizer = {
      propose: async () => {
        asked += 1;
        return { ideas: [], dropped: [] };
      },
    };
    const { does, post, syntheses, pass } = await gathering(model);
    syntheses.watch('all');
    await post('Mutualiser les achats');
    await pass(10_000);
    await does(host, { kind: 'AllowLanguageModel', endpointHost: 'other.example.org' });
    await pass(10_000);
    expect(asked).toBe(0);
    await does(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    await pass(10_000);
    expect(asked).toBe(1);
    expect(syntheses.current.get(key)?.source).toBe('model');
    await does(host, { kind: 'ForbidLanguageModel' });
    await pass(10_000);
    expect(syntheses.current.get(key)?.source).toBe('builtin');
    expect(asked).toBe(1);
  });

  it('M13 a question is dropped for other words, for a host who says no, and when nobody is there any more', async () => {
    const signals: AbortSignal[] = [];
    const model: Synthesizer = {
      propose: (_task, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    };
    const { does, post, syntheses, pass, state } = await gathering(model);
    const dropped = () => signals.map(({ aborted }) => aborted);
    await does(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    syntheses.watch('all');
    await post('Mutualiser les achats');
    await pass(10_000);
    const [answerId = ''] = Object.keys(state()?.breakouts[breakoutSlot]?.works[group]?.answers ?? {});
    await does(participant, { kind: 'SupportAnswer', ...inGroup(1), answerId });
    await pass(10_000);
    expect(dropped()).toEqual([false]);
    await post('Créer un fonds commun');
    expect(dropped()).toEqual([true]);
    await pass(10_000);
    await does(host, { kind: 'ForbidLanguageModel' });
    expect(dropped()).toEqual([true, true]);
    await does(host, { kind: 'AllowLanguageModel', endpointHost: 'model.example.org' });
    await pass(10_000);
    expect(dropped()).toEqual([true, true, false]);
    syntheses.watch(new Set());
    await pass(70_000);
    expect(dropped()).toEqual([true, true, true]);
  });
});
