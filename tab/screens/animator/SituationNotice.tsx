import { useEffect, useState } from 'react';
import type { AnimatorView } from '../../../shared/views/views.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { AgendaNow } from '../../parts/AgendaNow.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { StageOnPhone } from '../../parts/StageOnPhone.tsx';
import { stageLenses } from '../../parts/wallCards.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { MergedAway } from './MergedAway.tsx';
import { type Situation, situation } from './situation.ts';

/** What the workshop expects of the animator now, in one line; and what the plenary looks at. */
export function SituationNotice({ client, view }: { readonly client: WorkshopClient; readonly view: AnimatorView }) {
  const words = useText(animatorWords);
  const now = situation(view);
  const line = now === 'working' || now === 'plenary' || now === 'merged' ? undefined : words[now];
  return (
    <>
      {view.mergedInto === undefined ? null : <MergedAway into={view.mergedInto} />}
      {line === undefined ? null : (
        <Notice tone={now === 'yourTurn' || now === 'nextTurn' ? 'ok' : 'info'}>
          <p className="situation">{line}</p>
        </Notice>
      )}
      {view.stage?.onAir ? <StageFold client={client} stage={view.stage} lenses={stageLenses(view)} /> : null}
      {showsAgenda(view, now) ? <AgendaNow view={view} /> : null}
    </>
  );
}

/** The agenda stands aside while her group works, and while key ideas are still to be submitted. */
const showsAgenda = (view: AnimatorView, now: Situation): boolean =>
  !view.stage?.onAir && (now === 'notFormed' || now === 'formedOnly' || now === 'plenary' || now === 'merged');

/** Open when her own group is on stage; otherwise hers to open, so that it does not push her work away. */
function StageFold({ client, stage, lenses }: Parameters<typeof StageOnPhone>[0]) {
  const [open, setOpen] = useState(true);
  const scene = stage.scene.kind === 'group' ? stage.scene.group.id : stage.scene.kind;
  useEffect(() => {
    if (scene !== '') setOpen(true);
  }, [scene]);
  return (
    <details className="stage-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="stage-fold__summary">{useText(animatorWords).plenary}</summary>
      <StageOnPhone client={client} stage={stage} lenses={lenses} />
    </details>
  );
}
