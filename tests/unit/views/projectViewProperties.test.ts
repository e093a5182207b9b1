import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, audienceOf } from '../../../shared/views/audience.ts';
import { applyPatch, diffView } from '../../../shared/views/mergePatch.ts';
import { projectMe, projectView } from '../../../shared/views/projectView.ts';
import type { Surroundings } from '../../../shared/views/surroundings.ts';
import type { AnswerView, SynthesisView, View } from '../../../shared/views/views.ts';
import type { Answer, WorkshopState } from '../../../shared/workshop/state.ts';
import { nameFor, noncePattern, play, randomWorkshop } from '../../doubles/randomWorkshop.ts';

const audiencesOf = (state: WorkshopState): readonly Audience[] => [
  { kind: 'host' },
  { kind: 'lobby' },
  { kind: 'display' },
  ...state.groups.flatMap(({ id: groupId }): Audience[] => [
    { kind: 'animator', groupId },
    { kind: 'group', groupId },
  ]),
];

/** Holds for every audience in every state on the way of random workshops. */
function always(
  check: (view: View, state: WorkshopState, audience: Audience, surroundings: Surroundings) => void,
  numRuns = 60,
): void {
  fc.assert(
    fc.property(randomWorkshop, (script) => {
      play(script, (state, surroundings) => {
        for (const audience of audiencesOf(state))
          check(projectView(state, audience, surroundings), state, audience, surroundings);
      });
    }),
    { numRuns },
  );
}

function* valuesIn(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* valuesIn(inner);
}

const textsIn = (view: View): ReadonlySet<string> => new Set(JSON.stringify(view).match(/RÉPONSE<\d+>/g));

interface Located {
  readonly groupId: string;
  readonly answer: Answer;
  /** Cited by a key idea that the plenary has seen. */
  readonly isPresented: boolean;
}

const answersOf = (state: WorkshopState): readonly Located[] =>
  Object.values(state.breakouts).flatMap(({ works }) =>
    Object.entries(works).flatMap(([groupId, work]) => {
      const shown = work.presentedAt !== undefined && work.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds : [];
      const cited = new Set(shown.flatMap((id) => work.keyIdeas[id]?.citations ?? []));
      return Object.values(work.answers).map((answer) => ({ groupId, answer, isPresented: cited.has(answer.id) }));
    }),
  );

const mayRead = (audience: Audience, { groupId, answer, isPresented }: Located): boolean => {
  if (answer.withdrawn) return false;
  if (audience.kind === 'host' || isPresented) return true;
  return (audience.kind === 'animator' || audience.kind === 'group') && audience.groupId === groupId;
};

const answerViewsIn = (view: View): readonly AnswerView[] => {
  switch (view.kind) {
    case 'host':
      return Object.values(view.breakouts).flatMap(({ works }) =>
        Object.values(works).flatMap(({ answers }) => Object.values(answers)),
      );
    case 'animator':
      return Object.values(view.breakout?.work.answers ?? {});
    case 'group':
      return Object.values(view.breakout.answers);
    default:
      return [];
  }
};

const synthesesIn = (view: View): readonly (SynthesisView & { readonly groupId: string })[] => {
  const works =
    view.kind === 'host'
      ? Object.values(view.breakouts).flatMap((breakout) => Object.values(breakout.works))
      : view.kind === 'animator' && view.breakout !== undefined
        ? [view.breakout.work]
        : [];
  return works.flatMap(({ groupId, synthesis }) => (synthesis === undefined ? [] : [{ ...synthesis, groupId }]));
};

