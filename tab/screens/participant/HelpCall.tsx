import { useState } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import type { PendingCommand, WorkshopClient } from '../../net/client.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

interface HelpCallProps {
  readonly client: WorkshopClient;
  readonly place: { readonly slotId: string; readonly groupId: string };
  readonly called: boolean;
  readonly unseen: readonly PendingCommand[];
}

/** Calls the plenary host for the whole group. Small: it is there for the day when nothing else works. */
export function HelpCall({ client, place, called, unseen }: HelpCallProps) {
  const words = useText(participantWords);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const isCalled = called || unseen.some(({ command }) => command.kind === 'CallForHelp');
  return (
    <div className="help-call">
      <div role="status">
        {isCalled ? (
          <p className="help-call__done">
            <Icon name="check" />
            {words.helpCalled}
          </p>
        ) : null}
      </div>
      {isCalled ? null : open ? (
        <form
          className="help-call__form"
          onSubmit={(event) => {
            event.preventDefault();
            client.send({ kind: 'CallForHelp', ...place, text: text.trim() });
            setOpen(false);
            setText('');
          }}
        >
          <h3>{words.helpTitle}</h3>
          <Field
            label={words.helpLabel}
            value={text}
            maxLength={limits.announcementChars}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="help-call__actions">
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {words.cancel}
            </Button>
            <Button type="submit">{words.helpSend}</Button>
          </div>
        </form>
      ) : (
        <Button variant="quiet" onClick={() => setOpen(true)}>
          <Icon name="help" />
          {words.help}
        </Button>
      )}
    </div>
  );
}
