import type { ReactNode } from 'react';
import type { GroupDefinition, GroupWorkView, HostBreakoutView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { RoomLink } from '../../parts/RoomLink.tsx';
import type { Drag } from '../../parts/useDrag.ts';
import { useNow } from '../../parts/useNow.ts';
import { groupChangesWords } from '../../text/groupChanges.ts';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { sortedByName } from './breakoutPeople.ts';
import { GroupActions } from './GroupActions.tsx';
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
  const words = useText(hostGroupWords);
  const { language } = useLanguage();
  const changes = useText(groupChangesWords);
  const now = useNow(client);
  const joinedBy = view.groups.filter(({ id }) => breakout.merged[id] === group.id).map(({ number }) => String(number));
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
        <span className="host-group__tools">
          <Button
            variant="quiet"
            aria-label={words.openGroup(title)}
            onClick={() => open({ kind: 'group', slotId: breakout.slotId, groupId: group.id })}
          >
            {words.seeWork}
          </Button>
          <GroupActions group={group} breakout={breakout} animators={animators} />
        </span>
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
          <RoomLink href={group.roomUrl}>{words.room}</RoomLink>
        </p>
      )}
      <Progress work={work} />
      <div className="host-group__concerns">
        {concerns.length > 0 && (
          <>
            <Icon name="warning" />
            <div>
              <p>{concerns.map((concern) => words[`concern_${concern}`]).join(' · ')}</p>
              {concerns.includes('noAnimator') && breakout.phase.kind === 'open' && (
                <button
                  type="button"
                  className="host-group__entrust"
                  onClick={() => open({ kind: 'nameAnimator', slotId: breakout.slotId, groupId: group.id })}
                >
                  {changes.entrust}
                </button>
              )}
            </div>
          </>
        )}
      </div>
      {joinedBy.length > 0 && <p className="host-group__room">{changes.joinedBy(joinedBy)}</p>}
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

/** A group that has joined another one: its people and their answers are there. */
export function MergedCard({ group, into }: { readonly group: GroupDefinition; readonly into: GroupDefinition }) {
  const words = useText(groupChangesWords);
  const { language } = useLanguage();
  return (
    <article className="host-group host-group--merged" aria-label={groupTitle(group, language)}>
      <h3>{groupTitle(group, language)}</h3>
      <p>{words.hasJoined(into.number)}</p>
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
  const words = useText(hostGroupWords);
  const members = Object.values(work.members);
  const changes = useText(groupChangesWords);
  const arrived = members.filter((member) => member.arrived).length;
  const awaited = members.filter((member) => member.expected === true).length;
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
          {awaited > 0 && <span className="host-progress__awaited">{changes.awaitedCount(awaited)}</span>}
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
