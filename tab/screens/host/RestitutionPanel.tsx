import type { SlotView } from '../../../shared/views/views.ts';
import { groupTitle } from '../../../shared/views/wording.ts';
import { wallOrders } from '../../../shared/workshop/state.ts';
import { Button } from '../../parts/Button.tsx';
import { Countdown } from '../../parts/Countdown.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { moveItem } from '../../parts/moveItem.ts';
import { useDrag } from '../../parts/useDrag.ts';
import { WallOrders } from '../../parts/WallOrders.tsx';
import { hostWords } from '../../text/host.ts';
import { hostGroupWords } from '../../text/hostGroups.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { isUnderWay, useHost } from './hostContext.ts';
import { breakoutBefore, restitutionOf } from './nextAction.ts';
import './RestitutionPanel.css';

/** Order of the groups, who is on the big screen, and the wall. */
export function RestitutionPanel({ slot }: { readonly slot: SlotView }) {
  const { client, view, send, snapshot } = useHost();
  const words = useText(hostWords);
  const ofGroups = useText(hostGroupWords);
  const { language } = useLanguage();
  const breakoutId = breakoutBefore(view, slot.id);
  const { order, presented, onStage, wallShown } = restitutionOf(view, slot.id);
  const reorder = (from: number, to: number) => {
    const groupIds = moveItem(order, from, to);
    if (groupIds !== order) send({ kind: 'OrderRestitution', slotId: slot.id, groupIds: [...groupIds] });
  };
  const drag = useDrag((dragged, target) => reorder(order.indexOf(dragged), order.indexOf(target)));
  // The server presents only from a restitution that has begun.
  const begun = slot.startedAt !== undefined && view.agenda.run.kind !== 'ended';
  const scene = view.stage?.slotId === slot.id && view.stage.onAir ? view.stage.scene : undefined;
  return (
    <section className="panel restitution" aria-labelledby="restitution-title">
      <header className="panel__head">
        <div>
          <h2 id="restitution-title">{words.restitution}</h2>
          <p className="groups__phase">{slot.title}</p>
        </div>
        {begun && (
          <Button
            disabled={breakoutId === undefined || wallShown}
            busy={isUnderWay(snapshot, 'ShowWall')}
            onClick={() => send({ kind: 'ShowWall', slotId: slot.id })}
          >
            <Icon name="screen" />
            {wallShown ? words.wallOnScreen : words.do_showWall}
          </Button>
        )}
      </header>
      {begun && scene?.kind === 'wall' && (
        <WallOrders
          orders={wallOrders}
          by={scene.by}
          onChoose={(by) => send({ kind: 'ShowWall', slotId: slot.id, by })}
        />
      )}
      {breakoutId === undefined ? (
        <p className="panel__empty">{words.nothingToPresent}</p>
      ) : (
        <>
          {scene?.kind === 'group' && (
            <Countdown
              client={client}
              startedAt={scene.startedAt}
              endsAt={scene.endsAt}
              size="small"
              label={words.shareOf(groupTitle(scene.group, language))}
            />
          )}
          <ol className="restitution__order">
            {order.map((groupId, index) => {
              const group = view.groups.find((one) => one.id === groupId);
              if (group === undefined) return null;
              const work = view.breakouts[breakoutId]?.works[groupId];
              const title = groupTitle(group, language);
              const status =
                onStage === groupId
                  ? words.onScreen
                  : presented.includes(groupId)
                    ? ofGroups.presented
                    : work?.outcome.kind === 'submitted'
                      ? ofGroups.ideasSubmitted
                      : ofGroups.ideasNotSubmitted;
              return (
                <li
                  key={groupId}
                  className={onStage === groupId ? 'restitution__row restitution__row--on' : 'restitution__row'}
                  aria-current={onStage === groupId ? 'step' : undefined}
                  {...drag.target(groupId)}
                  onKeyDown={(event) => {
                    const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
                    if (!step) return;
                    event.preventDefault();
                    reorder(index, index + step);
                  }}
                >
                  <span className="restitution__grip" title={words.dragToReorder} {...drag.handle(groupId)}>
                    <Icon name="drag" />
                  </span>
                  <span className="restitution__name">
                    {index + 1}. {title}
                    <small>{status}</small>
                  </span>
                  <Button
                    variant="quiet"
                    aria-label={words.moveEarlier(title)}
                    disabled={index === 0}
                    onClick={() => reorder(index, index - 1)}
                  >
                    <Icon name="up" />
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={words.moveLater(title)}
                    disabled={index === order.length - 1}
                    onClick={() => reorder(index, index + 1)}
                  >
                    <Icon name="down" />
                  </Button>
                  {begun && (
                    <Button
                      aria-label={words.do_presentGroup(title)}
                      disabled={onStage === groupId}
                      onClick={() => send({ kind: 'PresentGroup', slotId: slot.id, groupId })}
                    >
                      {words.present}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </section>
  );
}
