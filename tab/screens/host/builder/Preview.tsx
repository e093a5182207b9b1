import { type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Split } from '../../../../shared/groups/problem.ts';
import { organisation } from '../../../../shared/groups/recipe.ts';
import { changeOf } from '../../../../shared/groups/splitChange.ts';
import { useDrag } from '../../../parts/useDrag.ts';
import { builderWords } from '../../../text/builder.ts';
import { useText } from '../../../text/language.tsx';
import { useHost } from '../hostContext.ts';
import { useBuilderContext } from './builderContext.ts';
import { type Compared, Comparison, useCompared } from './Comparison.tsx';
import { comparedMoves } from './comparedMoves.ts';
import { DragGhost } from './DragGhost.tsx';
import { lockToggled } from './draft.ts';
import { dropOf } from './dropTarget.ts';
import { ForeignNotice } from './ForeignNotice.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { PreviewGroup, type PreviewPerson } from './PreviewGroup.tsx';
import { PreviewTools } from './PreviewTools.tsx';
import { costOf, namesOf } from './splitSentences.ts';
import { Verdict } from './Verdict.tsx';
import './Preview.css';

/** More people than this are folded away at first: the facts of the groups come before the names. */
const mostUnfolded = 120;
/** Of what dropping somebody would change: the gravest come first. */
const linesShown = 4;

