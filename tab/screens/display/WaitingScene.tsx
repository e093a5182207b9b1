import './WaitingScene.css';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import type { SharedLink } from '../../../shared/protocol/http.ts';
import type { DisplayView } from '../../../shared/views/views.ts';
import { QrCode } from '../../parts/QrCode.tsx';
import { displayWords } from '../../text/display.ts';
import { useText } from '../../text/language.tsx';
import { joinWays } from './joinWays.ts';
import { useFitText } from './useFitText.ts';

/** Before the start: what it is, when it begins, how to come in, how many are there. */
export function WaitingScene({ view, links }: { readonly view: DisplayView; readonly links: readonly SharedLink[] }) {
  const words = useText(displayWords);
  const { link, code, address } = joinWays(links);
  const title = useFitText(view.title, 2.4, 5.2);
  const start = view.agenda.slots[0]?.plannedStart;
  return (
    <div className="waiting">
      <div className="waiting__words">
        <div ref={title} className="waiting__title">
          <h1>{view.title}</h1>
        </div>
        {start === undefined ? null : <p className="waiting__start">{words.startsAt(formatMinuteOfDay(start))}</p>}
        <p className="waiting__count" role="status">
          {words.arrived(view.participantCount)}
        </p>
      </div>
      {link === undefined ? null : (
        <div className="waiting__door">
          <div className="waiting__qr">
            <QrCode value={link} />
          </div>
          <p>{words.scan}</p>
          {code === undefined ? null : <p className="waiting__code">{code}</p>}
          {address === undefined ? null : <p className="waiting__address">{words.at(address)}</p>}
        </div>
      )}
    </div>
  );
}
