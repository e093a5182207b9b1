import './LongText.css';
import { useState } from 'react';
import { animatorWords } from '../../text/animator.ts';
import { useText } from '../../text/language.tsx';

/** From here on a text hides what stands below it; folded, it takes a few lines. */
const longChars = 700;
const foldedChars = 400;

/** The beginning of a text that is too long to stand among others, with its line breaks; undefined for any other. */
export function beginningOfLong(text: string): string | undefined {
  if (text.length <= longChars) return undefined;
  const start = text.slice(0, foldedChars - 1);
  const space = start.search(/\s\S*$/u);
  const kept = space > foldedChars / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/u, '');
  return `${kept.trimEnd()}…`;
}

/** What somebody wrote, word for word; a very long one begins folded, and opens for whoever wants to read on. */
export function LongText({ text }: { readonly text: string }) {
  const words = useText(animatorWords);
  const [isOpen, setOpen] = useState(false);
  const beginning = beginningOfLong(text);
  if (beginning === undefined || isOpen) return text;
  return (
    <>
      {beginning}{' '}
      <button type="button" className="long-text__more" onClick={() => setOpen(true)}>
        {words.readOn}
      </button>
    </>
  );
}
