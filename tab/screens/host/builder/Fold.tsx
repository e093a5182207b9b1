import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** What most hosts never need: one line until it is opened. */
export function Fold({ title, hint, children }: FoldProps) {
  return (
    <details className="builder-fold">
      <summary>
        {title}
        {hint && <span className="builder-fold__hint">{hint}</span>}
      </summary>
      <div className="builder-fold__body">{children}</div>
    </details>
  );
}
