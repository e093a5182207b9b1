import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, parseEnvelope } from '../../../shared/protocol/parse.ts';
import { type Command, commandSchema } from '../../../shared/workshop/commands.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { sampleCommands } from '../../doubles/sampleCommands.ts';
import { slotContent, usualSlots } from '../../doubles/workshopScenario.ts';

type Path = readonly (string | number)[];
const commands: readonly Command[] = Object.values(sampleCommands);
const accepts = (command: unknown): boolean => commandSchema.safeParse(command).success;

/** Every value inside a command, with the way to it. */
function* valuesIn(value: unknown, path: Path = []): Generator<{ readonly path: Path; readonly value: unknown }> {
  yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* valuesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** A copy with one value replaced; taken out when `next` is undefined. */
function replaced(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, next) : item));
  const record = value as Readonly<Record<string, unknown>>;
  const { [key]: before, ...others } = record;
  const after = replaced(before, rest, next);
  return after === undefined ? others : { ...others, [key]: after };
}

const optional = new Set([
  'afterSlotId',
  'StartSlot.fromSlotId',
  'ReviseGroup.name',
  'ReviseGroup.animatorName',
  'ReviseGroup.roomUrl',
  'ReviseGroup.seenRoomUrl',
  'Announce.groupIds',
  'section',
  'lead',
  'plannedStart',
  'seenArrangementId',
  'ReviseMyself.attributes',
  'ExpectPeople.personId',
  'FormGroups.recipe',
  'PublishGroups.groupId',
  'MovePeople.fromGroupId',
  'MovePeople.toGroupId',
  'SaveRecipe.recipeId',
  'FormGroups.group',
  'PublishGroups.group',
  'SaveRecipe.group',
  'lens',
  'ShowWall.by',
]);
/** Records whose keys are free: attributes, people, groups. */
const records = new Set(['attributes', 'mix', 'pinned', 'limits', 'capacities']);
const isRecord = (path: Path): boolean => typeof path.at(-1) === 'string' && records.has(String(path.at(-1)));
const isEntry = (path: Path): boolean =>
  path.length > 1 && isRecord(path.slice(0, -1)) && typeof path.at(-1) === 'string';
const isOptional = ({ kind }: Command, field: string): boolean =>
  optional.has(field) || optional.has(`${kind}.${field}`);
/** Longest text of each field; ids have their own rule. */
const longest: Readonly<Record<string, number>> = {
  title: limits.titleChars,
  seenPlaces: 16,
  section: limits.titleChars,
  lead: limits.titleChars,
  speakers: limits.titleChars,
  lenses: limits.titleChars,
  notes: limits.noteChars,
  prompts: limits.noteChars,
  name: limits.nameChars,
  organisation: limits.nameChars,
  animatorName: limits.titleChars,
  announcement: limits.announcementChars,
  email: limits.emailChars,
  seenText: limits.keyIdeaChars,
  label: limits.themeChars,
  lens: limits.titleChars,
};
const longestText: Readonly<Record<string, number>> = {
  CallForHelp: limits.announcementChars,
  Announce: limits.announcementChars,
  PostAnswer: limits.answerChars,
  EditAnswer: limits.answerChars,
  DraftKeyIdea: limits.keyIdeaChars,
  ReviseKeyIdea: limits.keyIdeaChars,
};
/** The name that a value goes by; lists of lists of people go by `personIds`. */
const fieldOf = (path: Path): string => {
  const isSetOfPeople = path[0] === 'groups' && typeof path[1] === 'number' && typeof path[2] === 'number';
  return isSetOfPeople ? 'personIds' : String(path.findLast((step) => typeof step === 'string'));
};
const isId = (field: string): boolean => /(?:^i|I)ds?$|^citations$|^together$|^apart$/.test(field);
/** Of recipes and attributes: the same words stand for other things elsewhere. */
const lengthOf = (command: Command, path: Path, field: string): number | undefined => {
  if (field === 'text') return longestText[command.kind];
  if (isEntry(path) || field === 'choices' || field === 'value') return limits.nameChars;
  if (field === 'attribute' || field === 'apartBy' || field === 'togetherBy') return limits.attributeNameChars;
  if (field === 'name' && ['ChooseAttributes', 'DropAttribute'].includes(command.kind))
    return limits.attributeNameChars;
  if (field === 'name' && ['SaveRecipe', 'NoteEarlierGroups'].includes(command.kind)) return limits.titleChars;
  return longest[field];
};
const isAddress = (field: string): boolean => ['roomUrl', 'endpointHost'].includes(field);
const isChoice = (field: string): boolean => ['kind', 'authors', 'plan', 'by', 'met'].includes(field);

