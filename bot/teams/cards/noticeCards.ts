import type { CommonView, DisplayView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import type { Group, Language } from '../../../shared/workshop/state.ts';
import { wordsOf } from '../words.ts';
import { type Card, card, cutText, spoken, typed, words } from './card.ts';

/** One sentence in large letters, and what to do about it. */
function notice(language: Language, title: string, hint: string, tone: 'warning' | 'attention' | 'emphasis'): Card {
  return card({
    language,
    speak: spoken(title, hint),
    body: [
      {
        type: 'Container',
        style: tone,
        bleed: true,
        items: [words(title, { size: 'large', weight: 'bolder' }), words(hint, { spacing: 'none' })],
      },
    ],
  });
}

export function reminderCard(minutes: number, language: Language): Card {
  const say = wordsOf[language];
  return notice(language, say.reminder(minutes), say.reminderHint(minutes), minutes > 1 ? 'emphasis' : 'warning');
}

export const recallCard = (language: Language): Card =>
  notice(language, wordsOf[language].recall, wordsOf[language].recallHint, 'attention');

export function announcementCard(text: string, language: Language): Card {
  const say = wordsOf[language];
  return card({
    language,
    speak: spoken(say.announcement, text),
    body: [
      words(say.announcement, { size: 'small', weight: 'bolder', color: 'accent' }),
      typed(text, { size: 'medium' }, 'none'),
    ],
  });
}

/** A sentence of Aparté's own. */
export const sentenceCard = (text: string, language: Language): Card =>
  card({ language, speak: text, body: [words(text)] });

/** The same, saying whom it is for: among others who read it, "you" could be anyone. */
export function cardFor(card: Card, name: string, language: Language): Card {
  const whom = wordsOf[language].answerFor(cutText(name, 80));
  const speak = spoken(card.speak, whom);
  const body = [typed(whom, { size: 'small', isSubtle: true }), ...card.body];
  return { ...card, speak, fallbackText: speak, body };
}

/** "This is now the chat of group 2". */
export function linkedCard(group: Group, language: Language): Card {
  const title = cutText(groupTitle(group, language), 120);
  const text = `${wordsOf[language].linked} ${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
  return card({ language, speak: text, body: [typed(text, { weight: 'bolder' })] });
}

/** What the bot is here for. */
export const welcomeCard = (title: string, hint: string, language: Language): Card =>
  card({
    language,
    speak: `${title} ${hint}`,
    body: [words(title, { size: 'medium', weight: 'bolder' }), words(hint, { spacing: 'small' })],
  });

/** What may be asked. `isUnknown`: something was asked that is not understood. */
export function helpCard(language: Language, isUnknown: boolean): Card {
  const say = wordsOf[language];
  const title = isUnknown ? say.unknown : say.helpTitle;
  return card({
    language,
    speak: spoken(title, say.help.map(([command]) => command).join(', ')),
    body: [
      words(title, { size: 'medium', weight: 'bolder' }),
      { type: 'FactSet', facts: say.help.map(([command, effect]) => ({ title: command, value: effect })) },
      words(say.helpHosts, { isSubtle: true, size: 'small' }),
    ],
  });
}

export function groupsCard(view: DisplayView, language: Language): Card {
  const say = wordsOf[language];
  const groups = view.breakout?.groups ?? [];
  if (groups.length === 0) return sentenceCard(say.noGroups, language);
  return card({
    language,
    speak: spoken(say.groups, ...groups.slice(0, 10).map((group) => groupTitle(group, language))),
    body: [
      words(say.groups, { size: 'medium', weight: 'bolder' }),
      ...groups.map((group) =>
        typed(
          [cutText(groupTitle(group, language), 100), cutText(group.animatorName, 80), say.members(group.memberCount)]
            .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
            .join(' · '),
          {},
          'small',
        ),
      ),
    ],
  });
}

export function timeLeftText(
  { agenda, timeZone }: CommonView,
  now: number,
  language: Language,
  hour: (at: number, zone: string, language: Language) => string,
): string {
  const say = wordsOf[language];
  const { run } = agenda;
  if (run.kind === 'notStarted') return say.notStarted;
  if (run.kind === 'ended') return say.ended;
  if (run.kind === 'paused') return say.paused;
  const leftMs = run.endsAt - now;
  if (leftMs < 0) return say.overrun(Math.max(1, Math.floor(-leftMs / 60_000)));
  return say.timeLeft(Math.ceil(leftMs / 60_000), hour(run.endsAt, timeZone, language));
}
