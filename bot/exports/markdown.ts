import { formatMinuteOfDay } from '../../shared/core/time.ts';
import type {
  Report,
  ReportAnswer,
  ReportBreakout,
  ReportGap,
  ReportGroup,
  ReportSlot,
} from '../../shared/views/reportModel.ts';
import { type ReportWords, reportText } from '../../shared/views/reportText.ts';
import { groupTitle } from '../../shared/views/wording.ts';
import type { Language } from '../../shared/workshop/state.ts';
import { block, inline, table } from './markdownText.ts';
import { type ReportFormats, reportFormats } from './reportFormats.ts';

interface Writing {
  readonly report: Report;
  readonly language: Language;
  readonly words: ReportWords;
  readonly formats: ReportFormats;
}

const titleOf = ({ language }: Writing, { number, name }: Pick<ReportGroup, 'number' | 'name'>): string =>
  groupTitle({ number, name: inline(name) }, language);

function opening({ report, words, formats }: Writing): string[] {
  const subtitle = report.date === undefined ? words.report : `${words.report} – ${formats.day(report.date)}`;
  const held =
    report.startedAt === undefined
      ? []
      : report.endedAt === undefined
        ? [words.startedAt(formats.hour(report.startedAt))]
        : [words.heldFrom(formats.hour(report.startedAt), formats.hour(report.endedAt))];
  const { counts } = report;
  return [
    `# ${inline(report.title)}`,
    `**${subtitle}**`,
    [...held, words.madeAt(formats.instant(report.madeAt)), words[report.status]].join(' · '),
    `## ${words.summary}`,
    [
      `- ${words.participants(counts.participants)}, ${words.animators(counts.animators)}`,
      `- ${words.answers(counts.answers)}, ${words.supports(counts.supports)}`,
      `- ${words.keyIdeasSubmitted(counts.keyIdeasSubmitted)}`,
      ...(counts.keyIdeasDrafted > 0 ? [`- ${words.keyIdeasDrafted(counts.keyIdeasDrafted)}`] : []),
    ].join('\n'),
  ];
}

function gapLine({ report, words, ...writing }: Writing, gap: ReportGap): string {
  if (gap.kind === 'agenda_not_started') return words.gapAgendaNotStarted;
  const title = (slotId: string): string => inline(report.agenda.find((slot) => slot.id === slotId)?.title ?? '');
  if (gap.kind === 'slots_not_done') {
    const titles = gap.slotIds.map((id) => words.quote(title(id))).join(', ');
    return report.status === 'ended' ? words.gapSlots(titles) : words.gapSlotsToCome(titles);
  }
  if (gap.kind === 'breakout_not_formed') return words.gapNotFormed(title(gap.slotId));
  if (gap.kind === 'breakout_not_opened') return words.gapNotOpened(title(gap.slotId));
  const all = report.breakouts.find((breakout) => breakout.slotId === gap.slotId)?.groups ?? [];
  const groups = all.filter((group) => gap.groupIds.includes(group.id));
  const names = groups.map((group) => titleOf({ report, words, ...writing }, group)).join(', ');
  return gap.kind === 'key_ideas_not_submitted'
    ? words.gapNotSubmitted(title(gap.slotId), names)
    : words.gapNotPresented(title(gap.slotId), names);
}

function gaps(writing: Writing): string[] {
  const { report, words } = writing;
  if (report.gaps.length === 0) return [];
  const heading = report.status === 'ended' ? words.notDone : words.notDoneYet;
  return [`## ${heading}`, report.gaps.map((gap) => `- ${gapLine(writing, gap)}`).join('\n')];
}

const withSupports = ({ words }: Writing, { supports }: ReportAnswer): string =>
  supports === 0 ? '' : ` *(${words.supports(supports)})*`;

/** A citation stands word for word, under its idea. */
const citation = (writing: Writing, answer: ReportAnswer): string =>
  `${block(answer.text, '   - ', '     ')}${withSupports(writing, answer)}`;

function keyIdeas(writing: Writing, { groups }: ReportBreakout): string[] {
  const { words } = writing;
  return groups.flatMap((group) => [
    `### ${titleOf(writing, group)}`,
    ...(group.keyIdeas.length === 0 ? [words.noKeyIdea] : []),
    ...group.keyIdeas.map((keyIdea, index) => {
      const draft = keyIdea.status === 'draft' ? ` *(${words.draft})*` : '';
      const idea = `${index + 1}. **${inline(keyIdea.text)}**${draft}`;
      const lens = keyIdea.lens === undefined ? '' : `\\\n   *${words.lens(inline(keyIdea.lens))}*`;
      const quoted = keyIdea.citations.map((answer) => citation(writing, answer)).join('\n');
      return quoted === '' ? `${idea}${lens}` : `${idea}${lens}\n\n   ${words.citations}${words.colon}\n\n${quoted}`;
    }),
  ]);
}

