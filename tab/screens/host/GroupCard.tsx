import type { ReactNode } from 'react';
import type { GroupDefinition, GroupWorkView, HostBreakoutView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { useNow } from '../../parts/useNow.ts';
import { hostWords } from '../../text/host.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { sortedByName } from './breakoutPeople.ts';
import { groupConcerns } from './groupConcerns.ts';
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
  const { client, view, open } = useHost();
  const words = useText(hostWords);
  const { language } = useLanguage();
  const now = useNow(client);
  const members = sortedByName(work.members);
  const animators = Object.values(view.people).filter(
    (person) => person.role === 'animator' && person.groupId === group.id,
  );
  const beyondName = animatorBeyondName(group);
  const title = groupTitle(group, language);
  const animated = animators.some((animator) => animator.connected);
  const concerns = groupConcerns({ group, work, breakout, agenda: view.agenda, animated }, now);
  const mood = work.helpCall ? ' host-group--help' : concerns.length > 0 ? ' host-group--lags' : '';
  return (
    <article className={`host-group${mood}`} aria-label={title} {...drag.target(group.id)}>
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
        {animators.length === 0
          ? group.animatorName || words.noAnimator
          : animators.map((animator) => (
              <span key={animator.id} className="host-group__animator">
                <Presence connected={animator.connected} />
                {animator.name}
              </span>
            ))}
        {animators.length > 0 && beyondName && <> ({beyondName})</>}
      </p>
      {group.roomUrl !== '' && (
        <p className="host-group__room">
          <a href={group.roomUrl} target="_blank" rel="noreferrer">
            {words.room}
          </a>
        </p>
      )}
      <Progress work={work} />
      <p className="host-group__concerns">
        {concerns.length > 0 && (
          <>
            <Icon name="warning" />
            <span>{concerns.map((concern) => words[`concern_${concern}`]).join(' · ')}</span>
          </>
        )}
      </p>
      {members.length === 0 ? (
        <p className="host-group__empty">{words.emptyGroup}</p>
      ) : (
        <Members count={members.length} folded={view.groups.length > fewGroups}>
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
        </Members>
      )}
    </article>
  );
}

/** More cards than this would hide each other behind their lists of people. */
const fewGroups = 4;

function Members({
  count,
  folded,
  children,
}: {
  readonly count: number;
  readonly folded: boolean;
  readonly children: ReactNode;
}) {
  const words = useText(hostWords);
  const list = <ul className="people-chips">{children}</ul>;
  if (!folded) return list;
  return (
    <details className="host-group__members">
      <summary>{words.people(count)}</summary>
      {list}
    </details>
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
