import { readXml } from './xml.ts';

/** How a number is to be read: as a day, as a time, with leading zeros, or as it is. */
export type CellFormat =
  | { readonly kind: 'plain' | 'day' | 'time' | 'instant' }
  | { readonly kind: 'padded'; readonly digits: number };

const plainFormat: CellFormat = { kind: 'plain' };
/** Numbers of formats that every workbook knows without saying them (ECMA-376, 18.8.30). */
const builtIn = (id: number): CellFormat =>
  (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    ? { kind: 'day' }
    : (id >= 18 && id <= 21) || (id >= 45 && id <= 47)
      ? { kind: 'time' }
      : id === 22
        ? { kind: 'instant' }
        : plainFormat;

/** The formats of the cells, in the order in which cells name them. */
export function readCellFormats(styles: string): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  readXml(styles, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute('numFmtId') ?? 0);
      const code = codes.get(id);
      formats.push(code === undefined ? builtIn(id) : formatOf(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOf(code: string): CellFormat {
  // Texts in quotes, colours and countries in brackets, and escaped letters are no part of a date.
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[\\_*]./gi, '');
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  const hasDay = /[dy]|mmm/i.test(bare) && !/general|standard/i.test(bare);
  const hasTime = /[hs]/i.test(bare) && !/general|standard/i.test(bare);
  if (hasDay) return { kind: hasTime ? 'instant' : 'day' };
  return hasTime ? { kind: 'time' } : plainFormat;
}

/** A number as a person reads it: "2026-03-12", "14:30", "01000", and 0.3 for 0.30000000000000004. */
export function showNumber(written: string, format: CellFormat, since1904: boolean): string {
  const number = Number(written);
  if (written === '' || !Number.isFinite(number)) return written;
  if (format.kind === 'padded') return String(Math.round(number)).padStart(format.digits, '0');
  // Spreadsheets show fifteen digits and keep seventeen.
  if (format.kind === 'plain') return String(Number(number.toPrecision(15)));
  const minutes = Math.round(number * 1_440);
  const day = Math.floor(minutes / 1_440);
  const clock = `${pad(Math.floor((minutes - day * 1_440) / 60))}:${pad(minutes % 60)}`;
  if (number < 0 || number > lastDay) return written;
  if (format.kind === 'time') return clock;
  return format.kind === 'day' || minutes % 1_440 === 0
    ? dayText(day, since1904)
    : `${dayText(day, since1904)} ${clock}`;
}

/** 9999-12-31, where spreadsheets end. */
const lastDay = 2_958_465;
const pad = (number: number): string => String(number).padStart(2, '0');

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });
const dayMs = 86_400_000;
/** 1970-01-01 and 1904-01-01, counted from 1899-12-30. */
const epochDay = 25_569;
const day1904 = 1_462;

function dayText(day: number, since1904: boolean): string {
  // Before March 1900 spreadsheets count one day too many, for a 29 February that never was.
  const since1900 = day < 60 ? day + 1 : day;
  return isoDay.format(((since1904 ? day + day1904 : since1900) - epochDay) * dayMs);
}
