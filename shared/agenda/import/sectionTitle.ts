import { colon, general, numbering, outsideQuotes } from './cutComment.ts';
import { readDates } from './readDates.ts';
import { trimEdges } from './readItem.ts';
import { folded, type RichText } from './richText.ts';

/** "2. PASTILLE : focus sur … (12h à 12h20)" → title "PASTILLE", subtitle "focus sur …". */
export const readSectionTitle = (head: RichText): { readonly title: string; readonly subtitle: string } => {
  const text = trimEdges(head).text.replace(numbering, '').trim();
  // "Jour 1 – jeudi 27 août 2026": the day comes after the name, as hours do.
  const day = text.length < 200 ? readDates(text).find((mark) => mark.from > 2) : undefined;
  if (day) {
    const name = text.slice(0, day.from).replace(/(?:[\s:,;–—(-]|\s(?:du|le|on|the)\s?)+$/iu, '');
    if (/\p{L}{2}/u.test(name)) return { title: name, subtitle: text.slice(name.length).replace(/^[\s:,;–—-]+/u, '') };
  }
  const at = outsideQuotes(text, colon);
  const keep = at < 0 || general.test(folded(text.slice(0, at))) || /^(?:jour|day|journ[ée]e)\b/i.test(text);
  const title = (keep ? text : text.slice(0, at)).replace(/[\s:;,–—-]+$/u, '').slice(0, 200);
  return { title, subtitle: keep ? text.slice(200) : text.slice(at).replace(/^[\s:]+/u, '') };
};
