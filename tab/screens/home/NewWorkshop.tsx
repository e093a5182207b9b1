import { useState } from 'react';
import { type ProgrammeProblem, readProgramme } from '../../../shared/agenda/import/readProgramme.ts';
import { decodeText } from '../../../shared/core/decodeText.ts';
import { blankWorkshop, type WorkshopDraft } from '../../../shared/workshop/draft/draftWorkshop.ts';
import { newCommandId } from '../../net/identity.ts';
import { Button } from '../../parts/Button.tsx';
import { DropHere } from '../../parts/DropHere.tsx';
import { Field } from '../../parts/Field.tsx';
import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { useFileDrop } from '../../parts/useFileDrop.ts';
import { homeWords } from '../../text/home.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { draftFromProgramme, draftFromTemplate, type SetupDraft } from './setupDraft.ts';

type Refusal = ProgrammeProblem['code'] | 'file_unreadable' | 'file_is_word';

/** Longer than any programme; beyond it a file is not even read. */
const longestFile = 4_000_000;

interface NewWorkshopProps {
  /** What it is called unless its document says it. */
  readonly title?: string | undefined;
  readonly onDraft: (draft: SetupDraft) => void;
}

/** From a document, from a template, or from nothing. */
export function NewWorkshop({ title, onDraft }: NewWorkshopProps) {
  const words = useText(homeWords);
  const { language } = useLanguage();
  const [pasted, write, clear] = useDraft('setup:programme');
  const [refusal, setRefusal] = useState<Refusal>();
  const circumstances = () => ({
    commandId: newCommandId(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris',
  });
  const importText = (text: string) => {
    const programme = readProgramme(text);
    setRefusal(programme.ok ? undefined : programme.problem.code);
    if (!programme.ok) return;
    onDraft(draftFromProgramme(titled(programme.value), circumstances()));
    clear();
  };
  const importFile = async (file: File) => {
    if (/\.docx?$/i.test(file.name)) return setRefusal('file_is_word');
    if (file.size > longestFile) return setRefusal('programme_too_large');
    try {
      importText(decodeText(new Uint8Array(await file.arrayBuffer())));
    } catch {
      setRefusal('file_unreadable');
    }
  };
  const dropping = useFileDrop((file) => void importFile(file));
  const titled = <Named extends { readonly title: string }>(named: Named, isOwn = named.title !== ''): Named =>
    isOwn || title === undefined ? named : { ...named, title };
  const fromTemplate = (workshop: WorkshopDraft) =>
    onDraft(draftFromTemplate(titled(workshop, false), circumstances()));
  return (
    <section className="setup__new" aria-labelledby="new-title">
      <h2 id="new-title">{words.newWorkshop}</h2>
      <p>{words.importIntro}</p>
      {refusal && (
        <Notice tone="warn">
          <p>{words[refusal]}</p>
        </Notice>
      )}
      <form
        className="setup__import"
        onSubmit={(event) => {
          event.preventDefault();
          importText(pasted);
        }}
      >
        <Field
          as="textarea"
          rows={8}
          label={words.paste}
          value={pasted}
          placeholder={words.pasteExample}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <div className="setup__actions">
          <Button type="submit" variant="primary" disabled={pasted.trim() === ''}>
            {words.readProgramme}
          </Button>
          <FileButton
            accept=".md,.markdown,.txt,.text,text/plain,text/markdown"
            label={words.chooseFile}
            onFile={(file) => void importFile(file)}
          >
            <Icon name="upload" />
            {words.chooseFile}
          </FileButton>
          <span className="setup__or">{words.orDrop}</span>
        </div>
      </form>
      <h3>{words.withoutDocument}</h3>
      <div className="setup__actions">
        <Button onClick={() => fromTemplate(blankWorkshop(language))}>{words.template}</Button>
        <Button onClick={() => fromTemplate({ ...blankWorkshop(language), slots: [] })}>{words.byHand}</Button>
      </div>
      {dropping && <DropHere text={words.dropHere} />}
    </section>
  );
}
