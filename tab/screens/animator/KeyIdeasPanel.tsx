import './KeyIdeasPanel.css';
import { useCallback, useEffect, useState } from 'react';
import type { GroupChange } from '../../../shared/views/groupHistory.ts';
import type { GroupWorkView } from '../../../shared/views/views.ts';
import type { GroupPlace } from '../../../shared/workshop/groups/groupWork.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { ApiReply } from '../../net/api.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { clearDraft, readDraft, writeDraft } from '../../net/drafts.ts';
import { useSnapshot } from '../../net/useSnapshot.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { SentAnswers } from '../../parts/SentAnswers.tsx';
import { useDelayed } from '../../parts/useDelayed.ts';
import { useUnseen } from '../../parts/useUnseen.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';
import { themeWords } from '../../text/themes.ts';
import { CitationDialog } from './CitationDialog.tsx';
import { HistoryDialog, type Restoring } from './HistoryDialog.tsx';
import { KeyIdeaEditor } from './KeyIdeaEditor.tsx';
import { type DraftStatus, draftStatus, type KeyIdeaDraft, readKeyIdeaDraft } from './keyIdeaDraft.ts';
import { chosenIdeas, type ListedKeyIdea, listKeyIdeas, outcomeSending, submitReadiness } from './keyIdeaList.ts';
import { NewKeyIdea } from './NewKeyIdea.tsx';
import { ProposalsSection } from './ProposalsSection.tsx';
import { SubmitBar } from './SubmitBar.tsx';
import { SubmittedIdeas } from './SubmittedIdeas.tsx';

export interface KeyIdeasPanelProps {
  readonly client: WorkshopClient;
  readonly slotId: string;
  readonly work: GroupWorkView;
  readonly keyIdeasPerGroup: number;
  readonly prompts: readonly string[];
  /** That an idea may be read by. */
  readonly lenses: readonly string[];
  readonly history: HistoryOf;
  /** Where hours are told. */
  readonly timeZone: string;
}

/** Asks the server who changed which key idea of a group, and its themes. */
export type HistoryOf = (place: GroupPlace) => Promise<ApiReply<readonly GroupChange[]>>;

