import type { AgendaRun } from '../../../shared/agenda/timer.ts';
import { BellButton } from '../../parts/BellButton.tsx';
import { useBell } from '../../parts/bell.ts';
import type { ServerClock } from '../../parts/useNow.ts';
import { ScreenBar } from './ScreenBar.tsx';

/** Full screen and bell. */
export function DisplayTools({ client, run }: { readonly client: ServerClock; readonly run: AgendaRun }) {
  return <ScreenBar first={<BellButton {...useBell(client, run)} />} />;
}
