import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Placement, SplitPerson, SplitProblem } from '../../../../shared/groups/problem.ts';
import type { Recipe } from '../../../../shared/groups/recipe.ts';
import type { SplitReport } from '../../../../shared/groups/report.ts';
import type { HostView, SlotView } from '../../../../shared/views/views.ts';
import { readPreference } from '../../../net/storage.ts';
import {
  type EarlierGroups,
  earlierGroups,
  type KnownAttribute,
  knownAttributes,
  type Placements,
  placementsOf,
  splitPeople,
} from './builderPeople.ts';
import {
  askedProblem,
  asksAnew,
  type Draft,
  moved,
  resized,
  searchedProblem,
  standingSplit,
  withPeople,
} from './draft.ts';
import { type ForeignMove, foreignMoves } from './foreignMoves.ts';
import { beginning, type History, redone, settled, stepped, undone } from './history.ts';
import { type GroupSize, type PlannedGroup, plannedGroups } from './plannedGroups.ts';
import { type RecipeSource, remembered, startingRecipe } from './startingRecipe.ts';
import { useSplitter } from './useSplitter.ts';

export const recipePreference = 'recipe';

/** A preparation that outlives its dialog: closed and opened again it goes on. */
export interface Preparation {
  readonly history: History<Draft>;
  readonly source: RecipeSource;
  /** Where people stood when the host last saw, or chose to pass over, what others did. */
  readonly base: Placements;
  readonly wanted: { readonly id: number } | undefined;
}

export interface Builder {
  readonly slot: SlotView;
  readonly people: readonly SplitPerson[];
  readonly attributes: readonly KnownAttribute[];
  readonly groups: readonly PlannedGroup[];
  readonly earlier: readonly EarlierGroups[];
  readonly source: RecipeSource;
  readonly draft: Draft;
  /** What the recipe asks, without the locks. */
  readonly asked: SplitProblem;
  /** Absent until the first answer. */
  readonly report: SplitReport | undefined;
  /** 0 to 1 while a search is under way. */
  readonly progress: number | undefined;
  readonly history: History<Draft>;
  /** Groups as they stand for everybody, when they are formed. */
  readonly placements: Placements;
  readonly isFormed: boolean;
  readonly seen: Placements;
  readonly foreign: readonly ForeignMove[];
  readonly nameOf: (personId: string) => string;
  readonly change: (next: Partial<Draft>) => void;
  readonly ask: (next: Partial<Recipe>) => void;
  readonly move: (moves: readonly Placement[]) => void;
  readonly resize: (size: GroupSize) => void;
  readonly reroll: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Others have moved people: follow them, or go on as prepared. */
  readonly follow: () => void;
  readonly passOver: () => void;
}

