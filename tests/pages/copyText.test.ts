import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyText } from '../../tab/parts/copyText.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page as far as copying goes; `written` is what its clipboard holds. */
function page({ clipboard, allows = true }: { clipboard: 'works' | 'refuses' | 'hidden'; allows?: boolean }) {
  const seen = { written: '', boxes: [] as { value: string; isSelected: boolean }[], focused: 0, place: '' };
  class Element {
    focus = () => {
      seen.focused += 1;
    };
    closest = (_selector: string) => ({ append: into('dialog') });
  }
  const into = (place: string) => (box: { value: string; isSelected: boolean }) => {
    seen.place = place;
    seen.boxes.push(box);
  };
  const refused = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
  const writeText = async (text: string) => {
    seen.written = text;
  };
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal(
    'navigator',
    clipboard === 'hidden' ? {} : { clipboard: { writeText: clipboard === 'works' ? writeText : refused } },
  );
  vi.stubGlobal('document', {
    activeElement: new Element(),
    body: { append: into('body') },
    createElement: () => {
      const box = {
        value: '',
        isSelected: false,
        style: {},
        select: () => {
          box.isSelected = true;
        },
        remove: () => seen.boxes.splice(seen.boxes.indexOf(box), 1),
      };
      return box;
    },
    execCommand: () => {
      const box = seen.boxes.find(({ isSelected }) => isSelected);
      if (allows && box !== undefined) seen.written = box.value;
      return allows;
    },
  });
  return seen;
}

describe('copying a text', () => {
  it.each(['works', 'refuses', 'hidden'] as const)(
    'ND3 is done when the clipboard of the browser %s',
    async (clipboard) => {
      const seen = page({ clipboard });
      expect(await copyText('Ce que je reprends')).toBe(true);
      expect(seen.written).toBe('Ce que je reprends');
      expect(seen.boxes).toEqual([]);
      if (clipboard === 'works') return;
      expect(seen.place).toBe('dialog');
      expect(seen.focused).toBe(1);
    },
  );

  it('ND3 says when the browser does not let us', async () => {
    page({ clipboard: 'hidden', allows: false });
    expect(await copyText('x')).toBe(false);
  });
});
