import type { OwnWorkshop } from '../../../shared/protocol/teams.ts';
import { Button } from '../../parts/Button.tsx';
import { longDate } from '../../parts/formatTime.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { teamsWords } from '../../text/teams.ts';

interface OwnWorkshopsProps {
  readonly workshops: readonly OwnWorkshop[];
  readonly busy: boolean;
  readonly onOpen: (workshopId: string) => void;
  /** For whoever may link them to the meeting. */
  readonly onLink?: (workshopId: string) => void;
}

/** The workshops of an account; nothing when there are none. */
export function OwnWorkshops({ workshops, busy, onOpen, onLink }: OwnWorkshopsProps) {
  const words = useText(teamsWords);
  const { language } = useLanguage();
  if (workshops.length === 0) return null;
  return (
    <section className="teams__form">
      <h2>{words.ownWorkshops}</h2>
      <ul className="teams__own">
        {workshops.map(({ workshopId, title, date, role }) => (
          <li key={workshopId}>
            <Button busy={busy} onClick={() => onOpen(workshopId)}>
              {words.open(title)}
            </Button>
            <small>
              {date === undefined ? null : `${longDate(date, language)} · `}
              {words[`${role}Role`]}
            </small>
            {role === 'host' && onLink !== undefined && (
              <Button variant="quiet" busy={busy} onClick={() => onLink(workshopId)}>
                {words.linkOwn(title)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
