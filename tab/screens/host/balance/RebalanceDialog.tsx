import { useEffect, useMemo, useState } from 'react';
import type { Split } from '../../../../shared/groups/problem.ts';
import type { HostBreakoutView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { balanceWords } from '../../../text/balance.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { openSplitter } from '../builder/splitter.ts';
import { useHost } from '../hostContext.ts';
import { absentPeople, movesOfRebalance, rebalanceProblem, standingProblem } from './standingProblem.ts';

const budgetMs = 800;

interface RebalanceDialogProps {
  readonly breakout: HostBreakoutView;
  readonly onClose: () => void;
}

/** Some do not come: those who are here are spread evenly again, by as few moves as possible, shown before they are made. */
export function RebalanceDialog({ breakout, onClose }: RebalanceDialogProps) {
  const { view, send } = useHost();
  const words = useText(balanceWords);
  const { language } = useLanguage();
  // The list stands still while it is looked at: people who come meanwhile would take the ticks from under the hand.
  const [absents] = useState(() => absentPeople(breakout));
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const away = useMemo(
    () => Object.fromEntries(Object.entries(absents).filter(([id]) => !here.has(id))),
    [absents, here],
  );
  const [first] = useState({ view, breakout });
  const standing = useMemo(
    () => standingProblem(first.view, first.breakout, (id) => away[id] === undefined),
    [first, away],
  );
  const found = useFound(standing);
  const titleOf = (groupId: string | undefined): string => {
    const group = view.groups.find(({ id }) => id === groupId);
    return group === undefined ? '' : groupTitle(group, language);
  };
  const nameOf = (personId: string): string => view.people[personId]?.name ?? '';
  const moves = found === undefined ? [] : movesOfRebalance(standing, found, away);
  const moved = moves.filter(({ toGroupId }) => toGroupId !== undefined);
  return (
    <Dialog
      open
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            disabled={moves.length === 0}
            onClick={() => {
              send({ kind: 'MovePeople', slotId: breakout.slotId, moves: [...moves] });
              onClose();
            }}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <p>{words.intro}</p>
      {breakout.phase.kind === 'open' && <p>{words.atWork}</p>}
      <fieldset className="rebalance">
        <legend>{words.absents(Object.keys(absents).length)}</legend>
        {Object.entries(absents).map(([id, groupId]) => (
          <label key={id} className="rebalance__person">
            <input
              type="checkbox"
              checked={!here.has(id)}
              onChange={() => {
                const next = new Set(here);
                if (!next.delete(id)) next.add(id);
                setHere(next);
              }}
            />
            {words.setAside(nameOf(id), titleOf(groupId))}
          </label>
        ))}
      </fieldset>
      <div role="status" aria-busy={found === undefined}>
        <p>{found === undefined ? words.searching : words.moves(moved.length)}</p>
        {moved.length > 0 && (
          <ul className="rebalance__moves">
            {moved.map(({ personId, fromGroupId, toGroupId }) => (
              <li key={personId}>{words.move(nameOf(personId), titleOf(fromGroupId), titleOf(toGroupId))}</li>
            ))}
          </ul>
        )}
        {found && <p>{words.sizes(found.map((ids) => ids.length).join(', '))}</p>}
      </div>
    </Dialog>
  );
}

/** The split nearest to the one that stands; undefined until the search is over. */
function useFound(standing: ReturnType<typeof standingProblem>): Split | undefined {
  const [found, setFound] = useState<{ readonly standing: typeof standing; readonly split: Split }>();
  useEffect(() => {
    const problem = rebalanceProblem(standing);
    const splitter = openSplitter((answer) => {
      if (answer.kind === 'split' && answer.isDone) setFound({ standing, split: answer.split });
    });
    splitter.ask({ kind: 'judge', problem });
    splitter.ask({ kind: 'search', runId: 1, problem, seed: 1, budgetMs });
    return () => splitter.close();
  }, [standing]);
  return found?.standing === standing ? found.split : undefined;
}
