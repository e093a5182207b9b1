import { type Manifest, textsIn } from '../manifest.ts';

/** Texts that are read by people, by their place. */
const shown =
  /^\/(?:(?:name|description)\/\w+|staticTabs\/\d+\/name|bots\/0\/commandLists\/\d+\/commands\/\d+\/(?:title|description))$/;

/** "/bots/0/commandLists/1/commands/2/title" → "bots[0].commandLists[1].commands[2].title", as language files name it. */
const keyOf = (place: string): string =>
  place
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');

/** What people read of the app, by the keys of language files. */
function wordsOf(manifest: Manifest): ReadonlyMap<string, string> {
  return new Map([...textsIn(manifest)].flatMap(([place, text]) => (shown.test(place) ? [[keyOf(place), text]] : [])));
}

/** Microsoft lets no other publisher's app bear these names. */
const notOurs = /\b(?:microsoft|teams)\b/i;

/** What is shown: complete in every language, without a gap left by the template. */
export function wordProblems(
  manifest: Manifest,
  languages: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly string[] {
  const words = wordsOf(manifest);
  return [
    ...textProblems('manifest.json', manifest),
    ...(notOurs.test(`${manifest.name.short} ${manifest.name.full}`)
      ? ['/name: must not name Microsoft or Teams']
      : []),
    ...[...languages].flatMap(([file, texts]) => [
      ...textProblems(file, texts),
      ...[...words.keys()].filter((key) => texts[key] === undefined).map((key) => `${file}: lacks "${key}"`),
      ...Object.keys(texts)
        .filter((key) => key !== '$schema' && !words.has(key))
        .map((key) => `${file}: "${key}" translates nothing`),
    ]),
  ];
}

function textProblems(file: string, value: unknown): readonly string[] {
  return [...textsIn(value)].flatMap(([place, text]) => {
    if (text.includes('${{')) return [`${file} ${place}: ${text} was not filled in`];
    return text.trim() === text && text !== '' ? [] : [`${file} ${place}: is blank, or has blanks around it`];
  });
}
