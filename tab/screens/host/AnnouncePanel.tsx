import { type FormEvent, useState } from 'react';
import { groupTitle } from '../../../shared/views/wording.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { isUnderWay, useHost } from './hostContext.ts';
import './AnnouncePanel.css';

/** Words to everyone, or to some groups. */
export function AnnouncePanel() {
  const { view, send, snapshot } = useHost();
  const words = useText(hostWords);
  const ofGroups = useText(hostGroupWords);
  const { language } = useLanguage();
  const [text, write, clear] = useDraft(`${view.workshopId}:announcement`);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const known = chosen.filter((id) => view.groups.some((group) => group.id === id));
  const announce = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    send({ kind: 'Announce', text: text.trim(), ...(known.length === 0 ? {} : { groupIds: known }) });
    clear();
  };
  const last = view.announcement;
  return (
    <section className="panel announce" aria-labelledby="announce-title">
      <h2 id="announce-title">{words.announce}</h2>
      <div className="announce__quick">
        {[words.quickTwoMinutes, words.quickOneMinute, words.quickPlenary].map((phrase) => (
          <Button key={phrase} onClick={() => write(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
      <form className="announce__form" onSubmit={announce}>
        <Field
          as="textarea"
          id="announcement"
          rows={2}
          label={words.announceText}
          maxLength={limits.announcementChars}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.stopPropagation();
              announce(event);
            }
          }}
        />
        <details className="announce__to">
          <summary>
            {words.announceTo}{' '}
            <strong>
              {known.length === 0
                ? words.everyone
                : view.groups
                    .filter((group) => known.includes(group.id))
                    .map((group) => ofGroups.groupNumber(group.number))
                    .join(', ')}
            </strong>
          </summary>
          <fieldset>
            <legend className="visually-hidden">{words.announceTo}</legend>
            <label>
              <input type="checkbox" checked={known.length === 0} onChange={() => setChosen([])} />
              {words.everyone}
            </label>
            {view.groups.map((group) => (
              <label key={group.id}>
                <input
                  type="checkbox"
                  checked={known.includes(group.id)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked ? [...known, group.id] : known.filter((id) => id !== group.id),
                    )
                  }
                />
                {groupTitle(group, language)}
              </label>
            ))}
          </fieldset>
        </details>
        <Button type="submit" busy={isUnderWay(snapshot, 'Announce')} disabled={text.trim() === ''}>
          <Icon name="megaphone" />
          {words.announceSend}
        </Button>
      </form>
      {last && (
        <p className="announce__last">
          {words.lastAnnouncement(formatTime(last.at, view.timeZone))} {last.text}
        </p>
      )}
    </section>
  );
}
