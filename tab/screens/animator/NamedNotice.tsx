import { useState } from 'react';
import type { GroupSummary } from '../../../shared/views/views.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';

/** Whoever is given a group while the page is open is told which one. */
export function NamedNotice({ group, isNew }: { readonly group: GroupSummary; readonly isNew: boolean }) {
  const words = useText(animatorWords);
  const [understoodId, setUnderstoodId] = useState(isNew ? '' : group.id);
  if (understoodId === group.id) return null;
  return (
    <Notice
      tone="ok"
      title={words.nowYours(group.number)}
      actions={<Button onClick={() => setUnderstoodId(group.id)}>{words.understood}</Button>}
    >
      <p>{words.nowYoursHint}</p>
    </Notice>
  );
}
