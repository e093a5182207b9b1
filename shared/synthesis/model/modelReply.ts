import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';

const citationSchema = z.object({ answer: z.string(), quote: z.string() });
const ideaSchema = z.object({ text: z.string(), citations: z.array(z.unknown()) });
const replySchema = z.object({ ideas: z.array(z.unknown()) });

export interface ReplyCitation {
  readonly answer: string;
  readonly quote: string;
}

/** An idea as a model gave it: nothing of it is believed yet. */
export interface ReplyIdea {
  readonly text: string;
  readonly citations: readonly ReplyCitation[];
}

/** More is no reply: what comes after is not looked at. */
const mostIdeas = 20;
const mostCitations = 300;

/** Models put a fence or a sentence around their JSON when nothing holds them to it. */
const jsonIn = (text: string): string => text.slice(Math.max(0, text.indexOf('{')), text.lastIndexOf('}') + 1);

/**
 * What a model replied: its ideas, `undefined` in the place of one that has not the shape of an idea, and without
 * citations that have not the shape of one.
 */
export function readModelReply(text: string): Result<readonly (ReplyIdea | undefined)[], 'not_json' | 'wrong_shape'> {
  let value: unknown;
  try {
    value = JSON.parse(jsonIn(text));
  } catch {
    return err('not_json');
  }
  const reply = replySchema.safeParse(value);
  if (!reply.success) return err('wrong_shape');
  const ideas = reply.data.ideas.slice(0, mostIdeas).map((given) => {
    const idea = ideaSchema.safeParse(given);
    if (!idea.success) return undefined;
    const citations = idea.data.citations.slice(0, mostCitations).flatMap((each) => {
      const citation = citationSchema.safeParse(each);
      return citation.success ? [citation.data] : [];
    });
    return { text: idea.data.text, citations };
  });
  return ok(ideas);
}
