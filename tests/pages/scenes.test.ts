import { describe, expect, it } from 'vitest';
import type {
  AnimatorView,
  CommonView,
  DisplayView,
  GroupView,
  PresentedGroup,
  StageView,
} from '../../shared/views/views.ts';
import type { BreakoutPhase } from '../../shared/workshop/state.ts';
import { announcementNow } from '../../tab/parts/announcementNow.ts';
import { wallCards } from '../../tab/parts/wallCards.ts';
import { findAnswers } from '../../tab/screens/animator/findAnswers.ts';
import { situation } from '../../tab/screens/animator/situation.ts';
import { announcementOnWall, displayScene, wallPages } from '../../tab/screens/display/displayScene.ts';
import { joinWays } from '../../tab/screens/display/joinWays.ts';
import { participantSections } from '../../tab/screens/participant/participantSections.ts';

const running = (slotId: string): CommonView['agenda']['run'] => ({
  kind: 'running',
  slotId,
  startedAt: 0,
  endsAt: 600_000,
});
const slot = (id: string): CommonView['agenda']['slots'][number] => ({
  id,
  kind: 'breakout',
  title: id,
  speakers: [],
  prompts: [],
  lenses: [],
  durationMs: 600_000,
  allottedMs: 600_000,
});
const common = (run: CommonView['agenda']['run']): CommonView => ({
  workshopId: 'workshop-1',
  title: 'Atelier',
  language: 'fr',
  timeZone: 'Europe/Paris',
  options: { keyIdeasPerGroup: 2, authors: 'hidden', graceMs: 60_000 },
  agenda: { slots: [slot('groups'), slot('plenary')], run },
});
const open: BreakoutPhase = { kind: 'open', openedAt: 0 };
const closed: BreakoutPhase = { kind: 'closed', openedAt: 0, closedAt: 100_000, answersUntil: 160_000 };
const definition = { id: 'g1', number: 1, name: 'Un', animatorName: '', roomUrl: '' };
const group = (run: CommonView['agenda']['run'], phase: BreakoutPhase): GroupView => ({
  kind: 'group',
  ...common(run),
  group: definition,
  breakout: {
    slotId: 'groups',
    phase,
    prompts: [],
    answers: {},
    companions: {},
    helpCalled: false,
    outcome: 'drafting',
  },
});
const stage = (scene: StageView['scene'], presented: readonly string[] = []): StageView => ({
  slotId: 'plenary',
  breakoutSlotId: 'groups',
  order: ['g0', 'g1'],
  presented,
  onAir: true,
  scene,
});
const byGroup = (groups: readonly PresentedGroup[]) => wallCards({ kind: 'wall', by: 'group', groups }, []);
const framesOf = (pages: ReturnType<typeof wallPages>) =>
  pages.flatMap(({ frames }) => frames.map(({ card }) => card.id));
const presentedGroup = (id: string, chars = 100): PresentedGroup => ({
  id,
  number: 1,
  name: id,
  animatorName: '',
  keyIdeas: [{ id: `${id}-1`, text: 'x'.repeat(chars), citations: [] }],
});

describe('participant', () => {
  it('P13 goes from the welcome to the thanks', () => {
    const lobby = (run: CommonView['agenda']['run']) => ({ kind: 'lobby' as const, ...common(run) });
    expect(participantSections(lobby({ kind: 'notStarted' }), 0)).toEqual(['welcome', 'agenda', 'details']);
    expect(participantSections(lobby(running('plenary')), 0)).toEqual(['agenda', 'welcome', 'details']);
    expect(participantSections(group(running('groups'), { kind: 'formed' }), 0)).toEqual([
      'group',
      'agenda',
      'details',
    ]);
    expect(participantSections(group(running('groups'), open), 0)).toEqual(['group', 'work', 'details']);
    expect(participantSections(group(running('plenary'), closed), 170_000)).toEqual([
      'back',
      'agenda',
      'said',
      'details',
    ]);
    expect(participantSections(group({ kind: 'ended', endedAt: 1 }, closed), 170_000)).toEqual([
      'farewell',
      'ownWords',
    ]);
  });

  it('P12 keeps the composer in the grace, whatever begins', () => {
    const grace = group(running('plenary'), closed);
    expect(participantSections(grace, 150_000)).toEqual(['back', 'work']);
    expect(participantSections({ ...grace, stage: stage({ kind: 'waiting' }) }, 150_000)).toEqual(['stage', 'work']);
    expect(participantSections({ ...grace, stage: stage({ kind: 'waiting' }) }, 170_000)).toEqual(['stage']);
    expect(participantSections(group({ kind: 'ended', endedAt: 1 }, closed), 150_000)).toContain('work');
  });
});

