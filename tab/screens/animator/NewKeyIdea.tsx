import { useEffect, useId, useRef, useState } from 'react';
import { limits } from '../../../shared/workshop/limits.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDraft } from '../../parts/useDraft.ts';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';

interface NewKeyIdeaProps {
  readonly draftKey: string;
  /** No idea yet: the place to write the first one stands open. */
  readonly isFirst: boolean;
  readonly onAdd: (text: string) => void;
}

/** An idea of the group's own, before it exists anywhere else. */
export function NewKeyIdea({ draftKey, isFirst, onAdd }: NewKeyIdeaProps) {
  const words = useText(animatorWords);
  const id = useId();
  const [text, write, clear] = useDraft(draftKey);
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (opened) box.current?.focus();
  }, [opened]);
  const over = text.trim().length - limits.keyIdeaChars;
  const canAdd = text.trim() !== '' && over <= 0;
  if (!opened && !isFirst && text === '') {
    return (
      <Button className="key-ideas__write" onClick={() => setOpened(true)}>
        <Icon name="add" />
        {words.write}
      </Button>
    );
  }
  const add = () => {
    if (!canAdd) return;
    onAdd(text.trim());
    clear();
    setOpened(false);
  };
  return (
    <div className="idea idea--new">
      <label className="idea__label" htmlFor={id}>
        {words.newIdea}
      </label>
      <textarea
        ref={box}
        id={id}
        className="idea__text"
        rows={2}
        value={text}
        placeholder={words.newIdeaHint}
        aria-describedby={`${id}-count`}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
        }}
      />
      <p className="idea__count" id={`${id}-count`}>
        {over > 0 ? words.tooLong(over) : over > -limits.keyIdeaChars / 6 ? words.left(-over) : null}
      </p>
      <footer className="idea__foot">
        <Button disabled={!canAdd} onClick={add}>
          {words.add}
        </Button>
        {text === '' && isFirst ? null : (
          <Button
            variant="quiet"
            onClick={() => {
              clear();
              setOpened(false);
            }}
          >
            {words.cancel}
          </Button>
        )}
      </footer>
    </div>
  );
}
