import { useState } from 'react';
import type { AnimatorBreakoutView, AnimatorView } from '../../../shared/views/views.ts';
import type { ClientSnapshot, WorkshopClient } from '../../net/client.ts';
import { useUnseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import { type HistoryOf, KeyIdeasPanel } from './KeyIdeasPanel.tsx';

export interface DeskProps {
  readonly client: WorkshopClient;
  readonly view: AnimatorView;
  readonly breakout: AnimatorBreakoutView;
  readonly snapshot: ClientSnapshot;
  readonly history: HistoryOf;
}

const tabs = ['group', 'answers', 'keyIdeas'] as const;
type Tab = (typeof tabs)[number];

/** Side by side where there is room; one at a time on a phone, with the three names always at hand. */
export function AnimatorDesk(props: DeskProps) {
  const words = useText(animatorWords);
  const { breakout, client, view, snapshot } = props;
  const { work } = breakout;
  const unseen = useUnseen(snapshot);
  const [tab, setTab] = useState<Tab>(breakout.phase.kind === 'closed' ? 'keyIdeas' : 'group');
  const names: Readonly<Record<Tab, string>> = {
    group: words.tabGroup,
    answers: words.tabAnswers,
    keyIdeas: words.tabKeyIdeas,
  };
  const members = Object.values(work.members);
  const counts: Readonly<Record<Tab, string>> = {
    group: `${members.filter((member) => member.arrived).length}/${members.length}`,
    answers: String(Object.keys(work.answers).length),
    keyIdeas: work.outcome.kind === 'submitted' ? '✓' : String(Object.keys(work.keyIdeas).length),
  };
  return (
    <div className="desk" data-tab={tab}>
      <nav className="desk__tabs" aria-label={words.sections}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            className="desk__tab"
            aria-current={each === tab ? 'true' : undefined}
            onClick={() => setTab(each)}
          >
            {names[each]} <span className="desk__count">{counts[each]}</span>
          </button>
        ))}
      </nav>
      <section className="desk__panel desk__panel--group" aria-label={names.group}>
        <GroupPanel {...props} unseen={unseen} />
      </section>
      <section className="desk__panel desk__panel--answers" aria-label={names.answers}>
        <AnswersPanel {...props} unseen={unseen} onDrafted={() => setTab('keyIdeas')} />
      </section>
      <section className="desk__panel desk__panel--keyIdeas" aria-label={names.keyIdeas}>
        <h2 className="desk__title">{names.keyIdeas}</h2>
        <KeyIdeasPanel
          client={client}
          slotId={breakout.slotId}
          work={work}
          keyIdeasPerGroup={view.options.keyIdeasPerGroup}
          prompts={breakout.prompts}
          lenses={view.agenda.slots.find(({ id }) => id === breakout.slotId)?.lenses ?? []}
          history={props.history}
          timeZone={view.timeZone}
        />
      </section>
    </div>
  );
}
