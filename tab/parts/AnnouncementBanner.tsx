import './AnnouncementBanner.css';
import { useState } from 'react';
import type { AnnouncementView } from '../../shared/views/views.ts';
import { readPreference, writePreference } from '../net/storage.ts';
import { clockWords } from '../text/clock.ts';
import { useText } from '../text/language.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** The host's latest words. Once hidden on this device, an announcement stays hidden there, also after a reload. */
export function AnnouncementBanner({ announcement }: { readonly announcement: AnnouncementView | undefined }) {
  const words = useText(clockWords);
  const [hidden, setHidden] = useState(() => readPreference('announcement'));
  const shown = announcement !== undefined && announcement.id !== hidden ? announcement : undefined;
  return (
    <div role="status">
      {shown === undefined ? null : (
        <div className="announcement" key={shown.id}>
          <Icon name="megaphone" />
          <p className="announcement__text">
            <span className="visually-hidden">{words.announcement} </span>
            {shown.text}
          </p>
          <Button
            variant="quiet"
            aria-label={words.dismissAnnouncement}
            onClick={() => {
              writePreference('announcement', shown.id);
              setHidden(shown.id);
            }}
          >
            <Icon name="close" />
          </Button>
        </div>
      )}
    </div>
  );
}
