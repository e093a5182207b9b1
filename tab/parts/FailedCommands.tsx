import './FailedCommands.css';
import type { Command } from '../../shared/workshop/commands.ts';
import type { FailedCommand, WorkshopClient } from '../net/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { participantWords } from '../text/participant.ts';
import { partsWords } from '../text/parts.ts';
import { describeProblem } from '../text/problems.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { useCopy } from './useCopy.ts';

interface FailedCommandsProps {
  readonly client: WorkshopClient;
  readonly failed: readonly FailedCommand[];
  /** Where the person is now: a text refused because they changed groups is sent anew to the new one. */
  readonly groupId?: string;
}

/** The text of a command in its author's words, if it carries one. */
const textOf = (command: Command): string | undefined =>
  'text' in command && command.text !== '' ? command.text : undefined;

/** What the server refused for good: the reason, the text, and what can be done with it. Nothing leaves by itself. */
export function FailedCommands({ client, failed, groupId }: FailedCommandsProps) {
  return (
    <>
      {failed.map((command) => (
        <Failed key={command.commandId} client={client} failed={command} groupId={groupId} />
      ))}
    </>
  );
}

function Failed({
  client,
  failed,
  groupId,
}: {
  readonly client: WorkshopClient;
  readonly failed: FailedCommand;
  readonly groupId: string | undefined;
}) {
  const words = useText(participantWords);
  const { language } = useLanguage();
  const { copyFailed } = useText(partsWords);
  const { copied, copy } = useCopy();
  const { command } = failed;
  const text = textOf(command);
  const retry = () => {
    client.send(command.kind === 'PostAnswer' && groupId !== undefined ? { ...command, groupId } : command);
    client.dismiss(failed.commandId);
  };
  return (
    <Notice
      tone="alert"
      title={words.failedTitle}
      actions={
        <>
          {text === undefined ? null : (
            <Button onClick={() => void copy(text)}>{copied ? words.copied : words.copy}</Button>
          )}
          <Button onClick={retry}>{words.retry}</Button>
          <Button variant="quiet" onClick={() => client.dismiss(failed.commandId)}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{describeProblem(failed.problem, language)}</p>
      {text === undefined ? null : <blockquote className="failed__text">{text}</blockquote>}
      {copied === false ? <p role="alert">{copyFailed}</p> : null}
    </Notice>
  );
}
