import { useEffect, useState } from 'react';
import { currentEndsAt, currentSlotId } from '../../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import { readPreference, writePreference } from '../../net/storage.ts';
import type { HostContextValue } from './hostContext.ts';
import { nextAction } from './nextAction.ts';
import { act } from './PrimaryAction.tsx';

/** Single keys can be switched off: voice control and shaky hands press them by accident (WCAG 2.1.4). */
export function useShortcutsPreference() {
  const [on, setOn] = useState(() => readPreference('shortcuts') !== 'off');
  const choose = (next: boolean) => {
    writePreference('shortcuts', next ? 'on' : 'off');
    setOn(next);
  };
  return { on, choose };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys of the console. No single key does what another key could not take back. */
export function useShortcuts(host: HostContextValue | undefined, on: boolean): void {
  useEffect(() => {
    if (host === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog has keys of its own.
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isTyping(event.target)) {
        event.preventDefault();
        act(nextAction(host.view, host.client.serverNow()), host);
        return;
      }
      if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (pressed(event.key, host)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [host, on]);
}

function pressed(key: string, { view, send, open }: HostContextValue): boolean {
  const { run } = view.agenda;
  const slotId = currentSlotId(run);
  const seenEndsAt = currentEndsAt(run);
  switch (key) {
    case '?':
      open({ kind: 'shortcuts' });
      return true;
    case 'l':
      open({ kind: 'links' });
      return true;
    case 'u':
      open({ kind: 'people' });
      return true;
    case 'a':
      document.getElementById('announcement')?.focus();
      return true;
    case 'g':
      document.getElementById('groups')?.focus();
      return true;
    case 'p':
      if (run.kind === 'running') send({ kind: 'PauseAgenda' });
      else if (run.kind === 'paused') send({ kind: 'ResumeAgenda' });
      return slotId !== undefined;
    case '+':
    case '-':
      if (slotId === undefined || seenEndsAt === undefined) return false;
      send({ kind: key === '+' ? 'ExtendSlot' : 'ShortenSlot', slotId, byMs: MINUTE_MS, seenEndsAt });
      return true;
    default:
      return false;
  }
}