describe('display', () => {
  const display = (run: CommonView['agenda']['run'], more: Partial<DisplayView> = {}): DisplayView => ({
    kind: 'display',
    ...common(run),
    participantCount: 3,
    ...more,
  });
  const breakout = { slotId: 'groups', phase: open, prompts: [], groups: [] };

  it('P19 shows one thing at a time', () => {
    expect(displayScene(display({ kind: 'notStarted' })).kind).toBe('waiting');
    expect(displayScene(display(running('plenary'), { breakout })).kind).toBe('slot');
    expect(displayScene(display(running('groups'), { breakout })).kind).toBe('breakout');
    const onAir = stage({ kind: 'waiting' });
    expect(displayScene(display(running('plenary'), { stage: onAir })).kind).toBe('stage');
    expect(displayScene(display(running('plenary'), { stage: { ...onAir, onAir: false } })).kind).toBe('slot');
    expect(displayScene(display({ kind: 'ended', endedAt: 1 }, { stage: onAir })).kind).toBe('ended');
  });

  it('P18 shows every group once', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 7, 50]) {
      for (const chars of [40, 300, 600, 1_200]) {
        const groups = Array.from({ length: count }, (_, index) => presentedGroup(`g${index}`, chars));
        expect(framesOf(wallPages(byGroup(groups)))).toEqual(groups.map(({ id }) => id));
      }
    }
    const six = Array.from({ length: 6 }, (_, index) => presentedGroup(`g${index}`));
    expect(wallPages(byGroup(six))).toHaveLength(1);
    expect(wallPages(byGroup(six.slice(0, 3)))[0]?.columns).toBe(3);
    expect(wallPages(byGroup([presentedGroup('long', 1_200), presentedGroup('short')]))).toHaveLength(2);
  });

  it('P21 finds the participants’ ways in', () => {
    const link = (role: 'host' | 'participant', medium: 'link' | 'code', value: string) => ({
      linkId: value,
      role,
      medium,
      value,
    });
    expect(
      joinWays([
        link('host', 'link', 'https://a.example/h#host'),
        link('participant', 'link', 'https://a.example/p#token'),
        link('participant', 'code', 'ABCD-EFGH'),
      ]),
    ).toEqual({ link: 'https://a.example/p#token', code: 'ABCD-EFGH', address: 'a.example/p' });
    expect(joinWays([link('host', 'link', 'https://a.example/h#host')])).toEqual({});
  });

  it('P22 lets an announcement go', () => {
    const announcement = { id: 'announce', text: 'Deux minutes', at: 1_000 };
    const view: DisplayView = { kind: 'display', participantCount: 0, ...common(running('groups')), announcement };
    expect(announcementOnWall(view, 2_000)).toBe(announcement);
    expect(announcementOnWall(view, 200_000)).toBeUndefined();
    expect(
      announcementOnWall({ kind: 'display', participantCount: 0, ...common(running('groups')) }, 0),
    ).toBeUndefined();
  });

  it('P24 lets an announcement go when what it says is past', () => {
    const announcement = { id: 'announce', text: 'Deux minutes', at: 90_000 };
    const { agenda } = common(running('plenary'));
    const movedOn = { ...agenda, slots: agenda.slots.map((each) => ({ ...each, startedAt: 100_000 })) };
    const shownAt = (moment: Parameters<typeof announcementNow>[0], now: number) => announcementNow(moment, now)?.id;
    expect(shownAt({ announcement, agenda }, 400_000), 'nothing happened since').toBe('announce');
    expect(shownAt({ announcement, agenda }, 90_000 + 600_000), 'ten minutes').toBeUndefined();
    for (const moment of [
      { announcement, agenda, phase: closed },
      { announcement, agenda: movedOn },
      { announcement, agenda: { ...agenda, run: { kind: 'ended' as const, endedAt: 120_000 } } },
    ]) {
      expect(shownAt(moment, 149_000), 'a minute to be read').toBe('announce');
      expect(shownAt(moment, 150_000)).toBeUndefined();
    }
    expect(shownAt({ announcement: { ...announcement, at: 110_000 }, agenda, phase: closed }, 300_000)).toBe(
      'announce',
    );
  });
});

describe('animator', () => {
  const view = (phase: BreakoutPhase | undefined, more: Partial<AnimatorView> = {}): AnimatorView => ({
    kind: 'animator',
    ...common(running('groups')),
    group: definition,
    ...(phase === undefined
      ? {}
      : {
          breakout: {
            slotId: 'groups',
            phase,
            prompts: [],
            elsewhere: {},
            work: {
              groupId: 'g1',
              members: {},
              answers: {},
              keyIdeas: {},
              outcome: { kind: 'drafting' },
              presented: false,
            },
          },
        }),
    ...more,
  });

  it('P23 tells where her group stands', () => {
    expect(situation(view(undefined))).toBe('notFormed');
    expect(situation(view({ kind: 'formed' }))).toBe('formedOnly');
    expect(situation(view(open))).toBe('working');
    expect(situation(view(closed))).toBe('closed');
    const scene = (id: string): StageView['scene'] => ({
      kind: 'group',
      group: presentedGroup(id),
      startedAt: 0,
      endsAt: 1,
    });
    expect(situation(view(closed, { stage: stage(scene('g0'), ['g0']) }))).toBe('nextTurn');
    expect(situation(view(closed, { stage: stage(scene('g1'), ['g0', 'g1']) }))).toBe('yourTurn');
    expect(situation(view(closed, { stage: stage({ kind: 'wall', by: 'group', groups: [] }, ['g0', 'g1']) }))).toBe(
      'plenary',
    );
    expect(situation(view(closed, common({ kind: 'ended', endedAt: 1 })))).toBe('ended');
  });

  it('P20 searches without accents, capitals or order', () => {
    const answers = [
      { id: '1', promptIndex: 0, text: 'L’Équité des territoires', postedAt: 1, supports: 0 },
      { id: '2', promptIndex: 1, text: 'Le fonds commun', postedAt: 2, supports: 3, authorName: 'Zoé' },
    ];
    const ids = (search: string, more: { sort?: 'supports'; promptIndex?: number } = {}) =>
      findAnswers(answers, { search, sort: 'newest', ...more }).map(({ id }) => id);
    expect(ids('')).toEqual(['2', '1']);
    expect(ids('territoires equite')).toEqual(['1']);
    expect(ids('ZOE')).toEqual(['2']);
    expect(ids('', { promptIndex: 0 })).toEqual(['1']);
    expect(ids('absent')).toEqual([]);
  });
});
