import { create } from 'qrcode';
import { useMemo } from 'react';
import { useText } from '../text/language.tsx';
import { partsWords } from '../text/parts.ts';
import './QrCode.css';

/** White around the code, in modules: what ISO/IEC 18004 asks for. */
const quiet = 4;

/** A QR code as one drawing: dark on white in every theme, because cameras expect it. */
export function QrCode({ value, label }: { readonly value: string; readonly label?: string }) {
  const words = useText(partsWords);
  const { path, side } = useMemo(() => drawQrCode(value), [value]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label ?? words.qrCode}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawQrCode(value: string): { path: string; side: number } {
  const { modules } = create(value, { errorCorrectionLevel: 'M' });
  const rows: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) rows.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { path: rows.join(''), side: modules.size + 2 * quiet };
}
