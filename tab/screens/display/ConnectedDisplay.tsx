import { useEffect, useState } from 'react';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import { browserApi } from '../../net/api.ts';
import type { OpenSession } from '../../net/openSession.ts';
import { DisplayPage } from './DisplayPage.tsx';

/** A renewed link must reach the wall while people are still scanning. */
const refreshMs = 60_000;

/** The display with the way in that it shows: the participants' link and code. */
export function ConnectedDisplay({ session }: { readonly session: OpenSession }) {
  const [links, setLinks] = useState<readonly SharedLink[]>([]);
  const { identity } = session;
  useEffect(() => {
    let left = false;
    const read = async () => {
      const reply = await browserApi.links(identity);
      if (!left && reply.ok) setLinks(reply.value);
    };
    void read();
    const timer = setInterval(read, refreshMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [identity]);
  return <DisplayPage client={session.client} links={links} onForget={session.forget} />;
}
