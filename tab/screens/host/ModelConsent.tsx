import type { LanguageModelView } from '../../../shared/views/views.ts';
import { hostDialogWords } from '../../text/hostDialogs.ts';
import { useText } from '../../text/language.tsx';

interface ModelConsentProps {
  readonly model: LanguageModelView;
  readonly allowed: boolean;
  readonly onChange: (allowed: boolean) => void;
}

/** Where answers would go, in plain words, before anyone says yes. */
export function ModelConsent({ model, allowed, onChange }: ModelConsentProps) {
  const words = useText(hostDialogWords);
  return (
    <fieldset className="choices">
      <legend>{words.languageModel}</legend>
      <p>{words.languageModelHint(model.host)}</p>
      <label>
        <input type="checkbox" checked={allowed} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span>{words.allowModel(model.host)}</span>
      </label>
    </fieldset>
  );
}
