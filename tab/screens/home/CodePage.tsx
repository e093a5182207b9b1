import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { CodeField } from '../../parts/CodeField.tsx';
import { Page } from '../../parts/Page.tsx';
import { homeWords } from '../../text/home.ts';
import { useText } from '../../text/language.tsx';
import { addressOf } from './codeAddress.ts';
import './CodePage.css';

/** The first page of the server for whoever has no link yet. */
export function CodePage() {
  const words = useText(homeWords);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(typed, location.origin);
    setWrong(address === undefined);
    if (address !== undefined) location.assign(address);
  };
  return (
    <Page title="Aparté">
      <form className="code-page" onSubmit={enter} noValidate>
        <h2>{words.codeTitle}</h2>
        <p>{words.about}</p>
        <CodeField
          label={words.code}
          hint={words.codeHint}
          error={wrong ? words.codeWrong : undefined}
          value={typed}
          onType={setTyped}
        />
        <Button type="submit" variant="primary">
          {words.enter}
        </Button>
        <p className="code-page__host">{words.hostHint}</p>
      </form>
    </Page>
  );
}
