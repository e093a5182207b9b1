import { useState } from 'react';
import type { UndeliveredView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Notice } from '../../parts/Notice.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { undeliveredWords } from '../../text/undelivered.ts';
import { useHost } from './hostContext.ts';

/** More than these nobody reads under way: how many more there are is said. */
const mostShown = 8;

/**
 * What people in Teams were not told: the host says it aloud. Which and why is told on demand, since it would lie over the
 * agenda. Gone once it was read, until there is more.
 */
export function UndeliveredNotice() {
  const { view } = useHost();
  const words = useText(undeliveredWords);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const unread = Object.values(view.undelivered ?? {})
    .filter(({ id }) => !read.has(id))
    .sort((one, other) => other.at - one.at);
  if (unread.length === 0) return null;
  const more = unread.length - mostShown;
  return (
    <Notice
      tone="warn"
      title={words.title(unread.length)}
      actions={
        <Button onClick={() => setRead(new Set([...read, ...unread.map(({ id }) => id)]))}>{words.understood}</Button>
      }
    >
      <p>{words.advice}</p>
      <details>
        <summary>{words.which(unread.length)}</summary>
        <ul>
          {unread.slice(0, mostShown).map((message) => (
            <li key={message.id}>
              <Undelivered message={message} />
            </li>
          ))}
        </ul>
        {more > 0 && <p>{words.more(more)}</p>}
      </details>
    </Notice>
  );
}

function Undelivered({ message }: { readonly message: UndeliveredView }) {
  const { view } = useHost();
  const words = useText(undeliveredWords);
  const { language } = useLanguage();
  const { at, what, reason, groupNumber, personName } = message;
  const group = view.groups.find(({ number }) => number === groupNumber);
  const where = personName ?? (group === undefined ? words.meeting : groupTitle(group, language));
  return (
    <>
      <strong>{where}</strong>
      {words.missed(words[`what_${what}`], formatTime(at, view.timeZone))} {words[`reason_${reason}`]}
    </>
  );
}
