import { type FormEvent, useState } from 'react';
import type { Me } from '../../../shared/views/views.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { AskedAttribute } from '../../../shared/workshop/people/asked.ts';
import type { PendingCommand, WorkshopClient } from '../../net/client.ts';
import { AttributeFields, answersTo } from '../../parts/AttributeFields.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { joinWords } from '../../text/join.ts';
import { useText } from '../../text/language.tsx';
import { participantWords } from '../../text/participant.ts';

interface MyDetailsProps {
  readonly client: WorkshopClient;
  readonly me: Me;
  readonly asked: readonly AskedAttribute[];
  readonly unseen: readonly PendingCommand[];
}

/** What one said of oneself, folded away until it is to be put right. */
export function MyDetails(props: MyDetailsProps) {
  const words = useText(participantWords);
  const [editing, setEditing] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const isSaving = props.unseen.some(({ command }) => command.kind === 'ReviseMyself');
  return (
    <div className="my-details">
      {editing ? (
        <DetailsForm
          {...props}
          onClose={(saved) => {
            setEditing(false);
            setIsDone(saved);
          }}
        />
      ) : (
        <Button variant="quiet" onClick={() => setEditing(true)}>
          <Icon name="edit" />
          {words.myDetails}
        </Button>
      )}
      <p className="my-details__saved" role="status">
        {isDone && !editing ? (isSaving ? words.sending : words.detailsSaved) : null}
      </p>
    </div>
  );
}

function DetailsForm({ client, me, asked, onClose }: MyDetailsProps & { readonly onClose: (saved: boolean) => void }) {
  const words = useText(participantWords);
  const join = useText(joinWords);
  const [name, setName] = useState(me.name);
  const [organisation, setOrganisation] = useState(me.organisation);
  const [attributes, setAttributes] = useState(me.attributes ?? {});
  const [isMissing, setIsMissing] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(name.trim() === '');
    if (name.trim() === '') return;
    client.send({
      kind: 'ReviseMyself',
      name: name.trim(),
      organisation: organisation.trim(),
      ...(asked.length === 0 ? {} : { attributes: answersTo(asked, attributes) }),
    });
    onClose(true);
  };
  return (
    <form className="my-details__form" onSubmit={save} noValidate>
      <h2>{words.myDetails}</h2>
      <Field
        label={join.name}
        value={name}
        error={isMissing ? join.nameMissing : undefined}
        maxLength={limits.nameChars}
        autoComplete="name"
        autoFocus
        required
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={
          <>
            {join.organisation} <span className="field__optional">{join.optional}</span>
          </>
        }
        value={organisation}
        maxLength={limits.nameChars}
        autoComplete="organization"
        onChange={(event) => setOrganisation(event.target.value)}
      />
      <AttributeFields asked={asked} values={attributes} onChange={setAttributes} />
      <div className="my-details__actions">
        <Button variant="quiet" onClick={() => onClose(false)}>
          {words.cancel}
        </Button>
        <Button type="submit" variant="primary">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
