import { useMemo, useState } from 'react';
import { organisation } from '../../../shared/groups/recipe.ts';
import type { GroupDefinition, HostBreakoutView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { GroupChangeDialog } from './GroupChangeDialog.tsx';
import { useHost } from './hostContext.ts';
import { type MergedMix, mergedMix, mergeOffers } from './mergeReport.ts';

interface MergeDialogProps {
  readonly group: GroupDefinition;
  readonly breakout: HostBreakoutView;
  readonly onClose: () => void;
}

/** Which group takes over the people of this one: nothing brings it back, so that all that it does is said first. */
export function MergeDialog({ group, breakout, onClose }: MergeDialogProps) {
  const { view, send } = useHost();
  const words = useText(groupChangesWords);
  const { language } = useLanguage();
  const offers = useMemo(() => mergeOffers(view, breakout, group.id), [view, breakout, group.id]);
  const [intoId, setIntoId] = useState<string>();
  const chosen = offers.find((offer) => offer.group.id === intoId) ?? offers.find(({ isPresented }) => !isPresented);
  const [typed, setTyped] = useState<string>();
  // In the workshop's language, whichever the host reads.
  const told = groupChangesWords[view.language];
  const announcement = typed ?? (chosen === undefined ? '' : told.mergeAnnouncement(group.number, chosen.group.number));
  const moving = Object.keys(breakout.works[group.id]?.members ?? {}).length;
  const merge = () => {
    if (chosen === undefined) return;
    send({
      kind: 'MergeGroups',
      slotId: breakout.slotId,
      fromGroupId: group.id,
      intoGroupId: chosen.group.id,
      announcement: announcement.trim(),
    });
  };
  return (
    <GroupChangeDialog
      title={words.mergeTitle(group.number)}
      hint={words.mergeHint}
      confirm={words.mergeNow}
      isFinal
      disabled={chosen === undefined}
      announcement={announcement}
      onAnnouncement={setTyped}
      onConfirm={merge}
      onClose={onClose}
    >
      <fieldset className="group-change__list">
        <legend className="visually-hidden">{words.mergeTitle(group.number)}</legend>
        {offers.map((offer, index) => (
          <label key={offer.group.id} className="group-change__option">
            <input
              type="radio"
              name="into"
              checked={offer === chosen}
              disabled={offer.isPresented}
              onChange={() => setIntoId(offer.group.id)}
            />
            <span>
              <strong>{groupTitle(offer.group, language)}</strong>
              {index === 0 && offers.length > 1 && !offer.isPresented && (
                <em className="group-change__best">{words.best}</em>
              )}
              <small>{offer.isPresented ? words.alreadyPresented : words.mergedSize(moving, offer.size)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen && <Mix mix={mergedMix(chosen)} />}
    </GroupChangeDialog>
  );
}

/** How good a group that would be, in plain words. */
function Mix({ mix }: { readonly mix: MergedMix }) {
  const { view } = useHost();
  const words = useText(groupChangesWords);
  const nameOf = (id: string): string => view.people[id]?.name ?? '—';
  const attributeName = (name: string): string => (name === organisation ? words.organisation : name);
  const lines = [
    ...(mix.broken.length === 0 ? [words.rulesKept] : []),
    ...mix.broken.map((rule) =>
      rule.kind === 'apart'
        ? words.apartTogether(rule.people.map(nameOf))
        : words.sharing(attributeName(rule.attribute), rule.value, rule.people.length),
    ),
    ...mix.attributes.map(({ attribute, worst }) =>
      worst === undefined
        ? words.mixedWell(attributeName(attribute))
        : words.mixedBadly(attributeName(attribute), worst.value, worst.count, worst.most),
    ),
    ...(mix.meetAgain === 0 ? [] : [words.meetAgain(mix.meetAgain)]),
  ];
  return (
    <ul className="group-change__mix" aria-live="polite">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
