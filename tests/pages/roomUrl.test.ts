import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupContentSchema } from '../../shared/workshop/commands.ts';
import { isRoomUrl } from '../../tab/parts/roomUrl.ts';

const isTaken = (roomUrl: string): boolean =>
  groupContentSchema.safeParse({ name: 'Groupe 1', animatorName: '', roomUrl }).success;

describe('the link of a room', () => {
  it.each([
    '',
    '  ',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    'http://salle.local:8080/a?b#c',
    ' https://example.org ',
    'teams.microsoft.com',
    'https://',
    'https:example.org',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'file:///etc/passwd',
    'ftp://example.org',
    'salle 3',
    'https://exa mple.org',
  ])('N11 "%s" is for the page what it is for the server', (roomUrl) => {
    expect(isRoomUrl(roomUrl)).toBe(isTaken(roomUrl));
  });

  it('N11 so is any text, and any web link', () => {
    const typed = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'ws'] }),
      fc.string({ maxLength: 60 }),
      fc.string({ maxLength: 40 }).map((rest) => `https://${rest}`),
    );
    fc.assert(
      fc.property(typed, (roomUrl) => {
        expect(isRoomUrl(roomUrl)).toBe(isTaken(roomUrl));
      }),
    );
  });
});
