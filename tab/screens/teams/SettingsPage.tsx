import { type FormEvent, useEffect, useState } from 'react';
import { rolePages, teamsPage } from '../../../shared/protocol/http.ts';
import { type ApiProblem, browserApi } from '../../net/api.ts';
import type { TeamsHost } from '../../net/teamsHost.ts';
import { linksOf, openTeams, type TeamsUnlinked, tokenIn } from '../../net/teamsSession.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import { teamsWords } from '../../text/teams.ts';
import { OwnWorkshops } from './OwnWorkshops.tsx';

type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'chosen'; readonly title: string }
  | { readonly kind: 'refused'; readonly why: ApiProblem | 'not_participants' };

/** What a pinned tab will show: it carries the participants' link, so that it opens without an account as well. */
export function SettingsPage({ host }: { readonly host: TeamsHost }) {
  const words = useText(teamsWords);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<Choice>({ kind: 'none' });
  const own = useOwnWorkshops(host);

  const choose = async (link: string): Promise<void> => {
    const token = tokenIn(link);
    if (token === '' || busy) return;
    setBusy(true);
    const reply = await browserApi.invitation(token);
    setBusy(false);
    const isGood = reply.ok && reply.value.role === 'participant';
    if (reply.ok && isGood) {
      const hash = `#${encodeURIComponent(token)}`;
      const { title } = reply.value;
      host.offerPinned({
        contentUrl: `${location.origin}${teamsPage}${hash}`,
        websiteUrl: `${location.origin}${rolePages.participant}${hash}`,
        name: title,
      });
      setChoice({ kind: 'chosen', title });
    } else {
      host.offerPinned(undefined);
      setChoice({ kind: 'refused', why: reply.ok ? 'not_participants' : reply.problem });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void choose(typed);
  };
  const chooseOwn = async (workshopId: string): Promise<void> => {
    setBusy(true);
    const links = await linksOf(host, workshopId);
    setBusy(false);
    const link = links?.find(({ role, medium }) => role === 'participant' && medium === 'link');
    if (link === undefined) setChoice({ kind: 'refused', why: { code: 'denied' } });
    else await choose(link.value);
  };
  const hosted = own?.workshops.filter(({ role }) => role === 'host') ?? [];
  return (
    <Page title="Aparté">
      <div className="teams">
        <form className="teams__form" onSubmit={submit} noValidate>
          <h2>{words.settingsTitle}</h2>
          <p>{words.settingsIntro}</p>
          <Field
            label={words.participantLink}
            hint={words.participantLinkHint}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {words.check}
          </Button>
        </form>
        {choice.kind === 'none' ? null : (
          <Notice tone={choice.kind === 'chosen' ? 'ok' : 'alert'}>
            <p>
              {choice.kind === 'chosen'
                ? words.chosen(choice.title)
                : choice.why === 'not_participants'
                  ? words.notParticipants
                  : describeHttpProblem(choice.why, language)}
            </p>
          </Notice>
        )}
        <OwnWorkshops workshops={hosted} busy={busy} onOpen={(workshopId) => void chooseOwn(workshopId)} />
      </div>
    </Page>
  );
}

/** Only silently: asking for consent here would load the page again. Without an account the link is typed. */
function useOwnWorkshops(host: TeamsHost): TeamsUnlinked | undefined {
  const [own, setOwn] = useState<TeamsUnlinked>();
  useEffect(() => {
    let left = false;
    void openTeams({ ...host, place: {} }, {}, 'silently').then((entry) => {
      if (!left && entry.kind === 'unlinked') setOwn(entry);
    });
    return () => {
      left = true;
    };
  }, [host]);
  return own;
}
