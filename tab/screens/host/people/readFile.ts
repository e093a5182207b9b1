import { err, type Result } from '../../../../shared/core/result.ts';
import { type FileProblem, readSpreadsheet, type Spreadsheet } from '../../../../shared/people/readSpreadsheet.ts';
import type { ZipEntry } from '../../../../shared/people/xlsx/zip.ts';
import type { Language } from '../../../../shared/workshop/state.ts';

/** What a page takes: ten times the largest list that a workshop can hold. */
export const fileLimits = { mostBytes: 5_000_000, mostRows: 5_000 } as const;
const truthWords = { fr: ['Oui', 'Non'], en: ['Yes', 'No'] } as const;

/** The rows of a file that somebody chose; `sheet`: of a workbook, which one. */
export async function readFile(
  file: Blob,
  language: Language,
  sheet?: string,
): Promise<Result<Spreadsheet, FileProblem | 'file_unreadable'>> {
  // Not even read: a film dropped by mistake would fill the memory.
  if (file.size > fileLimits.mostBytes) return err('file_too_large');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = readSpreadsheet(bytes, { ...fileLimits, sheet, truth: truthWords[language] });
    let step = reading.next();
    while (!step.done) step = reading.next(await unpack(step.value));
    return step.value;
  } catch {
    return err('file_unreadable');
  }
}

/** Stops at the size that the archive tells: one that unpacks to more is no workbook. */
async function unpack({ packed, size }: ZipEntry): Promise<Uint8Array | undefined> {
  const content = new Uint8Array(size);
  let filled = 0;
  try {
    const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (filled + part.value.length > size) {
        await reader.cancel();
        return undefined;
      }
      content.set(part.value, filled);
      filled += part.value.length;
    }
    return content.subarray(0, filled);
  } catch {
    return undefined;
  }
}