function agenda({ report, words, formats }: Writing): string[] {
  if (report.agenda.length === 0) return [];
  const hours = (slot: ReportSlot): string => {
    if (slot.status === 'notDone') return report.status === 'ended' ? words.slotNotDone : words.slotToCome;
    if (slot.startedAt === undefined) return '';
    const end = slot.endedAt === undefined ? words.slotUnderWay : formats.hour(slot.endedAt);
    return `${formats.hour(slot.startedAt)} – ${end}`;
  };
  const people = (slot: ReportSlot): string => (slot.lead === undefined ? '' : ` *(${words.by(inline(slot.lead))})*`);
  return [
    `## ${words.agenda}`,
    table(
      [words.planned, words.actual, words.slot, words.plannedLength, words.actualLength],
      report.agenda.map((slot) => [
        slot.plannedStart === undefined ? '' : formatMinuteOfDay(slot.plannedStart),
        hours(slot),
        `${inline(slot.title)}${people(slot)}`,
        formats.length(slot.plannedMs),
        slot.actualMs === undefined ? '' : formats.length(slot.actualMs),
      ]),
    ),
  ];
}

function restitution(writing: Writing): string[] {
  const { report, words } = writing;
  if (report.restitution === undefined) return [];
  const lines = report.restitution.groups.map((group, index) => {
    const unseen = group.presented ? '' : ` *(${words.notPresented})*`;
    return `${index + 1}. ${titleOf(writing, group)}${unseen}`;
  });
  return [`## ${words.restitution}`, lines.join('\n')];
}

function groupWork(writing: Writing, breakout: ReportBreakout, group: ReportGroup): string[] {
  const { words } = writing;
  const members = group.members
    .filter((member) => member.role === 'participant')
    .map((member) => {
      const name = inline(member.name) || words.unnamed;
      return member.organisation === '' ? name : `${name} (${inline(member.organisation)})`;
    });
  const joined = (group.joinedBy ?? []).map((other) => titleOf(writing, other));
  const animators = group.members.filter((member) => member.role === 'animator').map((member) => inline(member.name));
  const animation = [...new Set([inline(group.animatorName), ...animators])].filter((name) => name !== '').join(', ');
  return [
    `### ${titleOf(writing, group)}`,
    [
      ...(joined.length === 0 ? [] : [`- ${words.joinedBy(joined)}`]),
      ...(animation === '' ? [] : [`- ${words.animator(animation)}`]),
      `- ${members.length === 0 ? words.noMember : words.members(members.join(', '))}`,
    ].join('\n'),
    ...group.answers.flatMap((answers, index) => {
      const prompt = breakout.prompts[index];
      const asked = prompt === undefined ? words.untitledPrompt : words.prompt(inline(prompt));
      const list = answers.map((answer) => `${block(answer.text, '- ', '  ')}${withSupports(writing, answer)}`);
      return [`**${asked}**`, list.length === 0 ? words.noAnswer : list.join('\n')];
    }),
  ];
}

/** The report as a Markdown document (CommonMark and GitHub's tables), ending with a line feed. */
export function reportToMarkdown(report: Report, language: Language = report.language): string {
  const writing: Writing = { report, language, words: reportText[language], formats: reportFormats(report, language) };
  const { words } = writing;
  const several = report.breakouts.length > 1;
  const perBreakout = (heading: string, write: (breakout: ReportBreakout) => string[]): string[] =>
    report.breakouts.flatMap((breakout) => [
      `## ${heading}${several ? ` – ${inline(breakout.title)}` : ''}`,
      ...write(breakout),
    ]);
  return `${[
    ...opening(writing),
    ...gaps(writing),
    ...perBreakout(words.keyIdeas, (breakout) => keyIdeas(writing, breakout)),
    ...restitution(writing),
    ...agenda(writing),
    ...perBreakout(words.groups, (breakout) => [
      `*${words.anonymous}*`,
      ...breakout.groups.flatMap((group) => groupWork(writing, breakout, group)),
    ]),
  ].join('\n\n')}\n`;
}
