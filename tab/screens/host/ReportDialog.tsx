import { useState } from 'react';
import { wallPage } from '../../../shared/protocol/http.ts';
import type { ApiReply } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { hostWords } from '../../text/host.ts';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { type ReportFormat, useHost } from './hostContext.ts';

/** The report, at any moment: what is known now. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { services } = useHost();
  const words = useText(hostWords);
  const ofDialog = useText(hostDialogWords);
  const { language } = useLanguage();
  const [underWay, setUnderWay] = useState<ReportFormat>();
  const [reply, setReply] = useState<ApiReply<unknown>>();
  const take = async (format: ReportFormat) => {
    setUnderWay(format);
    setReply(undefined);
    setReply(await services.takeReport(format));
    setUnderWay(undefined);
  };
  return (
    <Dialog open title={words.report} onClose={onClose}>
      <p>{ofDialog.reportHint}</p>
      <div className="panel__tools">
        <Button variant="primary" busy={underWay === 'markdown'} onClick={() => void take('markdown')}>
          <Icon name="download" />
          {ofDialog.reportMarkdown}
        </Button>
        <Button busy={underWay === 'json'} onClick={() => void take('json')}>
          <Icon name="download" />
          {ofDialog.reportJson}
        </Button>
      </div>
      <p>
        <small>
          {ofDialog.reportAcross}{' '}
          <a href={wallPage} target="_blank" rel="noopener">
            {ofDialog.reportAcrossLink}
          </a>
        </small>
      </p>
      {reply &&
        (reply.ok ? (
          <Notice tone="ok">
            <p>{ofDialog.reportTaken}</p>
          </Notice>
        ) : (
          <Notice tone="alert">
            <p>{describeHttpProblem(reply.problem, language)}</p>
          </Notice>
        ))}
    </Dialog>
  );
}