/** Where a group's key ideas are drafted, cited, chosen and submitted. For its animator, and for the host. */
export function KeyIdeasPanel(props: KeyIdeasPanelProps) {
  const words = useText(animatorWords);
  const { client, slotId, work, keyIdeasPerGroup: count } = props;
  const snapshot = useSnapshot(client);
  const { unseen, storedIds } = useUnseen(snapshot);
  const place = { slotId, groupId: work.groupId };
  const draftKey = `${snapshot.view?.workshopId ?? ''}:${snapshot.me?.personId ?? ''}:keyIdea:${slotId}:${work.groupId}`;
  const drops = useDelayed((keyIdeaId) => client.send({ kind: 'DropKeyIdea', ...place, keyIdeaId }));
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const [citing, setCiting] = useState<string>();
  /** `all`, or one idea. */
  const [recalled, setRecalled] = useState<string>();
  const ofThemes = useText(themeWords);
  const { groupId } = work;
  const { history: ask } = props;
  const { keyIdeas, outcome, synthesis } = work;
  // Another function, and the dialog asks again, as soon as there is more to tell: a restored text, somebody's change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the history is told of changes with these
  const readHistory = useCallback(
    () => ask({ slotId, groupId }),
    [ask, slotId, groupId, keyIdeas, outcome, synthesis?.arrangementId],
  );
  const drafts = useKeyIdeaDrafts(draftKey);

  const ideas = listKeyIdeas({ slotId, work, unseen, storedIds });
  const standing = ideas.filter((idea) => !drops.waiting.includes(idea.id));
  const chosen = chosenIdeas(standing, ticks, count);
  const statusOf = (idea: ListedKeyIdea): DraftStatus => draftStatus(idea, drafts.of(idea.id));
  const canSave = (idea: ListedKeyIdea) => {
    const length = drafts.of(idea.id)?.text.trim().length ?? idea.text.length;
    return length > 0 && length <= limits.keyIdeaChars && statusOf(idea).kind !== 'conflict';
  };

  // A refusal because someone else was faster is not an error to dismiss: both texts are shown where they belong.
  const overtaken = snapshot.failed.find(isOvertaken);
  useEffect(() => {
    if (overtaken?.command.kind !== 'ReviseKeyIdea' || overtaken.command.groupId !== work.groupId) return;
    const { keyIdeaId, seenText, text } = overtaken.command;
    if (drafts.of(keyIdeaId) === undefined) drafts.write(keyIdeaId, { seenText, text });
    client.dismiss(overtaken.commandId);
  }, [overtaken, work.groupId, drafts, client]);

  // A draft that says what the server says has done its work.
  useEffect(() => {
    for (const idea of ideas) {
      const draft = drafts.of(idea.id);
      if (draft !== undefined && !idea.sending && draft.text.trim() === idea.text) drafts.clear(idea.id);
    }
  });

  const revise = (idea: ListedKeyIdea, change: { readonly text?: string; readonly citations?: readonly string[] }) => {
    const typed = drafts.of(idea.id)?.text.trim();
    const status = statusOf(idea).kind;
    // What is being typed goes along with a change of citations, unless it is empty or someone must compare first.
    const own = typed !== undefined && typed !== '' && status === 'unsaved' ? typed : idea.text;
    const text = change.text ?? own;
    const citations = [...(change.citations ?? idea.citations)];
    client.send({ kind: 'ReviseKeyIdea', ...place, keyIdeaId: idea.id, seenText: idea.text, text, citations });
  };

  const isFinal = work.presented || work.outcome.kind === 'submitted';
  const restoreIn = (keyIdeaId: string): Restoring | undefined => {
    if (isFinal) return undefined;
    const idea = standing.find((each) => each.id === keyIdeaId);
    const standingOf = (ids: readonly string[]) => ids.filter((id) => work.answers[id] !== undefined);
    return {
      ...(idea === undefined ? {} : { now: idea }),
      restore({ text, citations }) {
        const cited = standingOf(citations);
        if (idea === undefined) return void client.send({ kind: 'DraftKeyIdea', ...place, text, citations: cited });
        drafts.clear(idea.id);
        revise(idea, { text, citations: cited });
      },
    };
  };
  const history =
    recalled === undefined ? null : (
      <HistoryDialog
        read={readHistory}
        timeZone={props.timeZone}
        {...(recalled === 'all' ? {} : { keyIdeaId: recalled })}
        answers={work.answers}
        restoreIn={restoreIn}
        onClose={() => setRecalled(undefined)}
      />
    );
  const putLens = (keyIdeaId: string, lens: string | undefined) =>
    client.send({ kind: 'PutLens', ...place, keyIdeaId, ...(lens === undefined ? {} : { lens }) });
  if (isFinal) {
    return (
      <>
        <SubmittedIdeas
          work={work}
          busy={outcomeSending({ slotId, work, unseen, storedIds })}
          lenses={props.lenses}
          onPutLens={putLens}
          onReopen={() => client.send({ kind: 'ReopenKeyIdeas', ...place })}
          onRecall={() => setRecalled('all')}
        />
        {history}
      </>
    );
  }

  const citingIdea = standing.find((idea) => idea.id === citing);

  return (
    <div className="key-ideas">
      <div className="key-ideas__head">
        <p className="key-ideas__goal">{words.keyIdeasGoal(count)}</p>
        <Button variant="quiet" onClick={() => setRecalled('all')}>
          <Icon name="clock" />
          {ofThemes.history}
        </Button>
      </div>
      <SentAnswers model={snapshot.view?.languageModel} />
      {work.synthesis === undefined ? null : (
        <ProposalsSection {...props} synthesis={work.synthesis} standing={standing} />
      )}
      <ol className="key-ideas__list">
        {ideas.map((idea) => {
          const position = standing.indexOf(idea) + 1;
          return (
            <li key={idea.id}>
              {drops.waiting.includes(idea.id) ? (
                <div className="key-ideas__dropped" role="status">
                  {words.dropped}
                  <Button variant="quiet" onClick={() => drops.undo(idea.id)}>
                    <Icon name="undo" />
                    {words.undo}
                  </Button>
                </div>
              ) : (
                <KeyIdeaEditor
                  idea={idea}
                  position={position}
                  answers={work.answers}
                  status={statusOf(idea)}
                  text={drafts.of(idea.id)?.text ?? idea.text}
                  tick={standing.length > count ? chosen.includes(idea) : undefined}
                  onTick={(ticked) => setTicks({ ...ticks, [idea.id]: ticked })}
                  onType={(text) =>
                    drafts.write(idea.id, { seenText: drafts.of(idea.id)?.seenText ?? idea.text, text })
                  }
                  onSave={(text) => {
                    drafts.write(idea.id, { seenText: idea.text, text });
                    revise(idea, { text });
                  }}
                  onTakeTheirs={() => drafts.clear(idea.id)}
                  lenses={props.lenses}
                  onPutLens={(lens) => putLens(idea.id, lens)}
                  onRecall={() => setRecalled(idea.id)}
                  onCite={() => setCiting(idea.id)}
                  onUncite={(answerId) =>
                    revise(idea, { citations: idea.citations.filter((cited) => cited !== answerId) })
                  }
                  onDrop={() => drops.start(idea.id)}
                />
              )}
            </li>
          );
        })}
      </ol>
      <NewKeyIdea
        key={draftKey}
        draftKey={`${draftKey}:new`}
        isFirst={ideas.length === 0}
        onAdd={(text) => client.send({ kind: 'DraftKeyIdea', ...place, text, citations: [] })}
      />
      <SubmitBar
        count={count}
        readiness={submitReadiness({
          ideas: standing,
          chosen,
          count,
          unsavableIds: standing.filter((idea) => !canSave(idea)).map((idea) => idea.id),
        })}
        busy={outcomeSending({ slotId, work, unseen, storedIds })}
        onSubmit={(keyIdeaIds) => {
          // What is still under the fingers first: commands are stored in the order in which they are sent.
          for (const idea of chosen) if (statusOf(idea).kind === 'unsaved') revise(idea, {});
          client.send({ kind: 'SubmitKeyIdeas', ...place, keyIdeaIds: [...keyIdeaIds] });
        }}
      />
      {history}
      {citingIdea === undefined ? null : (
        <CitationDialog
          position={standing.indexOf(citingIdea) + 1}
          ideaText={citingIdea.text}
          answers={Object.values(work.answers)}
          prompts={props.prompts}
          cited={citingIdea.citations}
          onClose={(citations) => {
            setCiting(undefined);
            if (citations !== undefined) revise(citingIdea, { citations });
          }}
        />
      )}
    </div>
  );
}

