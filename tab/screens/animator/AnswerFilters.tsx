import { Field } from '../../parts/Field.tsx';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';

/** Which answers are on screen, and in which order. */
export interface AnswersShown {
  readonly search: string;
  readonly sort: 'newest' | 'supports';
  readonly promptIndex?: number;
}

interface AnswerFiltersProps {
  readonly prompts: readonly string[];
  readonly shown: AnswersShown;
  readonly onShow: (shown: AnswersShown) => void;
}

export function AnswerFilters({ prompts, shown, onShow }: AnswerFiltersProps) {
  const words = useText(animatorWords);
  const { promptIndex: _promptIndex, ...anyPrompt } = shown;
  return (
    <div className="filters">
      <Field
        className="filters__search"
        label={words.search}
        labelHidden
        type="search"
        placeholder={words.search}
        value={shown.search}
        onChange={(event) => onShow({ ...shown, search: event.target.value })}
      />
      {prompts.length > 1 ? (
        <Field
          as="select"
          label={words.filterPrompt}
          labelHidden
          value={shown.promptIndex ?? ''}
          onChange={(event) =>
            onShow(event.target.value === '' ? anyPrompt : { ...shown, promptIndex: Number(event.target.value) })
          }
        >
          <option value="">{words.allPrompts}</option>
          {prompts.map((prompt, index) => (
            <option key={prompt} value={index}>
              {words.promptNumber(index + 1)}
            </option>
          ))}
        </Field>
      ) : null}
      <Field
        as="select"
        label={words.sort}
        labelHidden
        value={shown.sort}
        onChange={(event) => onShow({ ...shown, sort: event.target.value === 'supports' ? 'supports' : 'newest' })}
      >
        <option value="newest">{words.newest}</option>
        <option value="supports">{words.mostSupported}</option>
      </Field>
    </div>
  );
}
