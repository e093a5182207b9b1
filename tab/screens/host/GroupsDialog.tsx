import { useState } from 'react';
import type { GroupDefinition } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import type { GroupContent } from '../../../shared/workshop/commands.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { GroupFields, isRoomUrl } from '../../parts/GroupFields.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

/** Names, animators and rooms of the groups. Each group is saved by itself. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const number = Math.max(0, ...view.groups.map((group) => group.number)) + 1;
  return (
    <Dialog
      open
      wide
      title={words.editGroups}
      onClose={onClose}
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
          <Button variant="primary" onClick={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      {view.groups.map((group) => (
        <EditedGroup key={group.id} group={group} />
      ))}
    </Dialog>
  );
}

const contentOf = ({ name, animatorName, roomUrl }: GroupDefinition): GroupContent => ({ name, animatorName, roomUrl });
const isSame = (one: GroupContent, other: GroupContent): boolean =>
  one.name === other.name && one.animatorName === other.animatorName && one.roomUrl === other.roomUrl;

function EditedGroup({ group }: { readonly group: GroupDefinition }) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const [typed, setTyped] = useState<GroupContent>();
  const content = typed ?? contentOf(group);
  const changed = !isSame(content, contentOf(group));
  const good = content.name.trim() !== '' && isRoomUrl(content.roomUrl);
  return (
    <form
      className="edited-group"
      onSubmit={(event) => {
        event.preventDefault();
        if (good && changed) send({ kind: 'ReviseGroup', groupId: group.id, group: content });
        setTyped(undefined);
      }}
    >
      <h3>{groupTitle(group, language)}</h3>
      <GroupFields content={content} onChange={setTyped} />
      <div className="panel__tools">
        <Button type="submit" variant={changed ? 'primary' : 'secondary'} disabled={!changed || !good}>
          {words.save}
        </Button>
        {view.groups.length > 1 && (
          <Button variant="quiet" onClick={() => send({ kind: 'RemoveGroup', groupId: group.id })}>
            {words.removeGroup}
          </Button>
        )}
      </div>
    </form>
  );
}
