import type { Outcome } from '../../../shared/workshop/state.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

export function BackInPlenary({ outcome }: { readonly outcome: Outcome['kind'] }) {
  const words = useText(participantWords);
  return (
    <div className="back" role="status">
      <h2 className="back__title">
        <Icon name="back" />
        {words.backTitle}
      </h2>
      <p>{words.back}</p>
      <p className="back__outcome">{outcome === 'submitted' ? words.submitted : words.animatorPrepares}</p>
    </div>
  );
}
