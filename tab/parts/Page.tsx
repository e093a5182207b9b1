import { type ReactNode, useContext, useEffect } from 'react';
import { useLanguage, useText } from '../text/language.tsx';
import { partsWords } from '../text/parts.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { chooseTheme, type Theme, themes, useTheme } from './PageTheme.ts';
import { PageToolsContext } from './pageTools.ts';
import '../styles/base.css';
import './Page.css';

export interface PageProps {
  /** What the page is about: the workshop's title, most often. */
  readonly title: ReactNode;
  /** Title of the browser's tab; `title` when that is text. */
  readonly documentTitle?: string;
  /** At the end of the header, before the language and theme switches. */
  readonly aside?: ReactNode;
  /** Between header and content, the whole width: the connection, a call for help. */
  readonly banner?: ReactNode;
  /** `narrow`: a column to read or fill in. `wide`: a console. */
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

const themeIcons: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' };

/** Header, switches, skip link and the main landmark of every page. */
export function Page({ title, documentTitle, aside, banner, width = 'narrow', children }: PageProps) {
  const words = useText(partsWords);
  const tools = useContext(PageToolsContext);
  const tabTitle = documentTitle ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    document.title = tabTitle ? `${tabTitle} – Aparté` : 'Aparté';
  }, [tabTitle]);
  return (
    <div className={`page page--${width}`}>
      <button type="button" className="page__skip" onClick={focusMain}>
        {words.skip}
      </button>
      <header className="page__head">
        <h1 className="page__title">{title}</h1>
        <div className="page__aside">
          {aside}
          {tools === undefined ? (
            <>
              <LanguageSwitch />
              <ThemeSwitch />
            </>
          ) : (
            tools
          )}
        </div>
      </header>
      {banner}
      <main className="page__main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** By hand, not as a link: what follows `#` in the address is the link's token and must stay. */
function focusMain(): void {
  document.getElementById('main')?.focus();
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const next = language === 'fr' ? 'en' : 'fr';
  const words = useText(partsWords);
  return (
    <Button variant="quiet" lang={next} aria-label={words.switchLanguage} onClick={() => choose(next)}>
      {next.toUpperCase()}
    </Button>
  );
}

function ThemeSwitch() {
  const words = useText(partsWords);
  const theme = useTheme();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const label = words.theme(words[theme]);
  return (
    <Button variant="quiet" aria-label={label} title={label} onClick={() => chooseTheme(next)}>
      <Icon name={themeIcons[theme]} />
    </Button>
  );
}