/** The state of a preparation: the recipe, who is where, the search, and what others do meanwhile. */
export function useBuilder(
  view: HostView,
  slot: SlotView,
  preparations: Map<string, Preparation>,
  drawSeed: () => number,
): Builder {
  const breakout = view.breakouts[slot.id];
  const isFormed = breakout !== undefined;
  const stable = useRef<readonly SplitPerson[]>([]);
  const people = useMemo(() => {
    stable.current = splitPeople(view.people, stable.current);
    return stable.current;
  }, [view.people]);
  const attributes = useMemo(() => knownAttributes(people, view.attributes), [people, view.attributes]);
  const placements = useMemo(() => placementsOf(breakout), [breakout]);
  const earlier = useMemo(
    () => earlierGroups({ breakouts: view.breakouts, earlier: view.earlier, agenda: view.agenda }, slot.id),
    [view.breakouts, view.earlier, view.agenda, slot.id],
  );
  const met = useStable(earlier.map(({ places }) => places));
  const standing = useMemo(
    () => view.groups.filter(({ id }) => breakout?.merged[id] === undefined),
    [view.groups, breakout?.merged],
  );

  const [preparation, setPreparation] = useState<Preparation>(() => {
    const kept = preparations.get(slot.id);
    if (kept !== undefined) return kept;
    const device = remembered(
      readPreference(recipePreference),
      attributes.map(({ name }) => name),
    );
    const { recipe, source } = startingRecipe(view, slot.id, people, device);
    const empty: Draft = {
      size: { kind: 'groups', count: standing.length },
      recipe,
      seed: drawSeed(),
      split: [],
      lockedPeople: new Set(),
      lockedGroups: new Set(),
    };
    const draft = isFormed
      ? { ...empty, split: standingSplit(placements, plannedGroups(standing, standing.length)) }
      : resized(empty, empty.size, people);
    return { history: beginning(draft), source, base: placements, wanted: isFormed ? undefined : { id: 1 } };
  });
  useEffect(() => {
    preparations.set(slot.id, preparation);
  }, [preparations, slot.id, preparation]);

  const { history, base, wanted } = preparation;
  const { present } = history;
  const groups = useStable(plannedGroups(standing, present.split.length));
  const { recipe } = present;
  const asked = useMemo(() => askedProblem(recipe, people, groups, met), [recipe, people, groups, met]);
  const draft = useMemo(() => withPeople(present, asked, groups, placements), [present, asked, groups, placements]);
  // What is searched is fixed when the search begins: answers that come in change the draft, not the question.
  const { seed, lockedPeople, lockedGroups } = present;
  const held = useRef(draft);
  held.current = draft;
  const search = useMemo(
    () =>
      wanted && {
        id: wanted.id,
        problem: searchedProblem({ ...held.current, recipe, lockedPeople, lockedGroups }, people, groups, met),
        seed,
      },
    [wanted, recipe, lockedPeople, lockedGroups, people, groups, met, seed],
  );
  const onBetter = useCallback(
    (searchId: number, split: Draft['split'], isDone: boolean) =>
      setPreparation((before) =>
        before.wanted?.id !== searchId
          ? before
          : {
              ...before,
              history: settled(before.history, { ...before.history.present, split }),
              wanted: isDone ? undefined : before.wanted,
            },
      ),
    [],
  );
  const { report, progress } = useSplitter({ asked, split: draft.split, search, onBetter });

  const names = useStable(Object.fromEntries(Object.values(view.people).map(({ id, name }) => [id, name])));
  const nameOf = useCallback((personId: string) => names[personId] ?? '', [names]);
  const searches = useRef(wanted?.id ?? 1);
  const step = (next: Draft): void => {
    const search = asksAnew(draft, next) ? { id: ++searches.current } : undefined;
    setPreparation((before) => ({
      ...before,
      history: stepped(settled(before.history, draft), next),
      wanted: search,
    }));
  };
  const foreign = useMemo(() => foreignMoves(base, placements), [base, placements]);
  const passOver = (): void => setPreparation((before) => ({ ...before, base: placements }));
  return {
    slot,
    people,
    attributes,
    groups,
    earlier,
    source: preparation.source,
    draft,
    asked,
    report,
    progress,
    history,
    placements,
    isFormed,
    seen: { ...placements, ...base },
    foreign,
    nameOf,
    change: (next) => step({ ...draft, ...next }),
    ask: (next) => step({ ...draft, recipe: { ...recipe, ...next } }),
    move: (moves) => step(moved(draft, moves)),
    reroll: () => step({ ...draft, seed: drawSeed() }),
    resize: (size) => step(resized(draft, size, people)),
    undo: () => setPreparation((before) => ({ ...before, history: undone(before.history), wanted: undefined })),
    redo: () => setPreparation((before) => ({ ...before, history: redone(before.history), wanted: undefined })),
    follow: () => {
      const moves = foreign.flatMap(({ personId, to }) => {
        const group = groups.findIndex(({ groupId }) => groupId === to);
        return group < 0 ? [] : [{ personId, group }];
      });
      step(moved(draft, moves));
      passOver();
    },
    passOver,
  };
}

/** The same value as long as it says the same: these are short, and what hangs on them is long. */
function useStable<Value>(value: Value): Value {
  const [kept, setKept] = useState({ value, text: JSON.stringify(value) });
  const text = JSON.stringify(value);
  if (kept.text === text) return kept.value;
  setKept({ value, text });
  return value;
}
