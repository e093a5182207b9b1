import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { Button } from '../../parts/Button.tsx';
import { useBell } from '../../parts/bell.ts';
import { ConnectionBanner } from '../../parts/ConnectionBanner.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Page } from '../../parts/Page.tsx';
import { clockWords } from '../../text/clock.ts';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useText } from '../../text/language.tsx';
import { AgendaPanel } from './AgendaPanel.tsx';
import { AnnouncePanel } from './AnnouncePanel.tsx';
import { BreakoutPanel } from './BreakoutPanel.tsx';
import type { Preparation } from './builder/useBuilder.ts';
import { ConsoleDialogs } from './ConsoleDialogs.tsx';
import { HelpBanner } from './HelpBanner.tsx';
import { type ConsoleDialog, HostContext, type HostContextValue, type HostServices, useHost } from './hostContext.ts';
import { NowPanel } from './NowPanel.tsx';
import { breakoutBefore, breakoutInFocus, restitutionInFocus } from './nextAction.ts';
import { ProblemNotices } from './ProblemNotices.tsx';
import { RestitutionPanel } from './RestitutionPanel.tsx';
import { StageButton } from './StageButton.tsx';
import { UndeliveredNotice } from './UndeliveredNotice.tsx';
import { useShortcuts, useShortcutsPreference } from './useShortcuts.ts';
import './HostConsole.css';

interface HostConsoleProps {
  readonly client: WorkshopClient;
  readonly services: HostServices;
  readonly onForget?: () => void;
  /** The dialog open at first. */
  readonly opened?: ConsoleDialog;
  /** The group that a link led to: its dialog opens once it works. */
  readonly groupId?: string;
}

/** The console of the plenary host: the clock, the next thing to do, the groups, the agenda. */
export function HostConsole({ client, services, onForget, opened, groupId }: HostConsoleProps) {
  const snapshot = useSnapshot(client);
  const words = useText(hostWords);
  const [dialog, open] = useState<ConsoleDialog | undefined>(opened);
  const shortcuts = useShortcutsPreference();
  const send = useCallback((command: Command) => client.send(command), [client]);
  const steady = useRef(true);
  const [preparations] = useState(() => new Map<string, Preparation>());
  const view = snapshot.view?.kind === 'host' ? snapshot.view : undefined;
  const host = useMemo<HostContextValue | undefined>(
    () => (view === undefined ? undefined : { client, services, snapshot, view, send, open, steady, preparations }),
    [client, services, snapshot, view, send, preparations],
  );
  useShortcuts(host, shortcuts.on);
  const connection = <ConnectionBanner snapshot={snapshot} {...(onForget === undefined ? {} : { onForget })} />;
  if (host === undefined) {
    return (
      <Page title="Aparté" width="wide" banner={connection}>
        <p className="boot" role="status">
          {words.opening}
        </p>
      </Page>
    );
  }
  return (
    <HostContext value={host}>
      <Page title={host.view.title} width="wide" aside={<ConsoleTools />} banner={connection}>
        <Panels />
        {groupId !== undefined && <LinkedGroup groupId={groupId} />}
        {dialog && <ConsoleDialogs dialog={dialog} shortcuts={shortcuts} />}
      </Page>
    </HostContext>
  );
}

/** Opens the dialog of the group that a link led to, once. */
function LinkedGroup({ groupId }: { readonly groupId: string }) {
  const { view, open } = useHost();
  const slotId = breakoutInFocus(view)?.id;
  const isThere = slotId !== undefined && view.breakouts[slotId]?.works[groupId] !== undefined;
  useEffect(() => {
    if (isThere) open({ kind: 'group', slotId, groupId });
  }, [isThere, slotId, groupId, open]);
  return null;
}

function Panels() {
  const { view } = useHost();
  const breakout = breakoutInFocus(view);
  const restitution = restitutionInFocus(view);
  const restituting = restitution?.startedAt !== undefined && restitution.endedAt === undefined;
  // While groups are away, words to them come first; else the agenda does.
  const away = Object.values(view.breakouts).some((one) => one.phase.kind === 'open');
  const groups = breakout && <BreakoutPanel slot={breakout} />;
  // Before there are groups to present, the restitution would only take room.
  const presentable = restitution && (restituting || breakoutBefore(view, restitution.id) !== undefined);
  const plenary = presentable && <RestitutionPanel slot={restitution} />;
  return (
    <div className={away ? 'console console--away' : 'console'}>
      <div className="console__notices">
        <HelpBanner />
        <UndeliveredNotice />
        <ProblemNotices />
      </div>
      <div className="console__main">
        <NowPanel />
        {restituting ? plenary : groups}
        {restituting ? groups : plenary}
      </div>
      <div className="console__side">
        {away && <AnnouncePanel />}
        <AgendaPanel />
        {!away && view.agenda.run.kind !== 'ended' && <AnnouncePanel />}
      </div>
    </div>
  );
}

function ConsoleTools() {
  const { client, view, open } = useHost();
  const words = useText(hostWords);
  const ofGroups = useText(hostGroupWords);
  const clock = useText(clockWords);
  const bell = useBell(client, view.agenda.run);
  const connected = Object.values(view.people).filter((person) => person.role !== 'display' && person.connected);
  return (
    <>
      <StageButton />
      <Button variant="quiet" aria-label={words.links} onClick={() => open({ kind: 'links' })}>
        <Icon name="link" />
        <span className="console__word">{words.links}</span>
      </Button>
      <Button
        variant="quiet"
        aria-label={words.connectedPeople(connected.length)}
        onClick={() => open({ kind: 'people' })}
      >
        <Icon name="people" />
        {connected.length}
      </Button>
      <Menu
        variant="quiet"
        label={words.more}
        items={[
          { label: words.report, onSelect: () => open({ kind: 'report' }) },
          { label: words.options, onSelect: () => open({ kind: 'options' }) },
          { label: ofGroups.editGroups, onSelect: () => open({ kind: 'groups' }) },
          { label: bell.muted ? clock.unmuteBell : clock.muteBell, onSelect: bell.toggle },
          { label: words.shortcuts, onSelect: () => open({ kind: 'shortcuts' }) },
          {
            label: words.do_endWorkshop,
            danger: true,
            disabled: view.agenda.run.kind === 'ended',
            onSelect: () => open({ kind: 'end' }),
          },
        ]}
      >
        <Icon name="settings" />
      </Menu>
    </>
  );
}
