import { useState } from 'react';
import { groupTitle } from '../../../shared/views/wording.ts';
import type { GroupContent } from '../../../shared/workshop/commands.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { GroupFields } from '../../parts/GroupFields.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { groupContentOf, groupRevisions } from './groupRevisions.ts';
import { useHost } from './hostContext.ts';

/** Names, animators and rooms of the groups. However the dialog is left, what was typed and is good is saved. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<Readonly<Record<string, GroupContent>>>({});
  const number = Math.max(0, ...view.groups.map((group) => group.number)) + 1;
  const revisions = groupRevisions(view.groups, typed);
  const save = () => {
    for (const [groupId, group] of Object.entries(revisions.good)) send({ kind: 'ReviseGroup', groupId, group });
  };
  return (
    <Dialog
      open
      wide
      title={words.editGroups}
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
                group: { name: words.groupNumber(number), animatorName: '', roomUrl: '' },
              })
            }
          >
            <Icon name="add" />
            {words.addGroup}
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
      {view.groups.map((group) => (
        <section key={group.id} className="edited-group">
          <h3>{groupTitle(group, language)}</h3>
          <GroupFields
            content={typed[group.id] ?? groupContentOf(group)}
            onChange={(content) => setTyped({ ...typed, [group.id]: content })}
          />
          {view.groups.length > 1 && (
            <p>
              <Button variant="quiet" onClick={() => send({ kind: 'RemoveGroup', groupId: group.id })}>
                {words.removeGroup}
              </Button>
            </p>
          )}
        </section>
      ))}
    </Dialog>
  );
}
