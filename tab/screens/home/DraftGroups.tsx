import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { GroupFields } from '../../parts/GroupFields.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { homeWords } from '../../text/home.ts';
import { useText } from '../../text/language.tsx';
import { dropGroup, insertGroup, reviseGroup, type SetupDraft } from './setupDraft.ts';
import type { DraftHistory } from './useDraftHistory.ts';

/** The groups: who runs each, where it meets, how many key ideas each brings back. */
export function DraftGroups({ draft, edit }: { readonly draft: SetupDraft; readonly edit: DraftHistory['edit'] }) {
  const words = useText(homeWords);
  return (
    <section className="draft-groups" aria-labelledby="draft-groups-title">
      <h2 id="draft-groups-title">{words.groups(draft.groups.length)}</h2>
      <div className="draft-groups__cards">
        {draft.groups.map((group, index) => (
          <fieldset key={group.key} className="draft-groups__card">
            <legend>{words.groupNumber(index + 1)}</legend>
            <GroupFields
              content={group.content}
              onChange={(content, field) =>
                edit((before) => reviseGroup(before, group.key, content), `${group.key}.${field}`)
              }
            />
            {draft.groups.length > 1 && (
              <Button
                variant="quiet"
                aria-label={words.removeGroup(group.content.name)}
                onClick={() => edit((before) => dropGroup(before, group.key))}
              >
                <Icon name="trash" />
                {words.remove}
              </Button>
            )}
          </fieldset>
        ))}
      </div>
      <div className="draft-groups__foot">
        <Button
          disabled={draft.groups.length >= limits.groups}
          onClick={() => edit((before) => insertGroup(before, words.groupNumber(before.groups.length + 1)))}
        >
          <Icon name="add" />
          {words.addGroup}
        </Button>
        <Field
          as="select"
          label={words.keyIdeas}
          value={draft.keyIdeasPerGroup}
          onChange={(event) => {
            const keyIdeasPerGroup = Number(event.currentTarget.value);
            edit((before) => ({ ...before, keyIdeasPerGroup }));
          }}
        >
          {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </Field>
      </div>
    </section>
  );
}
