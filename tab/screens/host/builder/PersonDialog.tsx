import { useMemo } from 'react';
import { bestExchanges } from '../../../../shared/groups/bestExchanges.ts';
import type { Placement } from '../../../../shared/groups/problem.ts';
import { organisation } from '../../../../shared/groups/recipe.ts';
import { changeOf } from '../../../../shared/groups/splitChange.ts';
import { labelled } from '../../../../shared/views/wording.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { builderWords } from '../../../text/builder.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { useBuilderContext } from './builderContext.ts';
import { groupOfPerson, lockToggled } from './draft.ts';
import { dropOf } from './dropTarget.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { type Cost, costOf } from './splitSentences.ts';

interface PersonDialogProps {
  readonly personId: string;
  readonly onTell: (what: string) => void;
  readonly onClose: () => void;
}

const exchangesShown = 4;

/** Everything that dragging can do, for whoever does not drag: each group and each exchange with what it costs. */
export function PersonDialog({ personId, onTell, onClose }: PersonDialogProps) {
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { language } = useLanguage();
  const { draft, asked, people, nameOf } = builder;
  const own = groupOfPerson(draft.split, personId);
  const values = people.find(({ id }) => id === personId)?.values ?? {};
  const costs = useMemo(() => {
    const costOfMoves = (moves: readonly Placement[]): Cost =>
      costOf(changeOf(asked, draft.split, moves), asked, speech);
    return {
      groups: draft.split.map((_, group) => costOfMoves([{ personId, group }])),
      exchanges: bestExchanges(asked, draft.split, personId, exchangesShown).map((other) => ({
        other,
        cost: costOfMoves(dropOf(draft.split, personId, `p${other}`)?.moves ?? []),
      })),
    };
  }, [asked, draft.split, personId, speech]);
  const exchange = (other: string): void => {
    const drop = dropOf(draft.split, personId, `p${other}`);
    if (drop === undefined) return;
    const cost = costOf(changeOf(asked, draft.split, drop.moves), asked, speech);
    builder.move(drop.moves);
    onTell(words.exchangeDone(nameOf(personId), nameOf(other), cost.lines.join(' ')));
    onClose();
  };
  const same = new Set(draft.split[own] ?? []);
  const details = Object.entries(values).filter(([name, value]) => name !== organisation && value !== '');
  return (
    <Dialog open title={nameOf(personId)} onClose={onClose}>
      <p>
        {[values[organisation], ...details.map(([name, value]) => labelled(name, value, language))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{words.personNow(speech.groupOf(own))}</p>
      <label className="builder-check">
        <input
          type="checkbox"
          checked={draft.lockedPeople.has(personId)}
          onChange={() => builder.change({ lockedPeople: lockToggled(draft.lockedPeople, personId) })}
        />
        {words.lockPerson}
      </label>
      {costs.exchanges.length > 0 && (
        <section className="person-moves">
          <h3>{words.bestExchanges}</h3>
          {costs.exchanges.map(({ other, cost }) => (
            <button
              key={other}
              type="button"
              className={`person-move person-move--${cost.tone}`}
              onClick={() => exchange(other)}
            >
              <strong>
                {words.exchangeWith} {nameOf(other)} <small>{speech.groupOf(groupOfPerson(draft.split, other))}</small>
              </strong>
              <CostLines cost={cost} />
            </button>
          ))}
          <PersonPicker label={words.exchangeAny} except={same} onPick={exchange} />
        </section>
      )}
      <section className="person-moves">
        <h3>{words.moveTo}</h3>
        {costs.groups.map((cost, group) =>
          group === own ? null : (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the plan
              key={group}
              type="button"
              className={`person-move person-move--${cost.tone}`}
              onClick={() => {
                builder.move([{ personId, group }]);
                onTell(words.moveDone(nameOf(personId), speech.groupOf(group), cost.lines.join(' ')));
                onClose();
              }}
            >
              <strong>{speech.groupOf(group)}</strong>
              <CostLines cost={cost} />
            </button>
          ),
        )}
      </section>
    </Dialog>
  );
}

const CostLines = ({ cost }: { readonly cost: Cost }) => (
  <span className="person-move__cost">{cost.lines.slice(0, 3).join(' ')}</span>
);
