import { useState } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import type { DeskProps } from './AnimatorDesk.tsx';

/** Her line to the host; and the calls that people of her group made. */
export function HelpPanel({ client, view, breakout, unseen }: DeskProps & { readonly unseen: Unseen }) {
  const words = useText(animatorWords);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const place = { slotId: breakout.slotId, groupId: view.group.id };
  const { helpCall } = breakout.work;
  const calling = unseen.unseen.some(({ command }) => command.kind === 'CallForHelp');
  const answering = unseen.unseen.some(({ command }) => command.kind === 'AnswerHelp');
  if ((helpCall !== undefined || calling) && !answering) {
    return (
      <Notice
        tone="warn"
        title={words.helpPending}
        actions={<Button onClick={() => client.send({ kind: 'AnswerHelp', ...place })}>{words.helpDone}</Button>}
      >
        {helpCall?.byName === undefined ? null : <p>{words.helpBy(helpCall.byName)}</p>}
        {helpCall === undefined || helpCall.text === '' ? null : <p>{helpCall.text}</p>}
      </Notice>
    );
  }
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)}>
        <Icon name="help" />
        {words.help}
      </Button>
    );
  }
  return (
    <form
      className="help-form"
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
      <div className="help-form__actions">
        <Button variant="quiet" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
        <Button type="submit" variant="primary">
          {words.helpSend}
        </Button>
      </div>
    </form>
  );
}
