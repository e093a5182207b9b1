import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { WorkshopClient } from '../../net/client.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import type { HistoryOf } from '../animator/KeyIdeasPanel.tsx';

interface NamedAnimatorProps {
  readonly client: WorkshopClient;
  readonly history: HistoryOf;
  readonly onForget: (() => void) | undefined;
  readonly banner: ReactNode;
  /** Named while the page was open. */
  readonly isNew: boolean;
}
type Desk = ComponentType<Omit<NamedAnimatorProps, 'banner'>>;

/**
 * The animator's page for a participant who was named to run a group: on this page, with the connection, the drafts and the
 * identity that are there, also in a browser that stores nothing. Nobody else's phone loads it.
 */
export function NamedAnimator({ banner, ...desk }: NamedAnimatorProps) {
  const words = useText(joinWords);
  const [loaded, setLoaded] = useState<{ readonly Desk: Desk }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const load = () => {
      setFailed(false);
      import('../animator/AnimatorPage.tsx').then(
        ({ AnimatorPage }) => setLoaded({ Desk: AnimatorPage }),
        () => setFailed(true),
      );
    };
    load();
    addEventListener('online', load);
    return () => removeEventListener('online', load);
  }, []);
  if (loaded !== undefined) return <loaded.Desk {...desk} />;
  return (
    <Page title="Aparté" banner={banner}>
      {failed ? (
        <Notice
          tone="warn"
          title={words.unreachableTitle}
          actions={
            <Button variant="primary" onClick={() => location.reload()}>
              {words.retry}
            </Button>
          }
        >
          <p>{words.unreachable}</p>
        </Notice>
      ) : (
        <p className="boot" role="status">
          {words.opening}
        </p>
      )}
    </Page>
  );
}
