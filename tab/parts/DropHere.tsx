import './DropHere.css';

/** Over the whole page while a file is held above it. */
export const DropHere = ({ text }: { readonly text: string }) => (
  <div className="drop-here" aria-hidden="true">
    <p>{text}</p>
  </div>
);
