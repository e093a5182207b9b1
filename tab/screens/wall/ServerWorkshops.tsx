import { useCallback, useEffect, useState } from 'react';
import type { WorkshopListing } from '../../../shared/protocol/http.ts';
import { type ReportFile, readReportFile } from '../../../shared/views/reportFile.ts';
import type { ApiProblem } from '../../net/api.ts';
import { Button } from '../../parts/Button.tsx';
import { longDate } from '../../parts/formatTime.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { acrossWords } from '../../text/across.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { describeHttpProblem } from '../../text/problems.ts';
import type { WallApi } from './WallPage.tsx';
import type { WallChange } from './wallReports.ts';

interface ServerWorkshopsProps {
  readonly setUpKey: string;
  readonly api: WallApi;
  readonly reports: readonly ReportFile[];
  readonly onChange: (change: WallChange) => void;
}

/** What could not be had of the server. */
interface Failure {
  /** Absent: an answer came, and this page does not know its version. */
  readonly problem?: ApiProblem;
  /** Whose report it was; absent for the list. */
  readonly workshopId?: string;
}

/** The workshops of this server, to be put on the wall as they stand now. */
export function ServerWorkshops({ setUpKey, api, reports, onChange }: ServerWorkshopsProps) {
  const words = useText(acrossWords);
  const { language } = useLanguage();
  const [listings, setListings] = useState<readonly WorkshopListing[]>();
  const [failure, setFailure] = useState<Failure>();
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const list = useCallback(async () => {
    const reply = await api.workshops(setUpKey);
    if (reply.ok) setListings(reply.value);
    else setFailure(reply);
  }, [api, setUpKey]);
  useEffect(() => {
    void list();
  }, [list]);
  const isOnWall = (id: string) => reports.some(({ workshop }) => workshop.id === id);
  const put = async (workshopId: string): Promise<void> => {
    setUnderWay((ids) => [...ids, workshopId]);
    const reply = await api.workshopReport(setUpKey, workshopId);
    const report = reply.ok ? readReportFile(reply.value) : undefined;
    if (report?.ok) onChange({ kind: 'added', report: report.value, isRefresh: isOnWall(workshopId) });
    else setFailure({ workshopId, ...(reply.ok ? {} : reply) });
    setUnderWay((ids) => ids.filter((id) => id !== workshopId));
  };
  const refresh = async () => {
    await list();
    for (const { workshop } of reports) {
      if (listings?.some(({ workshopId }) => workshopId === workshop.id)) await put(workshop.id);
    }
  };
  const begin = (act: () => Promise<void>) => {
    setFailure(undefined);
    void act();
  };
  const why = ({ problem, workshopId }: Failure): string => {
    const said =
      problem === undefined
        ? words.pageTooOld
        : problem.code === 'denied'
          ? words.keyDenied
          : describeHttpProblem(problem, language);
    const listing = listings?.find((each) => each.workshopId === workshopId);
    return listing === undefined ? said : words.notPut(listing.title, said);
  };
  const again = ({ workshopId }: Failure) => begin(() => (workshopId === undefined ? list() : put(workshopId)));
  return (
    <div className="across__part">
      <div className="across__head">
        <h2>{words.ofThisServer}</h2>
        <Button
          variant="quiet"
          aria-label={words.refresh}
          title={words.refresh}
          busy={underWay.length > 0}
          onClick={() => begin(refresh)}
        >
          <Icon name="refresh" />
        </Button>
      </div>
      {failure && (
        <Notice tone="alert" actions={<Button onClick={() => again(failure)}>{words.retry}</Button>}>
          <p>{why(failure)}</p>
        </Notice>
      )}
      {listings === undefined && failure === undefined ? <p role="status">{words.reading}</p> : null}
      {listings?.length === 0 ? <p className="across__empty">{words.noWorkshops}</p> : null}
      {listings && listings.length > 0 && (
        <ul className="across__choices">
          {listings.map(({ workshopId, title, date }) => (
            <li key={workshopId}>
              <label>
                <input
                  type="checkbox"
                  checked={isOnWall(workshopId) || underWay.includes(workshopId)}
                  aria-busy={underWay.includes(workshopId)}
                  onChange={(event) => {
                    if (underWay.includes(workshopId)) return;
                    if (event.currentTarget.checked) begin(() => put(workshopId));
                    else onChange({ kind: 'removed', workshopId });
                  }}
                />
                <span>
                  {title}
                  <small>{date ? longDate(date, language) : words.noDate}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
