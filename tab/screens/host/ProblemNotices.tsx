import { Button } from '../../parts/Button.tsx';
import { CopyButton } from '../../parts/CopyField.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeProblem } from '../../text/problems.ts';
import { useHost } from './hostContext.ts';
import { isCalm } from './problemTone.ts';
import './ProblemNotices.css';

/**
 * Commands that had no effect: why, and the words that they carried. They lie over the page instead of pushing it down:
 * nothing may move under a finger that is about to press.
 */
export function ProblemNotices() {
  const { client, snapshot } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const notices = snapshot.failed.map(({ commandId, command, problem }) => (
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
  return notices.length === 0 ? null : <div className="problem-notices">{notices}</div>;
}
