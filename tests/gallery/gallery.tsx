/// <reference types="vite/client" />
import { type ReactNode, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
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
const stage = document.getElementById('root') as HTMLElement;
let root: Root | undefined;

/** Puts a case in the place of the one before, as a page of its own would be, without the time that loading takes. */
function show(name: string | null): void {
  root?.unmount();
  window.scrollTo(0, 0);
  root = createRoot(stage);
  root.render(
    <StrictMode>
      <LanguageProvider>
        {cases.get(name ?? '') ?? (
          <ul>
            {[...cases.keys()].map((each) => (
              <li key={each}>
                <a href={`?case=${each}`}>{each}</a>
              </li>
            ))}
          </ul>
        )}
      </LanguageProvider>
    </StrictMode>,
  );
}

/** For what takes the pictures and for what checks. */
Object.assign(globalThis, { galleryCases: [...cases.keys()], showGalleryCase: show });
show(wanted.get('case'));
