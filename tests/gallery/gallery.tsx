/// <reference types="vite/client" />
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../../tab/text/language.tsx';
import '../../tab/styles/base.css';

/** One screen in one state. `name` is unique within its folder. */
export interface GalleryCase {
  readonly name: string;
  readonly element: ReactNode;
}

const modules = import.meta.glob<{ readonly cases: readonly GalleryCase[] }>('./*/cases.tsx', { eager: true });
const cases = new Map(
  Object.entries(modules).flatMap(([path, module]) =>
    module.cases.map((one): [string, ReactNode] => [`${path.split('/')[1] ?? ''}/${one.name}`, one.element]),
  ),
);

const wanted = new URLSearchParams(location.search);
const theme = wanted.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
const shown = cases.get(wanted.get('case') ?? '');

/** Names of all cases, for what takes the pictures. */
Object.assign(globalThis, { galleryCases: [...cases.keys()] });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        {shown ?? (
          <ul>
            {[...cases.keys()].map((name) => (
              <li key={name}>
                <a href={`?case=${name}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </LanguageProvider>
    </StrictMode>,
  );
}
