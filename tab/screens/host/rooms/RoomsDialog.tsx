import type { ReactNode } from 'react';
import { isTeamsAddress } from '../../../../shared/protocol/teamsLinks.ts';
import type { SlotView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { RoomLink } from '../../../parts/RoomLink.tsx';
import { useTeams } from '../../../parts/teamsContext.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { roomsWords } from '../../../text/rooms.ts';
import { useHost } from '../hostContext.ts';
import { MakeMeetings, MeetingsButton } from './MakeMeetings.tsx';
import { type MeetingsStep, useMeetings } from './useMeetings.ts';
import './rooms.css';

interface RoomsDialogProps {
  readonly slot: SlotView;
  /** How far the making of meetings is at first. */
  readonly first?: MeetingsStep;
  readonly onClose: () => void;
}

/** Where each group meets, and the three ways to get there. In Teams the one that takes a single press comes first. */
export function RoomsDialog({ slot, first = { kind: 'choosing' }, onClose }: RoomsDialogProps) {
  const { view, open } = useHost();
  const words = useText(roomsWords);
  const teams = useTeams();
  const meetings = useMeetings(slot.id, first);
  const isFormed = view.breakouts[slot.id] !== undefined;
  return (
    <Dialog
      open
      wide
      title={words.title}
      onClose={onClose}
      actions={
        teams !== undefined &&
        (meetings.wanting > 0 || meetings.isBusy) && <MeetingsButton meetings={meetings} teams={teams} />
      }
    >
      <div>
        <p role="status">
          <strong>{words.standing(meetings.all - meetings.wanting, meetings.all)}</strong>
        </p>
        <p className="rooms__soft">{words.mixed}</p>
      </div>
      {teams !== undefined && (
        <Way title={words.makeTitle}>
          <MakeMeetings meetings={meetings} />
        </Way>
      )}
      <Way title={words.pasteTitle}>
        <p>{words.paste}</p>
        <Standing />
        <p>
          <Button onClick={() => open({ kind: 'groups' })}>
            <Icon name="edit" />
            {words.pasteNow}
          </Button>
        </p>
      </Way>
      <Way title={words.nativeTitle}>
        <p>{words.native}</p>
        {isFormed ? (
          <p>
            <Button onClick={() => open({ kind: 'groupLists', slotId: slot.id, first: 'rooms' })}>
              <Icon name="list" />
              {words.nativeNow}
            </Button>
          </p>
        ) : (
          <p className="rooms__soft">{words.nativeLater}</p>
        )}
      </Way>
      {teams === undefined && (
        <Way title={words.makeTitle}>
          <p>{words.makeElsewhere}</p>
        </Way>
      )}
    </Dialog>
  );
}

function Way({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rooms__way">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Each group and its room, as it is now: meetings appear one by one while they are made. */
function Standing() {
  const { view } = useHost();
  const words = useText(roomsWords);
  const { language } = useLanguage();
  return (
    <ul className="rooms__list">
      {view.groups.map((group) => (
        <li key={group.id}>
          <span>{groupTitle(group, language)}</span>
          {group.roomUrl === '' ? (
            <span className="rooms__soft">{words.noRoom}</span>
          ) : (
            <RoomLink href={group.roomUrl}>
              {isTeamsAddress(group.roomUrl) ? words.teamsMeeting : hostOf(group.roomUrl)}
            </RoomLink>
          )}
        </li>
      ))}
    </ul>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
