import '../../parts/Button.css';
import { groupTitle } from '../../../shared/views/wording.ts';
import { Icon } from '../../parts/Icon.tsx';
import { RoomLink } from '../../parts/RoomLink.tsx';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { DeskProps } from './AnimatorDesk.tsx';
import { HelpPanel } from './HelpPanel.tsx';
import { MemberList } from './MemberList.tsx';
import { WrongRoom } from './WrongRoom.tsx';

/** Her people, her room, her question. */
export function GroupPanel(props: DeskProps & { readonly unseen: Unseen }) {
  const words = useText(animatorWords);
  const { language } = useLanguage();
  const changes = useText(groupChangesWords);
  const { view, breakout } = props;
  const { joinedBy = [] } = view;
  return (
    <>
      <header>
        <p className="desk__lead">{words.yourGroup}</p>
        <h2 className="desk__title">{groupTitle(view.group, language)}</h2>
        {joinedBy.length === 0 ? null : (
          <p className="desk__soft">{changes.joinedBy(joinedBy.map(({ number }) => String(number)))}</p>
        )}
      </header>
      {view.group.roomUrl === '' ? (
        <p className="desk__soft">{words.noRoom}</p>
      ) : (
        <RoomLink
          className={`button button--${breakout.phase.kind === 'open' ? 'primary' : 'secondary'}`}
          href={view.group.roomUrl}
        >
          <Icon name="link" />
          {words.room}
        </RoomLink>
      )}
      {breakout.prompts.length === 0 ? null : (
        <div className="desk__prompts">
          <h3 className="desk__lead">{words.prompts}</h3>
          {breakout.prompts.map((prompt) => (
            <p key={prompt} className="desk__prompt">
              {prompt}
            </p>
          ))}
        </div>
      )}
      <MemberList {...props} />
      <WrongRoom {...props} />
      <HelpPanel {...props} />
    </>
  );
}
