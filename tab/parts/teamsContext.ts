import { createContext, useContext, useEffect, useState } from 'react';
import type { TeamsHost } from '../net/teamsHost.ts';

/** Teams around the page; undefined in a plain browser, where every screen does without. */
export const TeamsContext = createContext<TeamsHost | undefined>(undefined);

export const useTeams = (): TeamsHost | undefined => useContext(TeamsContext);

/** Whether this person may show something on the stage of the meeting: false until Teams has said so. */
export function useMayShareToStage(): boolean {
  const teams = useTeams();
  const [mayShare, setMayShare] = useState(false);
  useEffect(() => {
    let left = false;
    void teams?.mayShareToStage().then((may) => {
      if (!left) setMayShare(may);
    });
    return () => {
      left = true;
    };
  }, [teams]);
  return mayShare;
}
