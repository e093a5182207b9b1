import type { ComponentPropsWithoutRef } from 'react';
import { isTeamsAddress } from '../../shared/protocol/teamsLinks.ts';
import { useTeams } from './teamsContext.ts';

/** Leads to a room: inside Teams without leaving it, where the room is a meeting of Teams; else in a tab of its own. */
export function RoomLink({ href, onClick, ...rest }: ComponentPropsWithoutRef<'a'> & { readonly href: string }) {
  const teams = useTeams();
  return (
    <a
      {...rest}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => {
        onClick?.(event);
        if (teams === undefined || !isTeamsAddress(href)) return;
        event.preventDefault();
        void teams.joinMeeting(href).then((isJoined) => {
          // The browser may keep the window back by now, since the press is a while ago: then the link is pressed again.
          if (!isJoined) window.open(href, '_blank', 'noopener');
        });
      }}
    />
  );
}
