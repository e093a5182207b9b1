import { type ComponentProps, useRef } from 'react';
import { Button } from './Button.tsx';

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** What may be chosen, as `accept` of a file field has it. */
  readonly accept: string;
  /** Of the field behind the button. */
  readonly label: string;
  /** Called for each file that was chosen. */
  readonly onFile: (file: File) => void;
  /** Several may be chosen at once. */
  readonly several?: boolean;
}

/** Chooses a file; the same file may be chosen again. */
export function FileButton({ accept, label, onFile, several = false, ...button }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => chooser.current?.click()} />
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        multiple={several}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          for (const file of files) onFile(file);
        }}
      />
    </>
  );
}