/** The groups as they would be: how good they are, who is where, and everything to change it by hand. */
export function Preview() {
  const { view } = useHost();
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { draft, asked, groups, report, people, history, change, move, nameOf } = builder;
  const [compared, setCompared] = useState<Compared>('off');
  const [folds, setFolds] = useState<ReadonlySet<number>>(new Set());
  const [personId, setPersonId] = useState<string>();
  const [foundId, setFoundId] = useState<string>();
  const [told, setTold] = useState<{ readonly text: string; readonly before: Split }>();
  const tell = (text: string): void => setTold({ text, before: draft.split });
  const foldedAtFirst = people.length > mostUnfolded;
  const box = useRef<HTMLDivElement>(null);

  const apply = (dropped: ReturnType<typeof dropOf>, draggedId: string): void => {
    if (dropped === undefined) return;
    const cost = costOf(changeOf(asked, draft.split, dropped.moves), asked, speech).lines.join(' ');
    move(dropped.moves);
    tell(
      dropped.personId === undefined
        ? words.moveDone(nameOf(draggedId), speech.groupOf(dropped.group), cost)
        : words.exchangeDone(nameOf(draggedId), nameOf(dropped.personId), cost),
    );
  };
  const drag = useDrag((draggedId, target) => apply(dropOf(draft.split, draggedId, target), draggedId));
  const { dragged, over } = drag;
  const hover = useMemo(() => {
    const drop = dragged === undefined ? undefined : dropOf(draft.split, dragged, over);
    if (drop === undefined) return undefined;
    const cost = costOf(changeOf(asked, draft.split, drop.moves), asked, speech);
    const title =
      drop.personId === undefined
        ? `${words.moveTo} ${speech.groupOf(drop.group)}`
        : `${words.exchangeWith} ${namesOf(speech, [drop.personId])}`;
    const target = { tone: cost.tone, ...(drop.personId === undefined ? {} : { personId: drop.personId }) };
    return { group: drop.group, target, title, lines: cost.lines.slice(0, linesShown) };
  }, [dragged, over, draft.split, asked, speech, words]);

  const before = useCompared(compared);
  const origins = useMemo(
    () =>
      new Map(
        before === undefined
          ? []
          : comparedMoves(before, draft.split).map(({ personId: id, from }) => [id, speech.groupOf(from)]),
      ),
    [before, draft.split, speech],
  );
  const cards = usePreviewPeople();
  const uneven = useMemo(() => {
    if (report === undefined || report.sizes.length !== groups.length) return undefined;
    return groups.map((_, index) =>
      report.attributes
        .filter(({ weight }) => weight > 0)
        .flatMap(({ groups: facts }) =>
          (facts[index]?.uneven ?? []).map(({ value, count, fewest, most }) =>
            words.unevenValue(value, count, words.idealRange(fewest, most)),
          ),
        ),
    );
  }, [report, groups, words]);

  const isFolded = (index: number): boolean => foldedAtFirst !== folds.has(index);
  const onFold = useCallback((index: number) => setFolds((known) => lockToggled(known, index)), []);
  const changing = useRef(change);
  changing.current = change;
  const locked = useRef(draft.lockedGroups);
  locked.current = draft.lockedGroups;
  const onLock = useCallback(
    (index: number) => changing.current({ lockedGroups: lockToggled(locked.current, index) }),
    [],
  );
  const unfoldAll = (unfolded: boolean): void =>
    setFolds(unfolded === foldedAtFirst ? new Set(groups.keys()) : new Set());
  const find = (id: string): void => {
    const group = draft.split.findIndex((ids) => ids.includes(id));
    if (group >= 0 && isFolded(group)) onFold(group);
    setFoundId(id);
    // After the card has unfolded.
    requestAnimationFrame(() => {
      const chip = box.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
      chip?.scrollIntoView({ block: 'center' });
      chip?.focus();
    });
  };

  const wasDragged = useRef(false);
  const personAt = (event: PointerEvent<HTMLElement>): string | undefined => {
    if (!(event.target instanceof Element)) return undefined;
    // A finger that moves over names scrolls; only the grip drags.
    if (event.pointerType === 'touch' && event.target.closest('.plan-person__grip') === null) return undefined;
    return event.target.closest<HTMLElement>('[data-person]')?.dataset.person;
  };
  const handle = drag.handle('');
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h3 id="preview-title" className="visually-hidden">
        {words.preview}
      </h3>
      <Verdict />
      <ForeignNotice />
      <PreviewTools
        compared={compared}
        onCompare={setCompared}
        onFind={find}
        isUnfolded={groups.every((_, index) => !isFolded(index))}
        onUnfold={unfoldAll}
      />
      {before !== undefined && <Comparison compared={compared} before={before} />}
      <p className="preview__told" role="status">
        {/* Only of the last step: taken back, it is told no longer. */}
        {history.past.at(-1)?.split === told?.before && told?.text}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pressing and dragging people of all groups; each of them is a button */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        ref={box}
        className={dragged === undefined ? 'plan' : 'plan plan--dragging'}
        onPointerDown={(event) => {
          wasDragged.current = false;
          const id = personAt(event);
          if (id !== undefined) drag.handle(id).onPointerDown(event);
        }}
        onPointerMove={handle.onPointerMove}
        onPointerUp={() => {
          wasDragged.current = dragged !== undefined;
          handle.onPointerUp();
        }}
        onPointerCancel={handle.onPointerCancel}
        onClick={(event) => {
          const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-person]') : null;
          // A press of a key comes without a pointer, and long after the last drag.
          if (chip !== null && (event.detail === 0 || !wasDragged.current)) setPersonId(chip.dataset.person);
        }}
      >
        {groups.map((group, index) => (
          <PreviewGroup
            key={group.number}
            words={words}
            index={index}
            title={speech.groupOf(index)}
            isNew={group.groupId === undefined}
            people={cards[index] ?? none}
            uneven={uneven?.[index]}
            isLocked={draft.lockedGroups.has(index)}
            lockedPeople={draft.lockedPeople}
            origins={origins}
            hover={hover?.group === index ? hover.target : undefined}
            draggedId={draft.split[index]?.includes(dragged ?? '') ? dragged : undefined}
            foundId={foundId}
            isFolded={isFolded(index)}
            onFold={onFold}
            onLock={onLock}
          />
        ))}
      </div>
      {dragged !== undefined && (
        <DragGhost tone={hover?.target.tone}>
          <strong>{nameOf(dragged)}</strong>
          {hover && <span>{hover.title}</span>}
          {hover?.lines.map((line) => (
            <small key={line}>{line}</small>
          ))}
        </DragGhost>
      )}
      <p className="builder-note">{words.dragHint}</p>
      {personId !== undefined && view.people[personId] !== undefined && (
        <PersonDialog personId={personId} onTell={tell} onClose={() => setPersonId(undefined)} />
      )}
    </section>
  );
}

const none: readonly PreviewPerson[] = [];

/** The people of each group by name; a group whose people have not changed keeps its list, and is not drawn anew. */
function usePreviewPeople(): readonly (readonly PreviewPerson[])[] {
  const { builder } = useBuilderContext();
  const { draft, people, nameOf } = builder;
  const known = useRef(new Map<readonly string[], readonly PreviewPerson[]>());
  const valuesOf = useMemo(() => new Map(people.map(({ id, values }) => [id, values])), [people]);
  const source = useRef({ valuesOf, nameOf });
  return useMemo(() => {
    const lists = source.current.valuesOf === valuesOf && source.current.nameOf === nameOf ? known.current : new Map();
    source.current = { valuesOf, nameOf };
    known.current = new Map(
      draft.split.map((ids) => [
        ids,
        lists.get(ids) ??
          ids
            .map((id) => ({ id, name: nameOf(id), detail: valuesOf.get(id)?.[organisation] ?? '' }))
            .sort((one, other) => collator.compare(one.name, other.name)),
      ]),
    );
    return draft.split.map((ids) => known.current.get(ids) ?? none);
  }, [draft.split, valuesOf, nameOf]);
}

const collator = new Intl.Collator('fr');
