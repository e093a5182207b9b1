import '../../parts/Button.css';
import type { GroupDefinition } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useLanguage, useText } from '../../text/language.tsx';

/** Her group has joined another one: where her people are, and that nothing of theirs is lost. */
export function MergedAway({ into }: { readonly into: GroupDefinition }) {
  const words = useText(animatorWords);
  const { language } = useLanguage();
  return (
    <Notice
      title={words.mergedInto(groupTitle(into, language))}
      actions={
        into.roomUrl === '' ? null : (
          <a className="button button--primary" href={into.roomUrl} target="_blank" rel="noopener noreferrer">
            <Icon name="link" />
            {words.theirRoom(into.number)}
          </a>
        )
      }
    >
      <p>{words.mergedHint}</p>
    </Notice>
  );
}
