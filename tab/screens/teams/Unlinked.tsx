import { type FormEvent, lazy, Suspense, useState } from 'react';
import type { ApiProblem } from '../../net/api.ts';
import { type TeamsEntry, type TeamsUnlinked, tokenIn } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useTeams } from '../../parts/teamsContext.ts';
import { joinWords } from '../../text/join.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { teamsWords } from '../../text/teams.ts';
import { OwnWorkshops } from './OwnWorkshops.tsx';

const FoundHere = lazy(async () => ({ default: (await import('./FoundHere.tsx')).FoundHere }));

interface UnlinkedProps {
  readonly unlinked: TeamsUnlinked;
  readonly onEntry: (entry: TeamsEntry) => void;
  readonly onGuest: () => void;
}

/** No workshop takes place here: whoever leads the meeting links one, anyone else opens their own or types a code. */
export function Unlinked({ unlinked, onEntry, onGuest }: UnlinkedProps) {
  const words = useText(teamsWords);
  const opening = useText(joinWords).opening;
  const { language } = useLanguage();
  const isInMeeting = useTeams()?.place.meetingId !== undefined;
  const [founds, setFounds] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  /** A refusal is told here, with everything still at hand; anything else is the next step. */
  const follow = async (next: Promise<TeamsEntry>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const entry = await next;
    setBusy(false);
    if (entry.kind === 'refused') setProblem(entry.problem);
    else onEntry(entry);
  };
  if (founds) {
    return (
      <Suspense
        fallback={
          <p className="boot" role="status">
            {opening}
          </p>
        }
      >
        <FoundHere
          unlinked={unlinked}
          onFounded={(hostLink) => follow(unlinked.link(hostLink))}
          onBack={() => setFounds(false)}
        />
      </Suspense>
    );
  }
  return (
    <div className="teams">
      {problem && (
        <Notice tone="alert">
          <p>{describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      <OwnWorkshops
        workshops={unlinked.workshops}
        busy={busy}
        onOpen={(workshopId) => void follow(unlinked.open(workshopId))}
        {...(unlinked.mayLink ? { onLink: (workshopId: string) => void follow(unlinked.linkOwn(workshopId)) } : {})}
      />
      {unlinked.mayLink ? (
        <>
          <LinkForm busy={busy} onLink={(hostLink) => void follow(unlinked.link(hostLink))} />
          <section className="teams__form">
            <h2>{words.createTitle}</h2>
            <Button onClick={() => setFounds(true)}>{words.create}</Button>
          </section>
        </>
      ) : (
        <section className="teams__form">
          <h2>{isInMeeting ? words.unlinkedTitle : words.outsideTitle}</h2>
          <p>{isInMeeting ? words.unlinked : words.outside}</p>
        </section>
      )}
      <Button variant={unlinked.mayLink ? 'quiet' : 'primary'} onClick={onGuest}>
        {words.enterCode}
      </Button>
    </div>
  );
}

function LinkForm({ busy, onLink }: { readonly busy: boolean; readonly onLink: (hostLink: string) => void }) {
  const words = useText(teamsWords);
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(tokenIn(typed) === '');
    if (tokenIn(typed) !== '') onLink(typed);
  };
  return (
    <form className="teams__form" onSubmit={submit} noValidate>
      <h2>{words.linkTitle}</h2>
      <p>{words.linkIntro}</p>
      <Field
        label={words.hostLink}
        hint={words.hostLinkHint}
        value={typed}
        error={missing ? words.hostLinkMissing : undefined}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {words.link}
      </Button>
    </form>
  );
}
