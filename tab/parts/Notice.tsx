import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Notice.css';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'alert';

const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', ok: 'check', warn: 'warning', alert: 'warning' };

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, at the end. */
  readonly actions?: ReactNode;
  /** Was there when the page opened: not announced. */
  readonly still?: boolean;
}

/** Something to know, said once: politely, or at once when it is an `alert`. */
export function Notice({ tone = 'info', title, children, actions, still = false }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={still ? undefined : tone === 'alert' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className="notice__body">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  );
}