describe('in any workshop', () => {
  it('V1 an answer is read by its group, its animator and hosts, by others once it is presented, by nobody once withdrawn', () => {
    always((view, state, audience) => {
      const readable = new Set(
        answersOf(state)
          .filter((each) => mayRead(audience, each))
          .map(({ answer }) => answer.text),
      );
      for (const text of textsIn(view)) expect([...readable]).toContain(text);
    });
  });

  it('V2 an answer says nothing of its author, but its name to the group’s animator when the workshop says so', () => {
    const anonymous = ['edited', 'id', 'postedAt', 'promptIndex', 'supports', 'text'];
    always((view, state, audience) => {
      const isSigned = audience.kind === 'animator' && state.options.authors === 'animators';
      const keys = isSigned ? ['authorName', ...anonymous] : anonymous;
      for (const answer of answerViewsIn(view)) expect(Object.keys(answer).toSorted()).toEqual(keys);
      expect(JSON.stringify(view)).not.toMatch(/authorId|supporterIds|writtenBy|supportedBy/);
    });
  });

  it('V13 what answers say together is in the views of hosts and of the group’s animator alone, without what was withdrawn', () => {
    always((view, state, audience) => {
      const json = JSON.stringify(view);
      if (audience.kind !== 'host' && audience.kind !== 'animator') expect(json).not.toMatch(/synthesis|THÈME</);
      for (const { groupId, themes, themeOf, ideas } of synthesesIn(view)) {
        if (audience.kind === 'animator') expect(groupId).toBe(audience.groupId);
        const standing = new Set(
          answersOf(state)
            .filter((each) => each.groupId === groupId && !each.answer.withdrawn)
            .map(({ answer }) => answer.id),
        );
        const told = [...Object.keys(themeOf), ...ideas.flatMap((idea) => [...idea.citations, ...idea.answerIds])];
        for (const id of told) expect(standing).toContain(id);
        expect(new Set(Object.values(themeOf))).toEqual(new Set(Object.keys(themes)));
      }
    });
  });

  it('V5 nobody is named to the lobby or a display, and a group names its own people alone', () => {
    always((view, state, audience) => {
      const named = new Set([...JSON.stringify(view).matchAll(/(?:NOM|ORG)<([^>]+)>/g)].map(([, id = '']) => id));
      if (view.kind === 'lobby' || view.kind === 'display') expect([...named]).toEqual([]);
      if (view.kind !== 'group' || audience.kind !== 'group') return;
      const placements = state.breakouts[view.breakout.slotId]?.placements ?? {};
      // Of whoever runs it, the one who was named.
      const runs = (id: string) => state.people[id]?.role === 'animator' && state.people[id]?.groupId;
      for (const id of named) expect([placements[id], runs(id)]).toContain(audience.groupId);
    });
  });

  it('V5 what else is known of people is sent to hosts alone', () => {
    always((view, _state, audience) => {
      if (audience.kind !== 'host') expect(JSON.stringify(view)).not.toMatch(/MAIL<|RÉGION</);
    });
  });

  it('V5 no view holds what opens a door, and only a host reads the notes and every room', () => {
    always((view, state, audience) => {
      const json = JSON.stringify(view);
      expect(json).not.toMatch(noncePattern);
      expect(json).not.toContain('tokenHash');
      if (audience.kind === 'host') return;
      expect(json).not.toContain('NOTE-HÔTE');
      expect(json).not.toContain('"linkId"');
      const own = 'groupId' in audience ? state.groups.find(({ id }) => id === audience.groupId)?.roomUrl : undefined;
      const joined = 'mergedInto' in view ? view.mergedInto?.roomUrl : undefined;
      for (const { roomUrl } of state.groups)
        if (roomUrl !== own && roomUrl !== joined && roomUrl !== '') expect(json).not.toContain(`"${roomUrl}"`);
    });
  });

  it('V11 a view holds neither null nor undefined: a patch uses null to take a key out', () => {
    always((view) => {
      for (const value of valuesIn(view))
        if (value === null || value === undefined) throw new Error(JSON.stringify(view));
    });
  });

  it('V6 before groups are sent off, nobody but hosts and animators can tell who goes where', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        play(script, (state, surroundings) => {
          for (const member of Object.values(state.people)) {
            if (member.removed || member.role !== 'participant') continue;
            const audience = audienceOf(state, member);
            const me = projectMe(state, member.id, surroundings);
            if (audience === undefined || me === undefined) throw new Error('a participant without a view');
            const view = projectView(state, audience, surroundings);
            const phase = view.kind === 'group' ? view.breakout.phase.kind : undefined;
            expect(phase).not.toBe('formed');
            expect(me.groupId).toBe(view.kind === 'group' ? view.group.id : undefined);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('V9 what a person is told of themself holds nobody else', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const { workshop, surroundings } = play(script);
        for (const { id, removed } of Object.values(workshop.state.people)) {
          const me = projectMe(workshop.state, id, surroundings);
          if (removed) {
            expect(me).toBeUndefined();
            continue;
          }
          expect(me).toMatchObject({ personId: id, ...nameFor(id) });
          const mine = answersOf(workshop.state).filter(({ answer }) => answer.authorId === id && !answer.withdrawn);
          const mineIds = new Set(mine.map(({ answer }) => answer.id));
          for (const answerId of me?.answerIds ?? []) expect(mineIds).toContain(answerId);
          for (const value of valuesIn(me)) expect(value === null || value === undefined).toBe(false);
        }
      }),
    );
  });

  it('V12 the patch from any state to the next gives the view of the next', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const shown = new Map<string, View>();
        play(script, (state, surroundings) => {
          for (const audience of audiencesOf(state)) {
            const key = JSON.stringify(audience);
            const next = projectView(state, audience, surroundings);
            const before = shown.get(key);
            const patch = before === undefined ? undefined : diffView(before, next);
            const sent: unknown = patch === undefined ? undefined : JSON.parse(JSON.stringify(patch));
            if (before !== undefined) expect(sent === undefined ? before : applyPatch(before, sent)).toEqual(next);
            shown.set(key, next);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});
