import { createContext, type ReactNode } from 'react';

/** What stands at the end of a page's header in place of the language and theme switches. */
export const PageToolsContext = createContext<ReactNode>(undefined);
