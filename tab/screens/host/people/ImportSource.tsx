import { useState } from 'react';
import { type FileProblem, readPasted, type Spreadsheet } from '../../../../shared/people/readSpreadsheet.ts';
import { Button } from '../../../parts/Button.tsx';
import { Field } from '../../../parts/Field.tsx';
import { FileButton } from '../../../parts/FileButton.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { useFileDrop } from '../../../parts/useFileDrop.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { fileLimits, readFile } from './readFile.ts';

interface ImportSourceProps {
  /** `file`: when it has sheets to choose from. */
  readonly onRead: (name: string, sheet: Spreadsheet, file?: Blob) => void;
}

/** Where a list comes from: a file that is chosen or dropped, or cells that are pasted. */
export function ImportSource({ onRead }: ImportSourceProps) {
  const words = useText(peopleWords);
  const { language } = useLanguage();
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<FileProblem | 'file_unreadable'>();
  const [reading, setReading] = useState(false);

  const readText = () => {
    const read = readPasted(pasted, fileLimits);
    if (read.ok) onRead('', read.value);
    else setProblem(read.problem);
  };
  const take = async (file: File) => {
    setReading(true);
    setProblem(undefined);
    const read = await readFile(file, language);
    setReading(false);
    if (read.ok) onRead(file.name, read.value, read.value.sheets.length > 1 ? file : undefined);
    else setProblem(read.problem);
  };
  const isDropping = useFileDrop((file) => void take(file));

  return (
    <form
      className={isDropping ? 'import-source import-source--dropping' : 'import-source'}
      onSubmit={(event) => {
        event.preventDefault();
        readText();
      }}
    >
      {problem && (
        <Notice tone="warn">
          <p>{words[problem]}</p>
        </Notice>
      )}
      <div className="import-source__file">
        <FileButton
          variant="primary"
          data-autofocus
          busy={reading}
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={words.chooseFile}
          onFile={(file) => void take(file)}
        >
          <Icon name="upload" />
          {reading ? words.readingFile : words.chooseFile}
        </FileButton>
        <span>{isDropping ? words.dropHere : words.orDrop}</span>
      </div>
      <Field
        as="textarea"
        rows={6}
        label={words.pasteLabel}
        hint={words.staysHere}
        value={pasted}
        placeholder={words.pasteExample}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <p>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {words.readPasted}
        </Button>
      </p>
    </form>
  );
}
