import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../../../shared/protocol/messages.ts';
import type { SlotView } from '../../../../shared/views/views.ts';
import { groupTitle } from '../../../../shared/views/wording.ts';
import { seenPlaces } from '../../../../shared/workshop/groups/seenPlaces.ts';
import { writePreference } from '../../../net/storage.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { builderWords } from '../../../text/builder.ts';
import { useLanguage, useText } from '../../../text/language.tsx';
import { describeProblem } from '../../../text/problems.ts';
import { recipeWords } from '../../../text/splitRecipe.ts';
import { sentenceWords } from '../../../text/splitSentences.ts';
import { useHost } from '../hostContext.ts';
import { BuilderContext } from './builderContext.ts';
import { ChoiceDialog } from './ChoiceDialog.tsx';
import { Preview } from './Preview.tsx';
import { RecipePanel } from './RecipePanel.tsx';
import type { Speech } from './splitSentences.ts';
import { rememberable } from './startingRecipe.ts';
import { type Builder, recipePreference, useBuilder } from './useBuilder.ts';
import './builder.css';

interface GroupBuilderProps {
  readonly slot: SlotView;
  readonly onClose: () => void;
}

/** The groups of a breakout before they are sent off: prepared by the host, or chosen by everyone. */
export function GroupBuilder({ slot, onClose }: GroupBuilderProps) {
  const { view, preparations } = useHost();
  const [isChoosing, setChoosing] = useState(false);
  const isOffered = view.breakouts[slot.id]?.choice !== undefined;
  useEffect(() => {
    // What people choose is where a preparation begins afterwards.
    if (isOffered) preparations.delete(slot.id);
  }, [isOffered, preparations, slot.id]);
  return isOffered || isChoosing ? (
    <ChoiceDialog slot={slot} onBack={() => setChoosing(false)} onClose={onClose} />
  ) : (
    <PreparationDialog slot={slot} onChoose={() => setChoosing(true)} onClose={onClose} />
  );
}

const drawSeed = (): number => crypto.getRandomValues(new Int32Array(1))[0] ?? 0;

function PreparationDialog({ slot, onChoose, onClose }: GroupBuilderProps & { readonly onChoose: () => void }) {
  const { view, preparations } = useHost();
  const words = useText(builderWords);
  const sentences = useText(sentenceWords);
  const { options } = useText(recipeWords);
  const { language } = useLanguage();
  const builder = useBuilder(view, slot, preparations, drawSeed);
  const { groups, nameOf } = builder;
  const speech = useMemo(
    (): Speech => ({
      words: sentences,
      nameOf,
      groupOf: (index) => {
        const group = groups[index];
        return group === undefined ? '' : groupTitle(group, language);
      },
    }),
    [sentences, nameOf, groups, language],
  );
  const context = useMemo(() => ({ builder, speech }), [builder, speech]);
  const { publish, isPublishing, problem } = usePublishing(builder, onClose);
  useUndoKeys(builder);
  const isAway = builder.isFormed && view.breakouts[slot.id]?.phase.kind !== 'formed';
  const isEmpty = builder.people.length === 0;
  return (
    <BuilderContext value={context}>
      <Dialog
        open
        full
        title={`${builder.isFormed ? words.review : words.prepare} · ${slot.title}`}
        onClose={onClose}
        actions={
          <>
            <Button className="builder-aside-action" variant="quiet" disabled={isAway} onClick={onChoose}>
              {words.choose}
            </Button>
            <Button className="builder-close" onClick={onClose}>
              {words.close}
            </Button>
            <Button
              variant="primary"
              busy={isPublishing}
              disabled={isAway || isEmpty || builder.foreign.length > 0}
              onClick={publish}
            >
              {isPublishing ? words.publishing : words.publish}
            </Button>
          </>
        }
      >
        {isAway && <Notice tone="warn">{words.alreadyAway}</Notice>}
        {problem && <Notice tone="alert">{describeProblem(problem, language)}</Notice>}
        <div className="builder">
          <aside className="builder__recipe" aria-label={options}>
            <RecipePanel />
          </aside>
          {isEmpty ? <p className="panel__empty">{words.nobody}</p> : <Preview />}
        </div>
      </Dialog>
    </BuilderContext>
  );
}

/** Sends the groups off to everybody. The dialog stays until they are stored: a refusal is read where the work is. */
function usePublishing(builder: Builder, onClose: () => void) {
  const { client, send, preparations } = useHost();
  const [isPublishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const publish = async (): Promise<void> => {
    const { draft, groups, slot, seen } = builder;
    setPublishing(true);
    setProblem(undefined);
    const commandId = send({
      kind: 'PublishGroups',
      slotId: slot.id,
      groups: groups.map(({ groupId }, index) => ({
        ...(groupId === undefined ? {} : { groupId }),
        personIds: [...(draft.split[index] ?? [])],
      })),
      recipe: draft.recipe,
      seenPlaces: seenPlaces(seen, draft.split.flat()),
    });
    const refused = await client.settled(commandId);
    setPublishing(false);
    if (refused !== undefined) {
      // It is told here; behind the dialog nobody would see it.
      client.dismiss(commandId);
      setProblem(refused);
      return;
    }
    writePreference(recipePreference, rememberable(draft.recipe));
    onClose();
    preparations.delete(slot.id);
  };
  return { publish, isPublishing, problem };
}

/** Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, unless a field or a dialog above has keys of its own. */
function useUndoKeys({ undo, redo }: Builder): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || document.querySelectorAll('dialog[open]').length > 1) return;
      const isTyping = event.target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(event.target.type);
      const key = event.key.toLowerCase();
      if (isTyping || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
