import { groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Notice } from '../../parts/Notice.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

/** Every call for help that nobody has answered, oldest first, across the top of the console. */
export function HelpBanner() {
  const { view, send, open } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const calls = Object.values(view.breakouts)
    .flatMap((breakout) =>
      Object.values(breakout.works).flatMap((work) => {
        const group = view.groups.find((one) => one.id === work.groupId);
        return work.helpCall && group ? [{ slotId: breakout.slotId, group, call: work.helpCall }] : [];
      }),
    )
    .sort((one, other) => one.call.at - other.call.at);
  if (calls.length === 0) return null;
  return (
    <div className="help-calls">
      {calls.map(({ slotId, group, call }) => (
        <Notice
          key={call.id}
          tone="alert"
          title={words.helpFrom(groupTitle(group, language), call.byName ?? '', formatTime(call.at, view.timeZone))}
          actions={
            <>
              {group.roomUrl !== '' && (
                <a className="button button--secondary" href={group.roomUrl} target="_blank" rel="noreferrer">
                  {words.goToRoom}
                </a>
              )}
              <Button onClick={() => open({ kind: 'group', slotId, groupId: group.id })}>{words.seeGroup}</Button>
              <Button variant="primary" onClick={() => send({ kind: 'AnswerHelp', slotId, groupId: group.id })}>
                {words.helpAnswered}
              </Button>
            </>
          }
        >
          {call.text !== '' && <p>{call.text}</p>}
        </Notice>
      ))}
    </div>
  );
}
