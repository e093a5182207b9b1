import { useState } from 'react';
import type { PersonView } from '../../../../shared/views/views.ts';
import { Button } from '../../../parts/Button.tsx';
import { hostWords } from '../../../text/host.ts';
import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';

/** Of the people shown, those who are expected can be forgotten together; it is asked twice. */
export function ForgetShown({ people }: { readonly people: readonly PersonView[] }) {
  const { send } = useHost();
  const host = useText(hostWords);
  const words = useText(peopleWords);
  const [asking, setAsking] = useState(false);
  const expected = people.filter((person) => person.expected);
  if (expected.length < 2) return null;
  return asking ? (
    <p className="people-list__ask">
      <span role="status">{words.forgetAsk(expected.length)}</span>
      <Button autoFocus onClick={() => setAsking(false)}>
        {host.keepPerson}
      </Button>
      <Button
        variant="danger"
        onClick={() => {
          send({ kind: 'ForgetExpected', personIds: expected.map(({ id }) => id) });
          setAsking(false);
        }}
      >
        {words.forgetNow}
      </Button>
    </p>
  ) : (
    <p>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {words.forgetShown(expected.length)}
      </Button>
    </p>
  );
}
