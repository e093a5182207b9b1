import './WallScene.css';
import type { CSSProperties } from 'react';
import type { PresentedGroup } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { displayWords } from '../../text/display.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { wallPages } from './displayScene.ts';
import { PageMark } from './PageMark.tsx';
import { useFitText } from './useFitText.ts';
import { usePages } from './usePages.ts';

/** All key ideas of the workshop. With many groups, pages that turn. */
export function WallScene({ groups }: { readonly groups: readonly PresentedGroup[] }) {
  const words = useText(displayWords);
  const all = wallPages(groups);
  const pages = usePages(all.length);
  const page = all[pages.page];
  return (
    <div className="wall">
      <header className="wall__head">
        <h2 className="wall__title">{words.wall}</h2>
        <PageMark {...pages} />
      </header>
      {page === undefined ? null : (
        <ul className="wall__groups" style={{ '--columns': page.columns } as CSSProperties}>
          {page.groups.map((group) => (
            <WallCard key={group.id} group={group} />
          ))}
        </ul>
      )}
    </div>
  );
}

function WallCard({ group }: { readonly group: PresentedGroup }) {
  const words = useText(displayWords);
  const { language } = useLanguage();
  const ideas = useFitText(group.keyIdeas.map((idea) => idea.text).join() || group.id, 1, 2.4);
  return (
    <li className="wall-card">
      <h3 className="wall-card__name">{groupTitle(group, language)}</h3>
      <div ref={ideas} className="wall-card__ideas">
        {group.keyIdeas.length === 0 ? <p className="wall-card__none">{words.noIdeas}</p> : null}
        {group.keyIdeas.map((idea) => (
          <p key={idea.id} className="wall-card__idea">
            {idea.text}
          </p>
        ))}
      </div>
    </li>
  );
}
