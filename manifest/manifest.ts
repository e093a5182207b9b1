/** What the checks read of a manifest that its schema has let pass. */
export interface Manifest {
  readonly $schema?: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly developer: Readonly<Record<'websiteUrl' | 'privacyUrl' | 'termsOfUseUrl', string>>;
  readonly name: { readonly short: string; readonly full?: string };
  readonly icons: { readonly color: string; readonly outline: string; readonly color32x32?: string };
  readonly localizationInfo?: {
    readonly defaultLanguageTag: string;
    readonly defaultLanguageFile?: string;
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly staticTabs?: readonly StaticTab[];
  readonly configurableTabs?: readonly ConfigurableTab[];
  readonly bots?: readonly { readonly botId: string }[];
  readonly validDomains?: readonly string[];
  readonly webApplicationInfo?: { readonly id: string; readonly resource?: string };
}

interface ConfigurableTab {
  readonly configurationUrl: string;
  readonly scopes: readonly string[];
  readonly context?: readonly string[];
  /** Whoever may, chooses again later. */
  readonly canUpdateConfiguration?: boolean;
}

export interface StaticTab {
  readonly scopes: readonly string[];
  readonly context?: readonly string[];
  readonly contentUrl?: string;
  readonly websiteUrl?: string;
}

/** Every text in a value, with its place: `["/name/short", "Aparté"]`. */
export function* textsIn(value: unknown, place = ''): Generator<readonly [place: string, text: string]> {
  if (typeof value === 'string') yield [place, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${place}/${key}`);
  }
}
