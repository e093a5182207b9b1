/** What is met while reading XML from its beginning: names without their prefix, texts with their entities resolved. */
export interface XmlVisitor {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** What is never closed reaches to the end: looked for anew from each of its beginnings, it would take hours. */
const token =
  /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>?|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)|</g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Enough XML for the parts of a workbook. What is not well formed is skipped; no entity is ever declared. Never throws. */
export function readXml(xml: string, { open, text, close }: XmlVisitor): void {
  for (const [, cdata, slash, name, attributes = '', selfClosed, words] of xml.matchAll(token)) {
    if (cdata !== undefined) text?.(cdata);
    else if (words !== undefined) text?.(resolved(words));
    else if (name !== undefined && slash === '/') close?.(name);
    else if (name !== undefined) {
      open?.(name, (wanted) => attributeOf(attributes, wanted));
      if (selfClosed === '/') close?.(name);
    }
  }
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted) return resolved(double ?? single ?? '');
  }
  return undefined;
}

const resolved = (text: string): string =>
  !text.includes('&')
    ? text
    : text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        if (name !== undefined) return named[name] ?? whole;
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      });
