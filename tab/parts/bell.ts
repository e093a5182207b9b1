import { useEffect, useRef, useState } from 'react';
import type { AgendaRun } from '../../shared/agenda/timer.ts';
import type { DurationMs, EpochMs } from '../../shared/core/time.ts';
import { readPreference, writePreference } from '../net/storage.ts';
import type { ServerClock } from './useNow.ts';

/** A page that slept through the end does not ring when it wakes: a bell long after the hour only startles. */
const latestMs = 2_000;
/** Longest wait asked of a browser timer: beyond about 24 days they fire at once. */
const longestWaitMs = 3_600_000;

/** A timer stands still while its device sleeps, and the clock may be put right: it is looked at again so often. */
const lookAgainMs = 2_000;

/** How long until the bell of this run; undefined when there is none to wait for. */
export function bellDelayMs(run: AgendaRun, now: EpochMs): DurationMs | undefined {
  if (run.kind !== 'running' || now > run.endsAt) return undefined;
  return Math.min(run.endsAt - now, longestWaitMs);
}

/** Whether to ring now: the end was just reached, and it did not ring yet. */
export const ringsNow = (endsAt: EpochMs, now: EpochMs, lastRungFor: EpochMs | undefined): boolean =>
  now >= endsAt && now - endsAt <= latestMs && lastRungFor !== endsAt;

let audio: AudioContext | undefined;

/** Browsers let a page sound only after a gesture: called on any first press. */
function armBell(): void {
  audio ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext();
  // A refusal leaves the page silent: the clock says the same in words.
  audio?.resume().catch(() => undefined);
}

/** Two soft notes, like a hotel bell: heard across a room, not startling in headphones. */
function chime(): void {
  if (audio?.state !== 'running') return;
  for (const [index, frequency] of [659.25, 880].entries()) {
    const at = audio.currentTime + index * 0.28;
    const note = audio.createOscillator();
    const volume = audio.createGain();
    note.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.2);
    note.connect(volume).connect(audio.destination);
    note.start(at);
    note.stop(at + 1.3);
  }
}

interface Bell {
  readonly muted: boolean;
  /** Mutes, or turns on again and sounds once, to show what it will be. */
  readonly toggle: () => void;
}

/** Rings once when the current slot reaches its end. Whether it is muted is remembered on this device. */
export function useBell(clock: ServerClock, run: AgendaRun, mutedAtFirst = false): Bell {
  const [muted, setMuted] = useState(() => (readPreference('bell') ?? (mutedAtFirst ? 'off' : 'on')) === 'off');
  const lastRungFor = useRef<EpochMs>(undefined);

  useEffect(() => {
    document.addEventListener('pointerdown', armBell);
    document.addEventListener('keydown', armBell);
    return () => {
      document.removeEventListener('pointerdown', armBell);
      document.removeEventListener('keydown', armBell);
    };
  }, []);

  useEffect(() => {
    if (muted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (!clock.knowsServerTime()) {
        timer = setTimeout(wait, lookAgainMs);
        return;
      }
      const delayMs = bellDelayMs(run, clock.serverNow());
      if (delayMs === undefined) return;
      // A browser delays chains of short timers on hidden pages by up to a minute, but not a single long one.
      timer = setTimeout(ring, document.visibilityState === 'hidden' ? delayMs : Math.min(delayMs, lookAgainMs));
    };
    const ring = () => {
      const now = clock.serverNow();
      if (run.kind === 'running' && ringsNow(run.endsAt, now, lastRungFor.current)) {
        lastRungFor.current = run.endsAt;
        chime();
      } else wait();
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [clock, run, muted]);

  const toggle = () => {
    writePreference('bell', muted ? 'on' : 'off');
    setMuted(!muted);
    if (muted) {
      armBell();
      chime();
    }
  };
  return { muted, toggle };
}
