import { currentSlotId } from '../../../shared/agenda/timer.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { formatTime } from '../../parts/formatTime.ts';
import { Notice } from '../../parts/Notice.tsx';
import { RoomLink } from '../../parts/RoomLink.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';

/**
 * Every call for help that nobody has answered, oldest first. On a desk it lies over the foot of the agenda: groups that it
 * would push down may be under a finger. Once the plenary has gone on, nobody is in a room any more.
 */
export function HelpBanner() {
  const { view, send, open } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const calls = Object.values(view.breakouts)
    .filter((breakout) => breakout.phase.kind === 'open' || breakout.slotId === currentSlotId(view.agenda.run))
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
                <RoomLink className="button button--secondary" href={group.roomUrl}>
                  {words.goToRoom}
                </RoomLink>
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
