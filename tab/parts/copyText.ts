/**
 * Puts a text on the clipboard, as the answer to a press. Browsers hide `navigator.clipboard` from pages over plain http
 * (a laptop on the network of the room) and may refuse it in a frame (Teams): then the old way, which still works there.
 * @returns whether the browser let us
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  // Typing is off, so that no keyboard slides in; 16 px, so that an iPhone does not zoom.
  box.readOnly = true;
  box.className = 'visually-hidden';
  box.style.fontSize = '16px';
  // Behind an open dialog everything is inert, and cannot be selected.
  (focused?.closest('dialog') ?? document.body).append(box);
  try {
    box.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
