import type { MemberView } from '../../../shared/views/views.ts';
import { Icon } from '../../parts/Icon.tsx';
import { useFresh } from '../../parts/useFresh.ts';
import { useNow } from '../../parts/useNow.ts';
import type { Unseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { DeskProps } from './AnimatorDesk.tsx';
import { membersNow } from './membersNow.ts';

/** Who is in the room and who is not: the missing first, one tap to note an arrival for people without the page. */
export function MemberList({ client, breakout, unseen }: DeskProps & { readonly unseen: Unseen }) {
  const words = useText(animatorWords);
  const { language } = useLanguage();
  const members = membersNow({
    slotId: breakout.slotId,
    members: breakout.work.members,
    unseen: unseen.unseen,
    language,
  });
  const fresh = useFresh(
    members.map((member) => member.id),
    useNow(client),
  );
  const missing = members.filter((member) => !member.arrived);
  const there = members.filter((member) => member.arrived);
  const toggle = (member: MemberView) =>
    client.send({
      kind: member.arrived ? 'ClearArrival' : 'NoteArrival',
      slotId: breakout.slotId,
      personId: member.id,
    });
  const rows = (list: readonly MemberView[]) => (
    <ul className="members">
      {list.map((member) => (
        <li key={member.id}>
          <button
            type="button"
            className="member"
            aria-pressed={member.arrived}
            title={member.arrived ? words.clearArrived(member.name) : words.markArrived(member.name)}
            onClick={() => toggle(member)}
          >
            <span className="member__box">{member.arrived ? <Icon name="check" /> : null}</span>
            <span className="member__who">
              <span className="member__name">{member.name}</span>
              <span className="member__facts">
                {[member.organisation, member.connected ? words.pageOpen : words.pageClosed]
                  .filter(Boolean)
                  .join(' – ')}
              </span>
            </span>
            {fresh.has(member.id) ? <span className="member__new">{words.newcomer}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  );
  if (members.length === 0) return <p className="desk__soft">{words.nobodyPlaced}</p>;
  return (
    <div className="member-list">
      {missing.length === 0 ? (
        <p className="member-list__all">
          <Icon name="check" />
          {words.everyoneThere}
        </p>
      ) : (
        <>
          <h3>{words.missing(missing.length)}</h3>
          <p className="desk__soft">{words.tapToMark}</p>
          {rows(missing)}
        </>
      )}
      {there.length === 0 ? null : (
        <>
          <h3>{words.there(there.length)}</h3>
          {rows(there)}
        </>
      )}
    </div>
  );
}
