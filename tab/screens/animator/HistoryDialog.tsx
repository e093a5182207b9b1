import './HistoryDialog.css';
import { useEffect, useState } from 'react';
import type { GroupChange } from '../../../shared/views/groupHistory.ts';
import type { KeyIdeaVersion } from '../../../shared/views/keyIdeaHistory.ts';
import type { AnswerView } from '../../../shared/views/views.ts';
import type { ApiReply } from '../../net/api.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { themeWords } from '../../text/themes.ts';
import { KeyIdeaChangeItem, ThemesChangeItem } from './HistoryItems.tsx';

export type ReadHistory = () => Promise<ApiReply<readonly GroupChange[]>>;

/** What a version can be restored into. */
export interface Restoring {
  /** What it says now; absent for an idea that was deleted: restoring writes it anew. */
  readonly now?: KeyIdeaVersion;
  readonly restore: (version: KeyIdeaVersion) => void;
}

interface HistoryDialogProps {
  readonly read: ReadHistory;
  readonly timeZone: string;
  /** Of one idea alone; absent: of all that the group had. */
  readonly keyIdeaId?: string;
  readonly answers: Readonly<Record<string, AnswerView>>;
  /** Undefined for an idea that stands still: nothing can be restored there. */
  readonly restoreIn: (keyIdeaId: string) => Restoring | undefined;
  readonly onClose: () => void;
}

/** Who changed what, when, and what it said before and after: the newest first. Asked for whenever `read` is another one. */
export function HistoryDialog({ read, timeZone, keyIdeaId, answers, restoreIn, onClose }: HistoryDialogProps) {
  const words = useText(themeWords);
  const { language } = useLanguage();
  const [reply, setReply] = useState<ApiReply<readonly GroupChange[]>>();
  useEffect(() => {
    let left = false;
    void read().then((answer) => {
      if (!left) setReply(answer);
    });
    return () => {
      left = true;
    };
  }, [read]);
  const isAsked = (change: GroupChange): boolean =>
    keyIdeaId === undefined || (change.kind !== 'themesArranged' && change.keyIdeaId === keyIdeaId);
  const changes = reply?.ok ? reply.value.filter(isAsked).toReversed() : [];
  return (
    <Dialog open wide title={keyIdeaId === undefined ? words.historyOfAll : words.historyOf} onClose={onClose}>
      {reply === undefined ? <p role="status">{words.reading}</p> : null}
      {reply?.ok === false ? (
        <Notice tone="alert">
          <p>{describeHttpProblem(reply.problem, language)}</p>
        </Notice>
      ) : null}
      {reply?.ok && changes.length === 0 ? <p>{words.historyEmpty}</p> : null}
      <ol className="history">
        {changes.map((change) =>
          change.kind === 'themesArranged' ? (
            <ThemesChangeItem key={change.version} change={change} timeZone={timeZone} />
          ) : (
            <KeyIdeaChangeItem
              key={`${change.version} ${change.keyIdeaId}`}
              change={change}
              timeZone={timeZone}
              answers={answers}
              restoring={restoreIn(change.keyIdeaId)}
            />
          ),
        )}
      </ol>
    </Dialog>
  );
}
