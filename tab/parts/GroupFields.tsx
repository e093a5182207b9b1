import type { GroupContent } from '../../shared/workshop/commands.ts';
import { limits } from '../../shared/workshop/limits.ts';
import { groupWords } from '../text/group.ts';
import { useText } from '../text/language.tsx';
import { Field } from './Field.tsx';
import { isRoomUrl } from './roomUrl.ts';
import './GroupFields.css';

interface GroupFieldsProps {
  readonly content: GroupContent;
  readonly onChange: (content: GroupContent, field: keyof GroupContent) => void;
}

/** Name, animator and room of a group; the same in the set-up and in the console. */
export function GroupFields({ content, onChange }: GroupFieldsProps) {
  const words = useText(groupWords);
  return (
    <div className="group-fields">
      <Field
        label={words.name}
        value={content.name}
        maxLength={limits.nameChars}
        error={content.name.trim() === '' ? words.nameNeeded : undefined}
        onChange={(event) => onChange({ ...content, name: event.currentTarget.value }, 'name')}
      />
      <Field
        label={words.animator}
        value={content.animatorName}
        maxLength={limits.titleChars}
        onChange={(event) => onChange({ ...content, animatorName: event.currentTarget.value }, 'animatorName')}
      />
      <Field
        className="group-fields__room"
        type="url"
        inputMode="url"
        label={words.room}
        hint={words.roomHint}
        placeholder="https://"
        value={content.roomUrl}
        maxLength={limits.urlChars}
        error={isRoomUrl(content.roomUrl) ? undefined : words.roomWrong}
        onChange={(event) => onChange({ ...content, roomUrl: event.currentTarget.value.trim() }, 'roomUrl')}
      />
    </div>
  );
}
