import { useEffect, useState } from 'react';
import { remainingMs } from '../../../shared/agenda/timer.ts';
import { MINUTE_MS } from '../../../shared/core/time.ts';
import type { HostView } from '../../../shared/views/views.ts';
import { formatMinutes, groupNickname } from '../../../shared/views/wording.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { builderWords } from '../../text/builder.ts';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { type HostContextValue, isUnderWay, useHost } from './hostContext.ts';
import { commandOf, type NextAction } from './nextAction.ts';
import { startIsFar } from './startIsFar.ts';

type HostText = (typeof hostWords)['fr'];

const icons: Readonly<Record<NextAction['kind'], IconName>> = {
  addSlots: 'add',
  startAgenda: 'play',
  resume: 'play',
  formGroups: 'people',
  openBreakout: 'forward',
  bringBack: 'bell',
  presentGroup: 'screen',
  showWall: 'screen',
  nextSlot: 'forward',
  endWorkshop: 'check',
  takeReport: 'download',
};

/** The most visible button of the console. */
export function PrimaryAction({ action }: { readonly action: NextAction }) {
  const host = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const builder = useText(builderWords);
  const hint = hintOf(action, host, words);
  const command = commandOf(action);
  const busy = command !== undefined && isUnderWay(host.snapshot, command.kind);
  // Bringing people back before their time is up is possible, and not what the screen should push to.
  const pressing = !(action.kind === 'bringBack' && action.early);
  const settling = useSettling(JSON.stringify({ ...action, early: undefined }), host.steady);
  return (
    <div className="primary-action">
      <Button
        className={`primary-action__button${settling ? ' primary-action__button--settling' : ''}`}
        variant={pressing ? 'primary' : 'secondary'}
        busy={busy || settling}
        aria-keyshortcuts="Control+Enter"
        onClick={() => act(action, host)}
      >
        <Icon name={icons[action.kind]} />
        {labelOf(action, host.view, words, language)}
      </Button>
      {hint && <p className="primary-action__hint">{hint}</p>}
      {action.kind === 'formGroups' && (
        <Button
          variant="quiet"
          className="primary-action__more"
          onClick={() => host.open({ kind: 'builder', slotId: action.slotId })}
        >
          {builder.prepareMore}
        </Button>
      )}
    </div>
  );
}

/** How long a button whose meaning has just changed takes no press. Longer than a double click, shorter than a thought. */
const settlingMs = 700;

/** A hurried second press lands on the button after the one that it was meant for: it must not form, open or skip anything. */
function useSettling(key: string, steady: HostContextValue['steady']): boolean {
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), settlingMs);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => {
    steady.current = settled === key;
  }, [settled, key, steady]);
  return settled !== key;
}

/** Sends the command of an action, or opens the question that it needs first. */
export function act(action: NextAction, { send, open, view, client, snapshot, steady }: HostContextValue): void {
  if (!steady.current) return;
  const command = commandOf(action);
  if (command !== undefined) {
    if (!isUnderWay(snapshot, command.kind)) send(command);
  } else if (action.kind === 'addSlots') open({ kind: 'addSlot' });
  else if (action.kind === 'endWorkshop') open({ kind: 'end' });
  else if (action.kind === 'takeReport') open({ kind: 'report' });
  else if (startIsFar(view, client.serverNow())) open({ kind: 'start' });
  else send({ kind: 'StartAgenda', plan: 'asPlanned' });
}

function labelOf(action: NextAction, view: HostView, words: HostText, language: Language): string {
  if (action.kind === 'presentGroup') {
    const group = view.groups.find((one) => one.id === action.groupId);
    return words.do_presentGroup(group === undefined ? '' : groupNickname(group, language));
  }
  return words[`do_${action.kind}`];
}

function hintOf(action: NextAction, { view, client }: HostContextValue, words: HostText): string | undefined {
  switch (action.kind) {
    case 'bringBack': {
      const left = remainingMs(view.agenda.run, client.serverNow()) ?? 0;
      return action.early ? words.groupsStillHave(formatMinutes(Math.ceil(left / MINUTE_MS))) : words.timeIsUp;
    }
    case 'formGroups': {
      const people = Object.values(view.people).filter((person) => person.role === 'participant').length;
      return words.peopleInGroups(people, view.groups.length);
    }
    case 'openBreakout': {
      const withoutRoom = view.groups.filter((group) => group.roomUrl === '').length;
      return withoutRoom === 0 ? words.openHint : words.groupsWithoutRoom(withoutRoom);
    }
    case 'presentGroup': {
      const work = Object.values(view.breakouts).findLast((breakout) => breakout.works[action.groupId])?.works[
        action.groupId
      ];
      return work?.outcome.kind === 'submitted' ? undefined : words.nothingSubmittedYet;
    }
    default:
      return undefined;
  }
}
