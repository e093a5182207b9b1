import { useState } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import type { Options } from '../../../shared/workshop/state.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Field } from '../../parts/Field.tsx';
import { hostWords } from '../../text/host.ts';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useText } from '../../text/language.tsx';
import { useHost } from './hostContext.ts';
import { ModelConsent } from './ModelConsent.tsx';

/** Title, anonymity, number of key ideas, grace after the bell; where answers may go, on a server that knows a model. */
export function OptionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, send } = useHost();
  const words = useText(hostWords);
  const ofDialog = useText(hostDialogWords);
  const [title, setTitle] = useState(view.title);
  const [options, setOptions] = useState<Options>(view.options);
  const { languageModel } = view;
  const [isModelAllowed, allowModel] = useState(languageModel?.allowed === true);
  const save = () => {
    if (title.trim() !== '' && title.trim() !== view.title) send({ kind: 'RenameWorkshop', title: title.trim() });
    const changed = (Object.keys(options) as (keyof Options)[]).some((key) => options[key] !== view.options[key]);
    if (changed) send({ kind: 'ChooseOptions', options });
    if (languageModel !== undefined && isModelAllowed !== languageModel.allowed) {
      send(
        isModelAllowed
          ? { kind: 'AllowLanguageModel', endpointHost: languageModel.host }
          : { kind: 'ForbidLanguageModel' },
      );
    }
    onClose();
  };
  return (
    <Dialog
      open
      title={words.options}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" disabled={title.trim() === ''} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <Field
        label={ofDialog.workshopTitle}
        value={title}
        maxLength={limits.titleChars}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Field
        as="select"
        label={ofDialog.keyIdeasWanted}
        value={options.keyIdeasPerGroup}
        onChange={(event) => setOptions({ ...options, keyIdeasPerGroup: Number(event.currentTarget.value) })}
      >
        {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </Field>
      <Field
        as="select"
        label={ofDialog.grace}
        hint={ofDialog.graceHint}
        value={options.graceMs}
        onChange={(event) => setOptions({ ...options, graceMs: Number(event.currentTarget.value) })}
      >
        {[...new Set([0, 15_000, 30_000, 60_000, 120_000, 300_000, options.graceMs])]
          .sort((one, other) => one - other)
          .map((graceMs) => (
            <option key={graceMs} value={graceMs}>
              {ofDialog.seconds(graceMs / 1_000)}
            </option>
          ))}
      </Field>
      <fieldset className="choices">
        <legend>{ofDialog.authors}</legend>
        <p>{ofDialog.authorsHint}</p>
        {(['hidden', 'animators'] as const).map((authors) => (
          <label key={authors}>
            <input
              type="radio"
              name="authors"
              checked={options.authors === authors}
              onChange={() => setOptions({ ...options, authors })}
            />
            {ofDialog[`authors_${authors}`]}
          </label>
        ))}
      </fieldset>
      {languageModel === undefined ? null : (
        <ModelConsent model={languageModel} allowed={isModelAllowed} onChange={allowModel} />
      )}
    </Dialog>
  );
}
