import { rolePages } from '../../../shared/protocol/http.ts';

/** Where what was typed leads: a code to the participants' page, a pasted link to its own page. */
export function addressOf(typed: string, origin: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (URL.canParse(text)) {
    const link = new URL(text);
    // Only this server's own pages: a code box is no way out to elsewhere.
    return link.origin === origin && link.hash !== '' ? `${link.pathname}${link.hash}` : undefined;
  }
  return `${rolePages.participant}#${encodeURIComponent(text.toUpperCase())}`;
}