/** Refused because another editor's text came first. Shown in the panel, not among the failures. */
export const isOvertaken = ({
  command,
  problem,
}: {
  readonly command: { readonly kind: string };
  readonly problem: { readonly kind: string; readonly code?: string };
}): boolean => command.kind === 'ReviseKeyIdea' && problem.kind === 'rejected' && problem.code === 'key_idea_changed';

interface KeyIdeaDrafts {
  readonly of: (ideaId: string) => KeyIdeaDraft | undefined;
  readonly write: (ideaId: string, draft: KeyIdeaDraft) => void;
  readonly clear: (ideaId: string) => void;
}

/** Texts being typed, by idea; kept on this device at each keystroke. */
function useKeyIdeaDrafts(prefix: string): KeyIdeaDrafts {
  // Read from the storage at the first look at each idea, then held here: what is typed renders.
  const [held, setHeld] = useState<Readonly<Record<string, KeyIdeaDraft | null>>>({});
  const keyOf = (ideaId: string) => `${prefix}:${ideaId}`;
  return {
    of: (ideaId) => {
      const draft = held[ideaId];
      return draft === undefined ? readKeyIdeaDraft(readDraft(keyOf(ideaId))) : (draft ?? undefined);
    },
    write: (ideaId, draft) => {
      writeDraft(keyOf(ideaId), JSON.stringify(draft));
      setHeld((before) => ({ ...before, [ideaId]: draft }));
    },
    clear: (ideaId) => {
      clearDraft(keyOf(ideaId));
      setHeld((before) => ({ ...before, [ideaId]: null }));
    },
  };
}
