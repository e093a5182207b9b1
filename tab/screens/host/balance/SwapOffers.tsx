import { useEffect, useRef, useState } from 'react';
import type { SwapOffer } from '../../../../shared/groups/offerSwaps.ts';
import type { HostBreakoutView } from '../../../../shared/views/views.ts';
import { seenPlaces } from '../../../../shared/workshop/groups/seenPlaces.ts';
import { Button } from '../../../parts/Button.tsx';
import { balanceWords } from '../../../text/balance.ts';
import { useText } from '../../../text/language.tsx';
import { placementsOf } from '../builder/builderPeople.ts';
import { openSplitter } from '../builder/splitter.ts';
import { isUnderWay, useHost } from '../hostContext.ts';
import { movesOfOffers, type Standing, standingProblem, withoutArrived } from './standingProblem.ts';

/** People come in by the dozen: exchanges are looked for once that has calmed down. */
const calmMs = 1_500;

interface Offered {
  readonly standing: Standing;
  readonly offers: readonly SwapOffer[];
}

/** After late arrivals, one or two exchanges that would mix the groups better; quietly, and only until the host says no. */
export function SwapOffers({ breakout }: { readonly breakout: HostBreakoutView }) {
  const { view, send, snapshot } = useHost();
  const words = useText(balanceWords);
  const [offered, setOffered] = useState<Offered>();
  const [declined, setDeclined] = useState<string>();
  const placements = placementsOf(breakout);
  const people = Object.keys(placements);
  const mark = seenPlaces(placements, people);
  const crowd = people.toSorted().join(' ');
  const isOpen = breakout.phase.kind === 'open';
  const isWanted = breakout.recipe !== undefined && breakout.choice === undefined && declined !== crowd;
  const held = useRef({ view, breakout });
  held.current = { view, breakout };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` stands for who is where; answers and presence change all the time
  useEffect(() => {
    setOffered(undefined);
    if (!isWanted) return;
    let splitter: ReturnType<typeof openSplitter> | undefined;
    const timer = setTimeout(() => {
      const all = standingProblem(held.current.view, held.current.breakout);
      const standing = isOpen ? withoutArrived(all, held.current.breakout) : all;
      splitter = openSplitter((answer) => {
        if (answer.kind === 'offers') setOffered({ standing, offers: answer.offers });
      });
      splitter.ask({ kind: 'offer', runId: 1, problem: standing.problem, split: standing.split });
    }, calmMs);
    return () => {
      clearTimeout(timer);
      splitter?.close();
    };
  }, [mark, isWanted, isOpen]);
  if (offered === undefined || offered.offers.length === 0) return null;
  const nameOf = (personId: string): string => view.people[personId]?.name ?? '';
  const moves = movesOfOffers(offered.standing, offered.offers);
  return (
    <div className="groups__offers" role="status">
      {offered.offers.map(({ people: [first, second] }) => (
        <p key={`${first} ${second}`}>{words.offer(nameOf(first), nameOf(second))}</p>
      ))}
      <Button
        busy={isUnderWay(snapshot, 'MovePeople')}
        onClick={() => send({ kind: 'MovePeople', slotId: breakout.slotId, moves: [...moves] })}
      >
        {words.exchange(offered.offers.length)}
      </Button>
      <Button variant="quiet" onClick={() => setDeclined(crowd)}>
        {words.noThanks}
      </Button>
    </div>
  );
}
