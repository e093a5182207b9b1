import { useCallback, useEffect, useState } from 'react';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { ApiProblem } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { LinksList } from '../../parts/LinksList.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { useHost } from './hostContext.ts';

/** The links, asked for when they are shown: their secrets stand in no view. */
export function LinksDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, view, services, send } = useHost();
  const words = useText(hostWords);
  const ofGroups = useText(hostGroupWords);
  const { language } = useLanguage();
  const [links, setLinks] = useState<readonly SharedLink[]>();
  const [problem, setProblem] = useState<ApiProblem>();
  const read = useCallback(async () => {
    const reply = await services.links();
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setLinks(reply.value);
  }, [services]);
  useEffect(() => {
    void read();
  }, [read]);
  const change = async (command: Command) => {
    await client.settled(send(command));
    await read();
  };
  // A door that was closed for good by mistake can be opened again: what is revoked stands in no list of links.
  const participantLinks = Object.values(view.links).filter((link) => link.role === 'participant');
  const closedLink = participantLinks.every((link) => link.revoked) ? participantLinks[0] : undefined;
  return (
    <Dialog open wide title={words.links} onClose={onClose}>
      {problem && (
        <Notice tone="alert" actions={<Button onClick={() => void read()}>{words.retry}</Button>}>
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      {links === undefined && problem === undefined && <p role="status">{words.reading}</p>}
      {links && closedLink && (
        <Notice
          tone="warn"
          actions={
            <Button onClick={() => void change({ kind: 'RenewLink', linkId: closedLink.id })}>
              {ofGroups.reopenDoor}
            </Button>
          }
        >
          <p>{ofGroups.doorClosed}</p>
        </Notice>
      )}
      {links && (
        <LinksList
          title={view.title}
          date={view.date}
          links={links}
          groups={view.groups}
          onRenew={(linkId) => void change({ kind: 'RenewLink', linkId })}
          onRevoke={(linkId) => void change({ kind: 'RevokeLink', linkId })}
        />
      )}
    </Dialog>
  );
}
