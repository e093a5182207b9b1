import { useText } from '../../../text/language.tsx';
import { peopleWords } from '../../../text/people.ts';
import { useHost } from '../hostContext.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { sendImport, undoImport } from './sendImport.ts';

/** The import on the console: what is checked is sent as commands, and taken back by commands. */
export default function ImportPeople({
  onClose,
  onSeePeople,
}: {
  readonly onClose: () => void;
  readonly onSeePeople: () => void;
}) {
  const { client, view } = useHost();
  const words = useText(peopleWords);
  return (
    <ImportDialog
      people={view.people}
      attributes={view.attributes.map(({ name }) => name)}
      onImport={(settled, attributes, onProgress) =>
        sendImport(
          client,
          view,
          { settled, attributes, recipeName: words.fileRecipe, earlierName: words.earlierMeeting },
          onProgress,
        )
      }
      onUndo={(undo) => undoImport(client, undo)}
      onSeePeople={onSeePeople}
      onClose={onClose}
    />
  );
}
