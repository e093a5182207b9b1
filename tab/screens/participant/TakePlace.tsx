import { useEffect, useRef, useState } from 'react';
import type { View } from '../../../shared/views/views.ts';
import type { PendingCommand, WorkshopClient } from '../../net/client.ts';
import { Button } from '../../parts/Button.tsx';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

const openSlotOf = (view: View): string | undefined => (view.kind === 'lobby' ? view.openSlotId : undefined);

/**
 * The groups are at work, and one stands in none of them: a host took one out. Whoever opens the page, or looks at it again,
 * is there, and takes a place by it, once. A page that was looked at all along only offers it: the host may have had a reason.
 */
export function useTakePlace(client: WorkshopClient, view: View): void {
  const slotId = openSlotOf(view);
  const [openedInto] = useState(slotId);
  const taken = useRef<string>(undefined);
  useEffect(() => {
    if (slotId === undefined) return;
    const take = () => {
      if (taken.current === slotId || document.visibilityState !== 'visible') return;
      taken.current = slotId;
      client.send({ kind: 'TakePlace', slotId });
    };
    if (openedInto === slotId) take();
    document.addEventListener('visibilitychange', take);
    return () => document.removeEventListener('visibilitychange', take);
  }, [client, slotId, openedInto]);
}

interface TakePlaceProps {
  readonly client: WorkshopClient;
  readonly slotId: string;
  readonly unseen: readonly PendingCommand[];
}

/** One press away from a place in a group. */
export function TakePlace({ client, slotId, unseen }: TakePlaceProps) {
  const words = useText(participantWords);
  const isTaking = unseen.some(({ command }) => command.kind === 'TakePlace');
  return (
    <div className="take-place">
      <h2 className="take-place__title">{words.groupsAtWork}</h2>
      <p role="status">{isTaking ? words.findingPlace : words.noPlaceYet}</p>
      <Button variant="primary" busy={isTaking} onClick={() => client.send({ kind: 'TakePlace', slotId })}>
        {words.takePlace}
      </Button>
    </div>
  );
}
