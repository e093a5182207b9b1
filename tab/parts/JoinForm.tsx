import './JoinForm.css';
import { type FormEvent, useRef, useState } from 'react';
import type { Invitation } from '../../shared/protocol/http.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { ApiProblem } from '../net/api.ts';
import type { JoinNeeded, OpenSession } from '../net/openSession.ts';
import { joinWords } from '../text/join.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { describeHttpProblem } from '../text/problems.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';

interface JoinFormProps {
  readonly needed: Pick<JoinNeeded, 'invitation' | 'suggested' | 'join'>;
  readonly onJoined: (session: OpenSession) => void;
}

/** A name and an organisation: all that is asked of anyone. Pressing again after a problem joins once. */
export function JoinForm({ needed, onJoined }: JoinFormProps) {
  const words = useText(joinWords);
  const { language } = useLanguage();
  const [name, setName] = useState(needed.suggested.name);
  const [organisation, setOrganisation] = useState(needed.suggested.organisation);
  const [joining, setJoining] = useState(false);
  const [nameError, setNameError] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem>();
  const nameField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (joining) return;
    const error =
      name.trim() === ''
        ? words.nameMissing
        : name.trim().length > limits.nameChars
          ? words.nameTooLong(limits.nameChars)
          : undefined;
    setNameError(error);
    if (error !== undefined) {
      nameField.current?.focus();
      return;
    }
    setJoining(true);
    setProblem(undefined);
    const joined = await needed.join({ name: name.trim(), organisation: organisation.trim() });
    setJoining(false);
    if (joined.ok) onJoined(joined.value);
    else setProblem(joined.problem);
  };

  return (
    <form className="join" onSubmit={submit} noValidate>
      <header>
        <p className="join__lead">{words.youJoin}</p>
        <h2 className="join__title">{needed.invitation.title}</h2>
        <RoleLine invitation={needed.invitation} />
      </header>
      <Field
        ref={nameField}
        label={words.name}
        value={name}
        error={nameError}
        autoComplete="name"
        autoCapitalize="words"
        enterKeyHint="next"
        required
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={
          <>
            {words.organisation} <span className="join__optional">{words.optional}</span>
          </>
        }
        value={organisation}
        maxLength={limits.nameChars}
        autoComplete="organization"
        enterKeyHint="go"
        onChange={(event) => setOrganisation(event.target.value)}
      />
      {problem === undefined ? null : (
        <Notice tone="alert">
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      <Button type="submit" variant="primary" className="join__go" busy={joining}>
        {joining ? words.joining : words.join}
      </Button>
      <p className="join__hint">{words.noAccount}</p>
    </form>
  );
}

function RoleLine({ invitation }: { readonly invitation: Invitation }) {
  const words = useText(joinWords);
  const { role, group } = invitation;
  const line = {
    host: words.asHost,
    animator: group === undefined ? words.asAnimator : words.asAnimatorOf(group.number, group.name),
    participant: words.asParticipant,
    display: words.asDisplay,
  }[role];
  return <p className="join__role">{line}</p>;
}
