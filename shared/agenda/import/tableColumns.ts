import { readMarks } from './readMarks.ts';
import { folded } from './richText.ts';

/** What a column of a table holds. */
export type Role = 'time' | 'end' | 'length' | 'title' | 'who' | 'lead' | 'part' | 'other';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['end', /^(?:fin|heure de fin|end|ends|end time|finish|to|jusqu'a)$/],
  ['length', /^(?:durees?|duration|length|temps|minutes|min|mins|timing \(min\)|how long|combien)\b/],
  [
    'time',
    /^(?:horaires?|heures?|time|times|when|quand|start|starts|start time|debut|heure de debut|from|timing|creneaux?|plage|hour|slot)\b/,
  ],
  [
    'lead',
    /^(?:leads?|led by|run by|facilitated by|(?:anime|porte|pilote)\S{0,3} par|animation|animat(?:eurs?|rices?)(?: .{0,20})?|moderat\S{1,6}|facilitat\S{1,6}|responsables?|porteurs?|pilotes?|hosts?|chairs?|referents?)\b/,
  ],
  [
    'who',
    /^(?:qui|intervenant\S{0,4}(?: .{0,20})?|who|presente\S{0,3} par|presented by|speakers?|presenters?|orateurs?|par qui|by whom|enseignants?)\b/,
  ],
  [
    'part',
    /^(?:parties?|phases?|blocs?|volets?|modules?|chapitres?|jours?|demi-journees?|parts?|sections?|stages?|blocks?|days?)$/,
  ],
  [
    'title',
    /^(?:sequences?|quoi|what|sessions?|activit(?:e|y|ies|es)|themes?|sujets?|contenus?|content|titres?|title|topics?|items?|etapes?|objets?|intitules?|programme|agenda|points?|deroule|subject|description|temps fort|step|agenda item)\b/,
  ],
];

export const roleOf = (header: string): Role => {
  const name = folded(header).replace(/[*#]/g, '').trim();
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
};

/** Without a header, a column is named by what it holds: hours, lengths, then the first text is the title. */
export const rolesByContent = (rows: readonly (readonly string[])[]): Role[] => {
  const width = Math.max(...rows.slice(0, 500).map((row) => row.length));
  const result: Role[] = [];
  for (let column = 0; column < Math.min(width, 20); column++) {
    let clocks = 0;
    let lengths = 0;
    let filled = 0;
    for (const row of rows.slice(0, 200)) {
      const cell = row[column] ?? '';
      if (!cell) continue;
      filled++;
      const marks = readMarks(cell);
      if (cell.length > 40) continue;
      if (marks.clocks.length > 0) clocks++;
      else if (marks.lengths.length > 0) lengths++;
    }
    if (clocks * 2 > filled && !result.includes('time')) result.push('time');
    else if (clocks * 2 > filled && result.at(-1) === 'time') result.push('end');
    else if (lengths * 2 > filled && !result.includes('length')) result.push('length');
    else if (!result.includes('title')) result.push('title');
    else if (!result.includes('who')) result.push('who');
    else result.push('other');
  }
  return result;
};

/**
 * Names the columns after the header row. A column of parts ("Phase", or the first of two columns of titles) holds
 * each part once, or again on every row; one that says something else on each row only comments it.
 */
export const rolesByHeader = (header: readonly Role[], rows: readonly (readonly string[])[]): Role[] => {
  const merges = (column: number): boolean => {
    const cells = rows.map((row) => row[column] ?? '');
    return cells.some((cell, at) => at > 0 && (cell === '' || cell === cells[at - 1]));
  };
  const titles = header.flatMap((role, at) => (role === 'title' ? [at] : []));
  const [first = -1, second] = titles;
  const part = second !== undefined && merges(first) ? first : header.indexOf('part');
  const keepsPart = part >= 0 && merges(part);
  const named = header.map((role, at) => (at === part ? (keepsPart ? 'part' : 'other') : role));
  const columns = named.map((role, at) => (named.indexOf(role) === at ? role : 'other'));
  const free = columns.indexOf('other');
  if (!columns.includes('title') && free >= 0) columns[free] = 'title';
  return columns;
};
