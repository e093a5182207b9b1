import './ConnectionBanner.css';
import type { Refusal } from '../../shared/protocol/messages.ts';
import type { ClientSnapshot } from '../net/client.ts';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Notice } from './Notice.tsx';

const refusalWords = {
  identity_unknown: ['refusedUnknownTitle', 'refusedUnknown'],
  access_revoked: ['refusedRevokedTitle', 'refusedRevoked'],
  outdated: ['refusedOutdatedTitle', 'refusedOutdated'],
} as const satisfies Readonly<Record<Refusal, readonly [string, string]>>;

/** What the connection means for the person: nothing while all is well, what is kept and what to do otherwise. */
export function ConnectionBanner({
  snapshot,
  onForget,
}: {
  readonly snapshot: ClientSnapshot;
  /** Forgets who this device was, for a server that no longer knows it: the page then asks for a name again. */
  readonly onForget?: () => void;
}) {
  const words = useText(clockWords);
  const { status, pending } = snapshot;
  if (status.kind === 'refused') {
    const [title, text] = refusalWords[status.refusal];
    return (
      <div className="connection connection--refused">
        <Notice
          tone="alert"
          title={words[title]}
          actions={
            <Button
              onClick={() => {
                if (status.refusal === 'identity_unknown') onForget?.();
                location.reload();
              }}
            >
              <Icon name="refresh" />
              {status.refusal === 'identity_unknown' ? words.joinAgain : words.reload}
            </Button>
          }
        >
          <p>{words[text]}</p>
        </Notice>
      </div>
    );
  }
  const { kind } = snapshot.view ?? {};
  const meaning =
    kind === 'display' ? words.offlineAct : kind === 'host' || kind === 'animator' ? words.offlineLead : words.offline;
  return (
    <div className="connection" role="status">
      {status.kind === 'offline' ? (
        <p className="connection__offline">
          <Icon name="warning" />
          <span>
            <strong>{words.offlineTitle}</strong> <span>{meaning}</span>
            {pending.length > 0 ? <> {words.waitingCount(pending.length)}</> : null}
          </span>
        </p>
      ) : status.kind === 'connecting' && snapshot.view !== undefined ? (
        <p className="connection__connecting">{words.connecting}</p>
      ) : null}
    </div>
  );
}
