import { useState } from 'react';
import type { SharedLink } from '../../shared/protocol/http.ts';
import { animatorBeyondName, groupTitle } from '../../shared/views/wording.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { linksWords } from '../text/links.ts';
import { Button } from './Button.tsx';
import { CopyButton, CopyField } from './CopyField.tsx';
import { Icon } from './Icon.tsx';
import { invitationText, type NamedGroup, orderedLinks } from './invitationText.ts';
import { QrCode } from './QrCode.tsx';
import './LinksList.css';

export interface LinksListProps {
  readonly title: string;
  readonly date?: string | undefined;
  readonly links: readonly SharedLink[];
  readonly groups: readonly NamedGroup[];
  /** Who manages links: absent on the page that only hands them out. */
  readonly onRenew?: (linkId: string) => void;
  readonly onRevoke?: (linkId: string) => void;
}

/** Every way into a workshop, to copy, show and print. */
export function LinksList({ title, date, links, groups, onRenew, onRevoke }: LinksListProps) {
  const words = useText(linksWords);
  const { language } = useLanguage();
  const codes = links.filter((link) => link.medium === 'code' && link.role === 'participant');
  return (
    <div className="links">
      <div className="links__actions">
        <CopyButton text={invitationText({ title, date, links, groups, language })}>{words.copyAll}</CopyButton>
        <Button onClick={() => window.print()}>
          <Icon name="print" />
          {words.print}
        </Button>
      </div>
      <ul className="links__list">
        {orderedLinks(links, groups).map(({ link, group }) => {
          const name =
            group === undefined
              ? words[link.role]
              : words.animatorOf(groupTitle(group, language), animatorBeyondName(group) ?? '');
          return (
            <li key={link.linkId} className="links__item">
              <div className="links__main">
                <CopyField label={name} hint={words[`${link.role}Hint`]} value={link.value} />
                {link.role === 'participant' &&
                  codes.map((code) => (
                    <p key={code.linkId} className="links__code">
                      {words.code} <strong>{code.value}</strong>
                    </p>
                  ))}
                {(onRenew || onRevoke) && <ManageLink name={name} link={link} onRenew={onRenew} onRevoke={onRevoke} />}
              </div>
              {(link.role === 'participant' || link.role === 'display') && (
                <QrCode value={link.value} label={`${words.qr} ${name}`} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ManageLink({
  name,
  link,
  onRenew,
  onRevoke,
}: {
  name: string;
  link: SharedLink;
  onRenew: LinksListProps['onRenew'];
  onRevoke: LinksListProps['onRevoke'];
}) {
  const words = useText(linksWords);
  const [asking, setAsking] = useState<'renew' | 'revoke'>();
  if (asking === undefined) {
    return (
      <p className="links__manage">
        <Button variant="quiet" aria-label={`${words.renew} – ${name}`} onClick={() => setAsking('renew')}>
          {words.renew}
        </Button>
        <Button variant="quiet" aria-label={`${words.revoke} – ${name}`} onClick={() => setAsking('revoke')}>
          {words.revoke}
        </Button>
      </p>
    );
  }
  return (
    <fieldset className="links__ask">
      <p role="status">
        {words[link.role === 'participant' ? (`${asking}AskParticipant` as const) : (`${asking}Ask` as const)]}
      </p>
      <div className="links__manage">
        <Button autoFocus onClick={() => setAsking(undefined)}>
          {words.keep}
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            (asking === 'renew' ? onRenew : onRevoke)?.(link.linkId);
            setAsking(undefined);
          }}
        >
          {asking === 'renew' ? words.renewNow : words.revokeNow}
        </Button>
      </div>
    </fieldset>
  );
}
