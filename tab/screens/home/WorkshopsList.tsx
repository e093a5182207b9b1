import { useCallback, useEffect, useState } from 'react';
import { type WorkshopListing, wallPage } from '../../../shared/protocol/http.ts';
import type { ApiProblem } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import { dateLocale, longDate } from '../../parts/formatTime.ts';
import { Notice } from '../../parts/Notice.tsx';
import { acrossWords } from '../../text/across.ts';
import { homeWords } from '../../text/home.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import type { SetupApi } from './SetupPage.tsx';

/** Workshops of this server, newest first. */
export function WorkshopsList({ setUpKey, api }: { readonly setUpKey: string; readonly api: SetupApi }) {
  const words = useText(homeWords);
  const ofWall = useText(acrossWords);
  const { language } = useLanguage();
  const [listings, setListings] = useState<readonly WorkshopListing[]>();
  const [problem, setProblem] = useState<ApiProblem>();
  const read = useCallback(async () => {
    const reply = await api.workshops(setUpKey);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setListings(reply.value);
  }, [api, setUpKey]);
  useEffect(() => {
    void read();
  }, [read]);
  return (
    <section className="setup__list" aria-labelledby="workshops-title">
      <h2 id="workshops-title">{words.workshops}</h2>
      {problem && (
        <Notice tone="alert" actions={<Button onClick={() => void read()}>{words.retry}</Button>}>
          <p>{problem.code === 'denied' ? words.keyDenied : describeHttpProblem(problem, language)}</p>
        </Notice>
      )}
      {listings === undefined && problem === undefined && <p role="status">{words.reading}</p>}
      {listings?.length === 0 && <p className="setup__empty">{words.noWorkshops}</p>}
      {listings && listings.length > 0 && (
        <ul className="setup__workshops">
          {listings.map((listing) => (
            <li key={listing.workshopId}>
              <a href={listing.hostUrl}>{listing.title}</a>
              <small>
                {listing.date ? longDate(listing.date, language) : words.noDate}
                {' · '}
                {words.lastActivity(
                  new Date(listing.lastEventAt).toLocaleString(dateLocale[language], {
                    dateStyle: 'short',
                    timeStyle: 'short',
                  }),
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
      {listings && listings.length > 0 && (
        <p>
          <a href={`${wallPage}#${encodeURIComponent(setUpKey)}`}>{ofWall.openAcross}</a>
          <br />
          <small>{ofWall.openAcrossHint}</small>
        </p>
      )}
    </section>
  );
}
