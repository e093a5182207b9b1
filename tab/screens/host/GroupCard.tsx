import type { GroupDefinition, GroupWorkView, HostBreakoutView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { sortedByName } from './breakoutPeople.ts';
import { useHost } from './hostContext.ts';
import { PersonChip, Presence } from './PersonChip.tsx';

interface GroupCardProps {
  readonly group: GroupDefinition;
  readonly work: GroupWorkView;
  readonly breakout: HostBreakoutView;
  readonly drag: Drag;
  readonly latecomers: ReadonlySet<string>;
}

/** One group at a glance: its animator and room, how far it is, who is in it. */
export function GroupCard({ group, work, breakout, drag, latecomers }: GroupCardProps) {
  const { view, open } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const members = sortedByName(work.members);
  const animators = Object.values(view.people).filter(
    (person) => person.role === 'animator' && person.groupId === group.id,
  );
  const beyondName = animatorBeyondName(group);
  const title = groupTitle(group, language);
  return (
    <article
      className={work.helpCall ? 'host-group host-group--help' : 'host-group'}
      aria-label={title}
      {...drag.target(group.id)}
    >
      <header className="host-group__head">
        <h3>{title}</h3>
        <Button
          variant="quiet"
          aria-label={words.openGroup(title)}
          onClick={() => open({ kind: 'group', slotId: breakout.slotId, groupId: group.id })}
        >
          {words.seeWork}
        </Button>
      </header>
      <p className="host-group__who">
        {words.animation}{' '}
        {animators.length === 0 ? (
          <>
            {group.animatorName || words.noAnimator}
            {group.animatorName !== '' && <span className="host-group__absent"> – {words.animatorAbsent}</span>}
          </>
        ) : (
          animators.map((animator) => (
            <span key={animator.id} className="host-group__animator">
              <Presence connected={animator.connected} />
              {animator.name}
            </span>
          ))
        )}
        {animators.length > 0 && beyondName && <> ({beyondName})</>}
      </p>
      <p className="host-group__room">
        {group.roomUrl === '' ? (
          <span className="host-group__absent">
            <Icon name="warning" />
            {words.noRoom}
          </span>
        ) : (
          <a href={group.roomUrl} target="_blank" rel="noreferrer">
            {words.room}
          </a>
        )}
      </p>
      <Progress work={work} />
      {members.length === 0 ? (
        <p className="host-group__empty">{words.emptyGroup}</p>
      ) : (
        <ul className="people-chips">
          {members.map((member) => (
            <PersonChip
              key={member.id}
              person={member}
              slotId={breakout.slotId}
              groupId={group.id}
              late={latecomers.has(member.id)}
              handle={drag.handle(member.id)}
              dragged={drag.dragged === member.id}
            />
          ))}
        </ul>
      )}
    </article>
  );
}

function Progress({ work }: { readonly work: GroupWorkView }) {
  const { view } = useHost();
  const words = useText(hostWords);
  const members = Object.values(work.members);
  const arrived = members.filter((member) => member.arrived).length;
  const wanted = view.options.keyIdeasPerGroup;
  const submitted = work.outcome.kind === 'submitted';
  const keyIdeas =
    work.outcome.kind === 'submitted' ? work.outcome.keyIdeaIds.length : Object.keys(work.keyIdeas).length;
  return (
    <dl className="host-progress">
      <div>
        <dt>{words.arrived}</dt>
        <dd>
          {arrived}/{members.length}
        </dd>
      </div>
      <div>
        <dt>{words.answers}</dt>
        <dd>{Object.keys(work.answers).length}</dd>
      </div>
      <div className={submitted ? 'host-progress__done' : undefined}>
        <dt>{words.keyIdeas}</dt>
        <dd>
          {keyIdeas}/{wanted}
          {submitted && (
            <span>
              <Icon name="check" />
              {work.presented ? words.presented : words.submitted}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
