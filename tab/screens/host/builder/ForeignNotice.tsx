import { Button } from '../../../parts/Button.tsx';
import { Notice } from '../../../parts/Notice.tsx';
import { builderWords } from '../../../text/builder.ts';
import { useText } from '../../../text/language.tsx';
import { useBuilderContext } from './builderContext.ts';
import { namesOf } from './splitSentences.ts';

/** Another host has changed the groups meanwhile: said at once, so that nobody overwrites what they have not seen. */
export function ForeignNotice() {
  const { builder, speech } = useBuilderContext();
  const words = useText(builderWords);
  const { foreign } = builder;
  if (foreign.length === 0) return null;
  const wereFormed = foreign.every(({ from }) => from === undefined);
  return (
    <Notice
      tone="alert"
      actions={
        <>
          <Button onClick={builder.follow}>{words.follow}</Button>
          <Button onClick={builder.passOver}>{words.passOver}</Button>
        </>
      }
    >
      <p>
        {wereFormed
          ? words.foreignFormed
          : words.foreignMoved(
              namesOf(
                speech,
                foreign.map(({ personId }) => personId),
              ),
            )}
      </p>
    </Notice>
  );
}
