import type { LanguageModelView } from '../../shared/views/views.ts';
import { useText } from '../text/language.tsx';
import { sentAnswersWords } from '../text/sentAnswers.ts';
import { Icon } from './Icon.tsx';
import './SentAnswers.css';

/** Says that answers leave, and where to, for as long as they do. */
export function SentAnswers({ model }: { readonly model: LanguageModelView | undefined }) {
  const words = useText(sentAnswersWords);
  if (model?.allowed !== true) return null;
  return (
    <p className="sent-answers">
      <Icon name="info" />
      <span>{words.sentTo(model.host)}</span>
    </p>
  );
}
