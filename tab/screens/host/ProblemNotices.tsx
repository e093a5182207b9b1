import type { Problem } from '../../../shared/protocol/messages.ts';
import type { RejectionCode } from '../../../shared/workshop/problems.ts';
import { Button } from '../../parts/Button.tsx';
import { CopyButton } from '../../parts/CopyField.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeProblem } from '../../text/problems.ts';
import { useHost } from './hostContext.ts';

/** What two hosts acting together is answered: nothing went wrong, the other one was quicker. */
const calmCodes: readonly RejectionCode[] = [
  'clock_changed',
  'slot_not_current',
  'slot_already_started',
  'agenda_already_started',
  'agenda_not_running',
  'agenda_not_paused',
  'breakout_already_open',
  'breakout_not_open',
  'no_help_call',
  'link_revoked',
  'person_unknown',
];

export const isCalm = (problem: Problem): boolean => problem.kind === 'rejected' && calmCodes.includes(problem.code);

/** Commands that had no effect: why, and the words that they carried. */
export function ProblemNotices() {
  const { client, snapshot } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  return snapshot.failed.map(({ commandId, command, problem }) => (
    <Notice
      key={commandId}
      tone={isCalm(problem) ? 'info' : 'warn'}
      actions={
        <>
          {'text' in command && <CopyButton text={command.text}>{words.copyText}</CopyButton>}
          <Button onClick={() => client.dismiss(commandId)}>{words.understood}</Button>
        </>
      }
    >
      <p>{describeProblem(problem, language)}</p>
      {'text' in command && <blockquote>{command.text}</blockquote>}
    </Notice>
  ));
}
