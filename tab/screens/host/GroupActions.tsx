import type { GroupDefinition, HostBreakoutView, PersonView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

interface GroupActionsProps {
  readonly group: GroupDefinition;
  readonly breakout: HostBreakoutView;
  readonly animators: readonly PersonView[];
}

/** What is seldom done to a group, and must be at hand on the day. */
export function GroupActions({ group, breakout, animators }: GroupActionsProps) {
  const { view, send, open } = useHost();
  const words = useText(groupChangesWords);
  const { language } = useLanguage();
  const { slotId, phase, merged } = breakout;
  const isAlone = view.groups.every(({ id }) => id === group.id || merged[id] !== undefined);
  const isPresented = breakout.works[group.id]?.presented ?? false;
  return (
    <Menu
      variant="quiet"
      label={words.groupActions(groupTitle(group, language))}
      items={[
        { label: words.entrust, onSelect: () => open({ kind: 'nameAnimator', slotId, groupId: group.id }) },
        ...animators
          .filter(({ named }) => named === true)
          .map(({ id, name }) => ({
            label: words.release(name),
            onSelect: () => send({ kind: 'ReleaseAnimator', personId: id }),
          })),
        {
          label: words.merge,
          disabled: isAlone || isPresented || phase.kind === 'closed',
          onSelect: () => open({ kind: 'mergeGroup', slotId, groupId: group.id }),
        },
      ]}
    >
      <Icon name="more" />
    </Menu>
  );
}
