/** A room is a web link, or nothing yet: the rule of the server, told while typing. */
export function isRoomUrl(text: string): boolean {
  const typed = text.trim();
  if (typed === '') return true;
  return /^https?:\/\//i.test(typed) && URL.canParse(typed);
}
