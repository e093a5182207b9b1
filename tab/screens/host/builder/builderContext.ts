import { createContext, useContext } from 'react';
import type { Speech } from './splitSentences.ts';
import type { Builder } from './useBuilder.ts';

interface BuilderContextValue {
  readonly builder: Builder;
  readonly speech: Speech;
}

export const BuilderContext = createContext<BuilderContextValue | undefined>(undefined);

export function useBuilderContext(): BuilderContextValue {
  const value = useContext(BuilderContext);
  if (value === undefined) throw new Error('useBuilderContext needs a BuilderContext above it');
  return value;
}
