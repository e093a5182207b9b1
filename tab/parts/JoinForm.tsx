import './JoinForm.css';
import { type FormEvent, useRef, useState } from 'react';
import type { Candidate, Claim, Invitation } from '../../shared/protocol/http.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { ApiProblem } from '../net/api.ts';
import type { JoinNeeded, OpenSession } from '../net/openSession.ts';
import { joinWords } from '../text/join.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { describeHttpProblem } from '../text/problems.ts';
import { AttributeFields, answersTo } from './AttributeFields.tsx';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { WhoAreYou } from './WhoAreYou.tsx';

interface JoinFormProps {
  readonly needed: Pick<JoinNeeded, 'invitation' | 'suggested' | 'join'>;
  readonly onJoined: (session: OpenSession) => void;
  /** Below the button: what coming in means. Usually that no account is needed. */
  readonly hint?: string;
}

/** A name: all that anyone must say. Pressing again after a problem joins once. */
export function JoinForm({ needed, onJoined, hint }: JoinFormProps) {
  const words = useText(joinWords);
  const { language } = useLanguage();
  const [name, setName] = useState(needed.suggested.name);
  const [organisation, setOrganisation] = useState(needed.suggested.organisation);
  const asked = needed.invitation.attributes ?? [];
  const [attributes, setAttributes] = useState(needed.suggested.attributes ?? {});
  const [joining, setJoining] = useState(false);
  const [nameError, setNameError] = useState<string>();
  const [problem, setProblem] = useState<ApiProblem>();
  /** Who they may be of the people who are expected. */
  const [candidates, setCandidates] = useState<readonly Candidate[]>();
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
    if (error === undefined) await join();
    else nameField.current?.focus();
  };
  const join = async (claim?: Claim) => {
    setJoining(true);
    setProblem(undefined);
    const newcomer = {
      name: name.trim(),
      organisation: organisation.trim(),
      ...(asked.length === 0 ? {} : { attributes: answersTo(asked, attributes) }),
    };
    const joined = await needed.join(newcomer, claim);
    setJoining(false);
    if (!joined.ok) setProblem(joined.problem);
    else if (joined.value.kind === 'open') onJoined(joined.value);
    else setCandidates(joined.value.candidates);
  };

  if (candidates !== undefined) {
    return (
      <WhoAreYou
        candidates={candidates}
        problem={problem}
        joining={joining}
        onClaim={(claim) => void join(claim)}
        onCorrect={() => setCandidates(undefined)}
      />
    );
  }
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
            {words.organisation} <span className="field__optional">{words.optional}</span>
          </>
        }
        value={organisation}
        maxLength={limits.nameChars}
        autoComplete="organization"
        enterKeyHint={asked.length === 0 ? 'go' : 'next'}
        onChange={(event) => setOrganisation(event.target.value)}
      />
      <AttributeFields asked={asked} values={attributes} onChange={setAttributes} />
      {problem === undefined ? null : (
        <Notice tone="alert">
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      <Button type="submit" variant="primary" className="join__go" busy={joining}>
        {joining ? words.joining : words.join}
      </Button>
      <p className="join__hint">{hint ?? words.noAccount}</p>
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
