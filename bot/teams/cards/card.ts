/** Adaptive Cards 1.5, as much of them as Aparté draws. adaptivecards.io/schemas/adaptive-card.json */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: 'fr' | 'en';
  /** What a screen reader says of the whole card. */
  readonly speak: string;
  /** What a client that cannot draw it shows instead. */
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
  /** For whom Teams asks for a version of their own when they look at it: 60 people at most. */
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
}

export type CardElement = TextBlock | RichTextBlock | Container | FactSet | ActionSet | TextInput;

type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';
type Spacing = 'none' | 'small' | 'default' | 'medium' | 'large';
type Size = 'small' | 'default' | 'medium' | 'large' | 'extraLarge';

/** Markdown is read in it: for Aparté's own words only. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: Size;
  readonly weight?: 'bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
  readonly spacing?: Spacing;
}

/** Shown letter by letter: what people typed can make no link, no list and no bold in it. */
export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly {
    readonly type: 'TextRun';
    readonly text: string;
    readonly size?: Size;
    readonly weight?: 'bolder';
    readonly italic?: boolean;
    readonly isSubtle?: boolean;
  }[];
  readonly spacing?: Spacing;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly style?: 'emphasis' | 'good' | 'warning' | 'attention';
  readonly separator?: boolean;
  readonly spacing?: Spacing;
  readonly bleed?: boolean;
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

/** Buttons among the words: a row of its own. */
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isMultiline: true;
  readonly maxLength: number;
}

export type CardAction = ExecuteAction | OpenUrlAction;

type ActionData = Readonly<Record<string, string | number>>;

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly title: string;
  readonly data: ActionData;
  readonly style?: 'positive';
  /** For clients that know no universal actions: the same, answered by a message. */
  readonly fallback: { readonly type: 'Action.Submit'; readonly title: string; readonly data: ActionData };
}

export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** Larger cards are refused somewhere: Teams takes 80 kB, webhooks and some phones 28. */
export const largestCardBytes = 25_000;

/** Bytes of a card on the wire. */
export const cardBytes = (card: Card): number => Buffer.byteLength(JSON.stringify(card));

/**
 * The first version that is small enough: `draw` is asked for shorter and shorter ones.
 * @param draw level 0: everything; 3: what can never be too large
 */
export function fitCard(draw: (level: 0 | 1 | 2 | 3) => Card): Card {
  for (const level of [0, 1, 2] as const) {
    const card = draw(level);
    if (cardBytes(card) < largestCardBytes) return card;
  }
  return draw(3);
}

/** A text cut between two words, with an ellipsis, to so many characters at most. */
export function cutText(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const head = text.slice(0, chars - 1);
  const cut = head.lastIndexOf(' ');
  // Half a surrogate pair is no letter.
  return `${(cut > chars / 2 ? head.slice(0, cut) : head).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Parts said one after the other, each a sentence. */
export const spoken = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (/[.?!…:]$/.test(part) ? part : `${part}.`))
    .join(' ');

export const words = (text: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
});

/** What a person typed. */
export const typed = (
  text: string,
  look: {
    readonly size?: Size;
    readonly weight?: 'bolder';
    readonly italic?: boolean;
    readonly isSubtle?: boolean;
  } = {},
  spacing: Spacing = 'default',
): RichTextBlock => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...look }], spacing });

export function execute(verb: string, title: string, data: ActionData, style?: 'positive'): ExecuteAction {
  return {
    type: 'Action.Execute',
    verb,
    title,
    data,
    ...(style === undefined ? {} : { style }),
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  };
}

export const openUrl = (title: string, url: string): OpenUrlAction => ({ type: 'Action.OpenUrl', title, url });

export interface CardParts extends Pick<Card, 'body' | 'refresh'> {
  readonly language: 'fr' | 'en';
  readonly speak: string;
  readonly actions?: readonly CardAction[];
}

export const card = ({ language, speak, body, actions = [], refresh }: CardParts): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: language,
  speak,
  fallbackText: speak,
  body,
  ...(actions.length === 0 ? {} : { actions }),
  ...(refresh === undefined ? {} : { refresh }),
});
