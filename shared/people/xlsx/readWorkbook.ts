import { readCellFormats } from './cellFormats.ts';
import type { SheetContext } from './readSheetRows.ts';
import { readXml } from './xml.ts';

/** A sheet of a workbook, and the part of the archive that holds it. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

const workbookPart = 'xl/workbook.xml';
const linksPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';
const stylesPart = 'xl/styles.xml';

/** Parts of the archive that tell of all sheets; they are unpacked first, then the sheet that is wanted. */
export const partsForAll: readonly string[] = [workbookPart, linksPart, stringsPart, stylesPart];

/** Sheets that people see, in their order; all of them when every one is hidden. */
export function listSheets(partText: (part: string) => string): readonly Sheet[] {
  const targets = new Map<string, string>();
  readXml(partText(linksPart), {
    open: (name, attribute) => {
      const target = attribute('Target') ?? '';
      if (name === 'Relationship')
        targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: (Sheet & { readonly isHidden: boolean })[] = [];
  readXml(partText(workbookPart), {
    open: (name, attribute) => {
      // The attribute is `r:id`, whatever the prefix.
      const part = targets.get(attribute('id') ?? '');
      if (name !== 'sheet' || part === undefined) return;
      sheets.push({ name: attribute('name') ?? '', part, isHidden: (attribute('state') ?? 'visible') !== 'visible' });
    },
  });
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  return (shown.length > 0 ? shown : sheets).map(({ name, part }) => ({ name, part }));
}

/** What the cells of every sheet need: texts that they share, formats of their numbers, the day from which days are counted. */
export function readSheetContext(partText: (part: string) => string): SheetContext {
  let since1904 = false;
  readXml(partText(workbookPart), {
    open: (name, attribute) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    },
  });
  return { strings: readStrings(partText(stringsPart)), formats: readCellFormats(partText(stylesPart)), since1904 };
}

function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  const within = new Set<string>();
  readXml(xml, {
    open: (name) => {
      within.add(name);
      if (name === 'si') text = '';
    },
    text: (words) => {
      // How a Japanese text is spoken stands beside it.
      if (within.has('t') && !within.has('rPh')) text += words;
    },
    close: (name) => {
      within.delete(name);
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}
