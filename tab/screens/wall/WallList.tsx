import type { ReportFile } from '../../../shared/views/reportFile.ts';
import { Button } from '../../parts/Button.tsx';
import { dateLocale, longDate } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { acrossWords } from '../../text/across.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { WallChange, WallReports } from './wallReports.ts';

interface WallListProps {
  readonly wall: WallReports;
  readonly onChange: (change: WallChange) => void;
}

/** The workshops on the wall, and what became of the last files. */
export function WallList({ wall, onChange }: WallListProps) {
  const words = useText(acrossWords);
  const { reports, refusals, replaced, removed } = wall;
  return (
    <div className="across__part">
      <h2>{words.onWall}</h2>
      {reports.length === 0 ? <p className="across__empty">{words.nothingYet}</p> : null}
      {reports.length === 0 ? null : (
        <ul className="across__list">
          {reports.map((report) => (
            <OnWallNow
              key={report.workshop.id}
              report={report}
              onRemove={() => onChange({ kind: 'removed', workshopId: report.workshop.id })}
            />
          ))}
        </ul>
      )}
      {removed && (
        <Notice actions={<Button onClick={() => onChange({ kind: 'brought back' })}>{words.undo}</Button>}>
          <p>{words.removed(removed.workshop.title)}</p>
        </Notice>
      )}
      {replaced.length > 0 && (
        <Notice actions={<Button onClick={() => onChange({ kind: 'read' })}>{words.dismiss}</Button>}>
          {replaced.map((title) => (
            <p key={title}>{words.replaced(title)}</p>
          ))}
        </Notice>
      )}
      {refusals.length > 0 && (
        <Notice
          tone="warn"
          title={words.notTaken(refusals.length)}
          actions={<Button onClick={() => onChange({ kind: 'read' })}>{words.dismiss}</Button>}
        >
          <ul className="across__refusals">
            {refusals.map(({ fileName, code }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be refused twice, and lines only come at the end
              <li key={nth}>
                <strong>{fileName}</strong>
                {' – '}
                {words[code]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function OnWallNow({ report, onRemove }: { readonly report: ReportFile; readonly onRemove: () => void }) {
  const words = useText(acrossWords);
  const { language } = useLanguage();
  const { title, date } = report.workshop;
  // A group works once in each breakout.
  const groups = report.breakouts.flatMap((breakout) => breakout.groups);
  const submitted = groups.map(({ keyIdeas }) => keyIdeas.filter(({ status }) => status === 'submitted').length);
  const spoken = submitted.filter((count) => count > 0).length;
  const ideas = submitted.reduce((sum, count) => sum + count, 0);
  const madeAt = new Date(report.madeAt);
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <small>{date ? longDate(date, language) : words.noDate}</small>
        <small>
          {words.ideasOf(spoken, ideas)}
          {spoken < groups.length ? ` · ${words.silentGroups(groups.length - spoken)}` : null}
        </small>
        {Number.isNaN(madeAt.getTime()) ? null : (
          <small>
            {words.asOf(madeAt.toLocaleString(dateLocale[language], { dateStyle: 'short', timeStyle: 'short' }))}
          </small>
        )}
      </div>
      <Button variant="quiet" aria-label={words.remove(title)} title={words.remove(title)} onClick={onRemove}>
        <Icon name="close" />
      </Button>
    </li>
  );
}
