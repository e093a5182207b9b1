import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/workshop/state.ts';
import { readPreference, writePreference } from '../net/storage.ts';
import type { Catalogue } from './catalogue.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The workshop's own language, taken unless the person chose one. */
  readonly propose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

const readChoice = (): Language | undefined => {
  const stored = readPreference('language');
  return stored === 'fr' || stored === 'en' ? stored : undefined;
};

interface LanguageProviderProps {
  /** The language of what is around the page, which goes before every other. */
  readonly followed?: Language | undefined;
  readonly children: ReactNode;
}

/** Holds the language of the page: what the person chose, else the workshop's, else French. */
export function LanguageProvider({ followed, children }: LanguageProviderProps) {
  const [chosen, setChosen] = useState(readChoice);
  const [proposed, propose] = useState<Language>('fr');
  const language = followed ?? chosen ?? proposed;
  const choose = useCallback((next: Language) => {
    writePreference('language', next);
    setChosen(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, choose, propose }), [language, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === undefined) throw new Error('useLanguage needs a LanguageProvider above it');
  return choice;
}

/** The words of a catalogue in the language of the page. */
export function useText<Words>(words: Catalogue<Words>): Words {
  return words[useLanguage().language];
}
