import { useState } from 'react';
import { groupTitle } from '../../../shared/views/wording.ts';
import type { GroupChange } from '../../../shared/workshop/commands.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { GroupFields } from '../../parts/GroupFields.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { roomsWords } from '../../text/rooms.ts';
import { groupContentOf, groupRevisions } from './groupRevisions.ts';
import { useHost } from './hostContext.ts';
import { breakoutInFocus } from './nextAction.ts';

/** Names, animators and rooms of the groups. However the dialog is left, what was typed and is good is saved. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, send, open } = useHost();
  const words = useText(hostWords);
  const ofGroups = useText(hostGroupWords);
  const rooms = useText(roomsWords);
  const slot = breakoutInFocus(view);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<Readonly<Record<string, GroupChange>>>({});
  const number = Math.max(0, ...view.groups.map((group) => group.number)) + 1;
  const revisions = groupRevisions(view.groups, typed);
  const save = () => {
    for (const [groupId, group] of Object.entries(revisions.good)) send({ kind: 'ReviseGroup', groupId, group });
  };
  return (
    <Dialog
      open
      wide
      title={ofGroups.editGroups}
      onClose={() => {
        save();
        onClose();
      }}
      actions={
        <>
          <Button
            onClick={() =>
              send({
                kind: 'AddGroup',
                group: { name: ofGroups.groupNumber(number), animatorName: '', roomUrl: '' },
              })
            }
          >
            <Icon name="add" />
            {ofGroups.addGroup}
          </Button>
          <Button
            variant="primary"
            disabled={revisions.wrong.length > 0}
            onClick={() => {
              save();
              onClose();
            }}
          >
            {words.saveAndClose}
          </Button>
        </>
      }
    >
      {slot && (
        <p>
          <Button
            variant="quiet"
            onClick={() => {
              save();
              open({ kind: 'rooms', slotId: slot.id });
            }}
          >
            <Icon name="link" />
            {rooms.otherWays}
          </Button>
        </p>
      )}
      {view.groups.map((group) => (
        <section key={group.id} className="edited-group">
          <h3>{groupTitle(group, language)}</h3>
          <GroupFields
            content={{ ...groupContentOf(group), ...typed[group.id] }}
            onChange={(content, field) =>
              setTyped((before) => ({ ...before, [group.id]: { ...before[group.id], [field]: content[field] } }))
            }
          />
          {view.groups.length > 1 && (
            <p>
              <Button variant="quiet" onClick={() => send({ kind: 'RemoveGroup', groupId: group.id })}>
                {ofGroups.removeGroup}
              </Button>
            </p>
          )}
        </section>
      ))}
    </Dialog>
  );
}
