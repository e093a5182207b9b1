import { describe, expect, it } from 'vitest';
import type { GroupWorkView } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { draftStatus, readKeyIdeaDraft } from '../../tab/screens/animator/keyIdeaDraft.ts';
import {
  chosenIdeas,
  type ListedKeyIdea,
  listKeyIdeas,
  submitReadiness,
} from '../../tab/screens/animator/keyIdeaList.ts';

const place = { slotId: 'slot-0001', groupId: 'group-001' };
const work: GroupWorkView = {
  groupId: 'group-001',
  members: {},
  answers: {
    a: { id: 'a', promptIndex: 0, text: 'A', postedAt: 1, edited: false, supports: 0 },
  },
  keyIdeas: { one: { id: 'one', text: 'Une', citations: ['a', 'gone'] } },
  outcome: { kind: 'drafting' },
  presented: false,
};
const pending = (commandId: string, command: Command) => ({ commandId, command, queuedAt: 1 });
const list = (commands: readonly Command[], storedIds: ReadonlySet<string> = new Set()) =>
  listKeyIdeas({
    slotId: place.slotId,
    work,
    unseen: commands.map((command, index) => pending(`c-${index}`, command)),
    storedIds,
  });
const idea = (id: string, citations: readonly string[] = ['a']): ListedKeyIdea => ({
  id,
  text: id,
  citations,
  sending: false,
});
const readiness = (
  ideas: readonly ListedKeyIdea[],
  ticks: Readonly<Record<string, boolean>> = {},
  unsavable: string[] = [],
) => submitReadiness({ ideas, chosen: chosenIdeas(ideas, ticks, 2), count: 2, unsavableIds: unsavable });

describe('key ideas on one screen', () => {
  it('P11 shows drafts, revisions and deletions at once', () => {
    const revise: Command = {
      kind: 'ReviseKeyIdea',
      ...place,
      keyIdeaId: 'one',
      seenText: 'Une',
      text: 'Mieux',
      citations: ['a'],
    };
    const draft: Command = { kind: 'DraftKeyIdea', ...place, text: 'Deux', citations: [] };
    expect(list([revise, draft]).map(({ text, sending }) => [text, sending])).toEqual([
      ['Mieux', true],
      ['Deux', true],
    ]);
    expect(list([revise], new Set(['c-0']))[0]).toMatchObject({ text: 'Mieux', sending: false });
    expect(list([{ kind: 'DropKeyIdea', ...place, keyIdeaId: 'one' }])).toEqual([]);
  });

  it('P11 leaves out another group’s commands and withdrawn answers', () => {
    expect(list([{ kind: 'DropKeyIdea', ...place, groupId: 'group-002', keyIdeaId: 'one' }])).toHaveLength(1);
    expect(list([])[0]?.citations).toEqual(['a']);
  });

  it('P14 proposes the first ideas, and lets people tick others', () => {
    const three = [idea('1'), idea('2'), idea('3')];
    const ids = (ticks: Readonly<Record<string, boolean>>) => chosenIdeas(three, ticks, 2).map(({ id }) => id);
    expect(ids({})).toEqual(['1', '2']);
    expect(ids({ 1: false })).toEqual(['2', '3']);
    expect(ids({ 3: true })).toEqual(['1', '3']);
    expect(ids({ 1: true, 2: true, 3: true })).toEqual(['1', '2', '3']);
    expect(ids({ 1: false, 2: false })).toEqual(['3']);
  });

  it('P15 says the first thing that is missing', () => {
    expect(readiness([idea('1')])).toEqual({ kind: 'missing', count: 1, toWrite: true });
    const three = [idea('1'), idea('2'), idea('3')];
    expect(readiness(three, { 1: false, 2: false })).toEqual({ kind: 'missing', count: 1, toWrite: false });
    expect(readiness(three, { 1: true, 2: true, 3: true })).toEqual({ kind: 'tooMany', count: 1 });
    expect(readiness([idea('1'), idea('2', [])], {}, ['1'])).toEqual({ kind: 'unsaved', position: 1 });
    expect(readiness([idea('1'), idea('2', [])])).toEqual({ kind: 'uncited', position: 2 });
    expect(readiness([idea('1'), idea('2')])).toEqual({ kind: 'ready', keyIdeaIds: ['1', '2'] });
  });

  it('P16 tells a text changed by someone else from one’s own', () => {
    const draft = { seenText: 'Une', text: 'La mienne' };
    expect(draftStatus({ text: 'Une', sending: false }, draft)).toEqual({ kind: 'unsaved' });
    expect(draftStatus({ text: 'La sienne', sending: false }, draft)).toEqual({
      kind: 'conflict',
      theirs: 'La sienne',
    });
  });

  it('P17 is saving while on its way and clean once stored', () => {
    const draft = { seenText: 'Une', text: 'La mienne ' };
    expect(draftStatus({ text: 'La mienne', sending: true }, draft)).toEqual({ kind: 'saving' });
    expect(draftStatus({ text: 'La mienne', sending: false }, draft)).toEqual({ kind: 'clean' });
    expect(draftStatus({ text: 'Une', sending: false }, undefined)).toEqual({ kind: 'clean' });
  });

  it('P17 reads back what it kept, and nothing else', () => {
    const draft = { seenText: 'a', text: 'b' };
    expect(readKeyIdeaDraft(JSON.stringify(draft))).toEqual(draft);
    for (const stored of [undefined, '', 'null', '{', '{"text":1}', '[]'])
      expect(readKeyIdeaDraft(stored)).toBeUndefined();
  });
});
