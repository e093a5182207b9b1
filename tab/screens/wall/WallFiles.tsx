import { FileButton } from '../../parts/FileButton.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { acrossWords } from '../../text/across.ts';
import { useText } from '../../text/language.tsx';

/** Reports as files, of whatever server. */
export function WallFiles({ onFile }: { readonly onFile: (file: File) => void }) {
  const words = useText(acrossWords);
  return (
    <div className="across__part">
      <h2>{words.addReports}</h2>
      <div className="across__files">
        <FileButton accept=".json,application/json" label={words.chooseReports} several onFile={onFile}>
          <Icon name="upload" />
          {words.chooseReports}
        </FileButton>
        <small>{words.orDrop}</small>
      </div>
      <p className="across__hint">{words.reportsHint}</p>
    </div>
  );
}
