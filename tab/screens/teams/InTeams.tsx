import '../../styles/base.css';
import './teams.css';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { TeamsHost, TeamsLook } from '../../net/teamsHost.ts';
import { followTheme } from '../../parts/PageTheme.ts';
import { PageToolsContext } from '../../parts/pageTools.ts';
import { TeamsContext } from '../../parts/teamsContext.ts';
import { LanguageProvider, useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';
import { NoAnswer } from './NoAnswer.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { TeamsEntrance } from './TeamsEntrance.tsx';

type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'there'; readonly host: TeamsHost };

/** The page in a frame: Teams is spoken to, and its look is taken on and followed. */
export function InTeams({ plainAddress }: { readonly plainAddress: string }) {
  const [connection, setConnection] = useState<Connection>({ kind: 'connecting' });
  useEffect(() => {
    let left = false;
    // Loaded here, and nowhere else: the plain pages do without it.
    void import('../../net/teamsHost.ts')
      .then(({ connectTeams }) => connectTeams())
      .catch(() => undefined)
      .then((host) => {
        if (!left) setConnection(host === undefined ? { kind: 'silent' } : { kind: 'there', host });
      });
    return () => {
      left = true;
    };
  }, []);
  const host = connection.kind === 'there' ? connection.host : undefined;
  const look = useLook(host);
  useEffect(() => {
    if (look !== undefined) followTheme(look.theme);
  }, [look]);
  return (
    <LanguageProvider followed={look?.language}>
      <TeamsContext value={host}>
        {/* Theme and language are those of Teams: there is nothing to switch here. */}
        <PageToolsContext value={host === undefined ? undefined : null}>
          {connection.kind === 'connecting' ? (
            <Connecting />
          ) : connection.kind === 'silent' ? (
            <NoAnswer plainAddress={plainAddress} />
          ) : connection.host.surface === 'settings' ? (
            <SettingsPage host={connection.host} />
          ) : (
            <TeamsEntrance host={connection.host} />
          )}
        </PageToolsContext>
      </TeamsContext>
    </LanguageProvider>
  );
}

function Connecting() {
  return (
    <p className="boot" role="status">
      {useText(teamsWords).connecting}
    </p>
  );
}

const nobody = () => () => undefined;

function useLook(host: TeamsHost | undefined): TeamsLook | undefined {
  const subscribe = useCallback((listener: () => void) => (host?.onLook ?? nobody)(listener), [host]);
  return useSyncExternalStore(subscribe, () => host?.look());
}