describe('commands from the wire', () => {
  it('N9 every sample is taken as it is', () => {
    for (const command of commands) expect(commandSchema.parse(command)).toEqual(command);
  });

  it('N9 a text may be as long as its limit, and not one character longer', () => {
    for (const command of commands) {
      for (const { path, value } of valuesIn(command)) {
        const field = fieldOf(path);
        if (typeof value !== 'string' || isId(field) || isChoice(field) || isAddress(field)) continue;
        const max = lengthOf(command, path, field);
        if (max === undefined) throw new Error(`no limit is known for ${command.kind}.${path.join('.')}`);
        expect(accepts(replaced(command, path, 'é'.repeat(max)))).toBe(true);
        expect(accepts(replaced(command, path, 'é'.repeat(max + 1)))).toBe(false);
      }
    }
  });

  it('N9 ids have 8 to 80 letters, digits, points, dashes', () => {
    for (const command of commands) {
      for (const { path, value } of valuesIn(command)) {
        if (typeof value !== 'string' || !isId(fieldOf(path))) continue;
        for (const good of ['a'.repeat(8), 'Z'.repeat(80), '0123.-_x']) {
          expect(accepts(replaced(command, path, good))).toBe(true);
        }
        for (const bad of ['a'.repeat(7), 'a'.repeat(81), '', 'a b c d e', 'éééééééé', 'a/b/c/d/e', 'abcdefgh\n']) {
          expect(accepts(replaced(command, path, bad))).toBe(false);
        }
      }
    }
  });

  it('N10 no id is a word that every object answers to', () => {
    const words = Object.getOwnPropertyNames(Object.prototype);
    expect(words).toContain('__proto__');
    for (const word of [...words, '__proto__', 'constructor', 'hasOwnProperty']) {
      expect(accepts({ kind: 'RemovePerson', personId: word })).toBe(false);
      expect(parseEnvelope({ commandId: word, command: sampleCommands.PauseAgenda }).ok).toBe(false);
      const person = { link: 'a'.repeat(32), identity: 'a'.repeat(43), name: 'Zoé', organisation: '' };
      expect(parseBody('join', { ...person, joinId: word }).ok).toBe(false);
    }
  });

  it('N9 an unknown field is refused, at any depth', () => {
    for (const command of commands) {
      for (const { path, value } of valuesIn(command)) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
        // A number is no value of these records either, or their keys are ids and numbers.
        if (isRecord(path) && path.at(-1) !== 'attributes') continue;
        expect(accepts(replaced(command, [...path, 'unexpected'], 1))).toBe(false);
      }
      const polluted: unknown = JSON.parse(JSON.stringify(command).replace('{', '{"__proto__":{"role":"host"},'));
      const { data = {} } = commandSchema.safeParse(polluted);
      expect(Object.hasOwn(data, '__proto__')).toBe(false);
      expect('role' in data).toBe(false);
    }
  });

  it('N9 a field that is missing or of another type is refused', () => {
    for (const command of commands) {
      for (const { path, value } of valuesIn(command)) {
        if (path.length === 0) continue;
        const isItem = typeof path.at(-1) === 'number';
        if (!isItem)
          expect(accepts(replaced(command, path, undefined)), `${command.kind}.${path.join('.')}`).toBe(
            isEntry(path) || isOptional(command, fieldOf(path)),
          );
        for (const other of [null, true, 1.5, 'NaN', [], {}, Number.MAX_VALUE]) {
          const isSame = typeof other === typeof value && Array.isArray(other) === Array.isArray(value);
          if (!isSame || typeof value === 'number') expect(accepts(replaced(command, path, other))).toBe(false);
        }
      }
    }
  });

  it('N9 lists have an end', () => {
    const cut = { slotId: 'slot-0001', allottedMs: 0 };
    const adding = (slot: object) => ({ ...sampleCommands.AddSlot, slot: { ...sampleCommands.AddSlot.slot, ...slot } });
    const person = { name: 'Zoé', organisation: '', email: '', attributes: {} };
    const asking = (attribute: object) => ({
      kind: 'ChooseAttributes',
      attributes: [{ name: 'Région', asked: true, choices: [], ...attribute }],
    });
    const filled = (count: number, item: unknown = 'a') => Array.from({ length: count }, () => item);
    const atTheLimit: readonly (readonly [number, (count: number) => unknown])[] = [
      [limits.slots, (count) => ({ kind: 'AbsorbDelay', cuts: filled(count, cut) })],
      [limits.groups, (count) => ({ ...sampleCommands.Announce, groupIds: filled(count, 'group-0001') })],
      [limits.groups, (count) => ({ ...sampleCommands.OrderRestitution, groupIds: filled(count, 'group-0001') })],
      [limits.citations, (count) => ({ ...sampleCommands.DraftKeyIdea, citations: filled(count, 'answer-0001') })],
      [limits.citations, (count) => ({ ...sampleCommands.ReviseKeyIdea, citations: filled(count, 'answer-0001') })],
      [10, (count) => ({ ...sampleCommands.SubmitKeyIdeas, keyIdeaIds: filled(count, 'idea-0001-a') })],
      [limits.peoplePerCommand, (count) => ({ kind: 'ExpectPeople', people: filled(count, person) })],
      [limits.attributeChoices, (count) => asking({ choices: filled(count) })],
      [limits.people, (count) => ({ kind: 'ForgetExpected', personIds: filled(count, 'person-0001') })],
      [50, (count) => adding({ speakers: filled(count) })],
      [200, (count) => adding({ notes: filled(count) })],
      [20, (count) => adding({ prompts: filled(count) })],
      [30, (count) => adding({ lenses: filled(count) })],
    ];
    for (const [max, make] of atTheLimit) {
      expect(accepts(make(max))).toBe(true);
      expect(accepts(make(max + 1))).toBe(false);
    }
    for (const command of [
      { kind: 'AbsorbDelay', cuts: [] },
      { ...sampleCommands.Announce, groupIds: [] },
      { ...sampleCommands.OrderRestitution, groupIds: [] },
      { kind: 'ExpectPeople', people: [] },
      { ...sampleCommands.MovePeople, moves: [...sampleCommands.MovePeople.moves, ...sampleCommands.MovePeople.moves] },
      { ...sampleCommands.NoteEarlierGroups, groups: [['person-0001'], ['person-0001']] },
    ]) {
      expect(accepts(command)).toBe(false);
    }
  });

  it('N9 numbers stay within reason', () => {
    const inRange: readonly (readonly [(value: number) => unknown, number, number])[] = [
      [(byMs) => ({ ...sampleCommands.ExtendSlot, byMs }), 1_000, limits.slotDurationMs],
      [(byMs) => ({ ...sampleCommands.ShortenSlot, byMs }), 1_000, limits.slotDurationMs],
      [(promptIndex) => ({ ...sampleCommands.PostAnswer, promptIndex }), 0, 19],
      [(plannedStart) => ({ ...sampleCommands.AddSlot, slot: slotContent({ plannedStart }) }), 0, 1_439],
      [(durationMs) => ({ ...sampleCommands.AddSlot, slot: slotContent({ durationMs }) }), 0, limits.slotDurationMs],
      [(graceMs) => options({ graceMs }), 0, 3_600_000],
      [(keyIdeasPerGroup) => options({ keyIdeasPerGroup }), 1, 10],
    ];
    for (const [make, min, max] of inRange) {
      for (const good of [min, max]) expect(accepts(make(good))).toBe(true);
      for (const bad of [min - 1, max + 1, min + 0.5]) expect(accepts(make(bad))).toBe(false);
    }
  });

  it('N9 a text is trimmed, its line ends made one, its control characters taken out; empty is no answer', () => {
    const textOf = (text: string): unknown => {
      const parsed = commandSchema.safeParse({ ...sampleCommands.PostAnswer, text });
      return parsed.success && parsed.data.kind === 'PostAnswer' ? parsed.data.text : undefined;
    };
    expect(textOf('  une\r\nréponse\r\tici\u0000\u0007\u001b[31m\u007f  ')).toBe('une\nréponse\n\tici[31m');
    expect(textOf('moitié \ud83d')).toBe('moitié \ufffd');
    for (const empty of ['', '   ', '\r\n', '\u0000']) expect(textOf(empty)).toBeUndefined();
  });

  it('M2 an endpoint is the name of a host, as an address has it', () => {
    const accepted = (endpointHost: string) => accepts({ kind: 'AllowLanguageModel', endpointHost });
    for (const good of ['api.openai.com', 'localhost:11434', '[::1]:8080', 'xn--bcher-kva.example']) {
      expect(accepted(good)).toBe(true);
    }
    for (const bad of ['', 'https://api.openai.com', 'a b', 'a@b', 'É.fr', '<b>', `${'a'.repeat(3_000)}.fr`]) {
      expect(accepted(bad)).toBe(false);
    }
  });

  it('N11 a room is a web link or nothing', () => {
    const accepted = (roomUrl: string): boolean =>
      accepts({ kind: 'AddGroup', group: { name: 'Groupe', animatorName: '', roomUrl } });
    for (const good of ['', 'https://teams.microsoft.com/l/meetup-join/19%3a?x=1#y', 'http://salle.local:8080/a']) {
      expect(accepted(good)).toBe(true);
    }
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'vbscript:x',
      'blob:https://a.example/x',
      'ftp://a.example',
      'salle 3',
      '//a.example',
      `https://a.example/${'x'.repeat(limits.urlChars)}`,
    ]) {
      expect(accepted(bad)).toBe(false);
    }
  });

  it('N9 a workshop has a time zone that exists', () => {
    const founding = (timeZone: string) =>
      parseBody('workshop', {
        commandId: 'found-0001',
        workshop: {
          kind: 'CreateWorkshop',
          title: 'Atelier',
          language: 'fr',
          timeZone,
          slots: usualSlots,
          groups: [{ name: 'Groupe', animatorName: '', roomUrl: '' }],
          keyIdeasPerGroup: 2,
        },
      });
    for (const good of ['Europe/Paris', 'UTC', 'America/Martinique']) expect(founding(good).ok).toBe(true);
    for (const bad of ['', 'Mars/Olympus', 'Europe/Paris\u0000x', 'x'.repeat(61)]) {
      expect(founding(bad)).toEqual({ ok: false, problem: { kind: 'invalid', path: 'workshop.timeZone' } });
    }
  });

  it('N9 anything at all gives a command or the field at fault, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...commands), (junk, command) => {
        for (const raw of [junk, { commandId: 'command-0001', command: junk }, { commandId: junk, command }]) {
          const parsed = parseEnvelope(raw);
          if (!parsed.ok) expect(parsed.problem.kind).toBe('invalid');
        }
        for (const name of ['invitation', 'join', 'workshop'] as const) expect(parseBody(name, junk).ok).toBe(false);
      }),
    );
    expect(parseEnvelope(undefined)).toEqual({ ok: false, problem: { kind: 'invalid', path: '' } });
  });

  it('N9 a refused command is answered under its id, with the field at fault', () => {
    const command = { ...sampleCommands.ReviseSlot, slot: slotContent({ title: '' }) };
    expect(parseEnvelope({ commandId: 'command-0001', command })).toEqual({
      ok: false,
      problem: { kind: 'invalid', path: 'slot.title' },
      commandId: 'command-0001',
    });
    expect(parseEnvelope({ commandId: 'command-0001', command: { kind: 'DropTables' } })).toMatchObject({
      problem: { path: 'kind' },
    });
  });
});

const options = (overrides: object) => ({
  ...sampleCommands.ChooseOptions,
  options: { ...sampleCommands.ChooseOptions.options, ...overrides },
});

describe('bodies', () => {
  const good = { link: 'ABCD-EFGH', joinId: 'person-0001', identity: 'a'.repeat(43), name: 'Zoé', organisation: '' };

  it('N9 an identity has at least 128 bits, and nothing else stands beside it', () => {
    expect(parseBody('join', good)).toMatchObject({ ok: true, value: good });
    for (const bad of [
      { ...good, identity: 'a'.repeat(21) },
      { ...good, identity: 'a'.repeat(101) },
      { ...good, identity: `${'a'.repeat(42)}=` },
      { ...good, link: '' },
      { ...good, link: 'a'.repeat(101) },
      { ...good, name: 'a'.repeat(limits.nameChars + 1) },
      { ...good, role: 'host' },
    ]) {
      expect(parseBody('join', bad).ok).toBe(false);
    }
  });
});
