import { describe, expect, it } from 'vitest';
import { err } from '../../../shared/core/result.ts';
import { type Command, idSchema } from '../../../shared/workshop/commands.ts';
import {
  animator,
  denied,
  display,
  host,
  linkOf,
  otherHost,
  participant,
  populated,
  rejected,
  WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const renewing = (linkId: string): Command => ({ kind: 'RenewLink', linkId });
const revoking = (linkId: string): Command => ({ kind: 'RevokeLink', linkId });
const isHere = (workshop: WorkshopScenario, personId: string): boolean =>
  workshop.state.people[personId]?.removed === false;

describe('joining', () => {
  it('L3 a link gives its role, and its group', () => {
    const { state, now } = populated();
    expect(state.people[animator(2)]).toEqual({
      id: animator(2),
      role: 'animator',
      groupId: 'group-0002',
      linkId: 'link-animator-2',
      joinedAt: now,
      removed: false,
    });
    expect(state.people[participant(1)]).not.toHaveProperty('groupId');
  });

  it('L3 a link that is unknown or revoked lets nobody in', () => {
    const workshop = populated();
    expect(workshop.whenJoining('link-none', 'person-new-1')).toEqual(err('link_unknown'));
    workshop.given(host, revoking(linkOf.participant));
    expect(workshop.whenJoining(linkOf.participant, 'person-new-1')).toEqual(err('link_revoked'));
  });

  it('L6 nobody takes the id of another person', () => {
    const workshop = populated();
    expect(workshop.whenJoining(linkOf.host, participant(1))).toEqual(err('id_taken'));
  });
});

describe('a link that leaked', () => {
  it('L4 closes the doors that it opened; whoever revokes it stays', () => {
    const workshop = populated();
    workshop.given(host, renewing(linkOf.host), 'link-new-host');
    expect([host, otherHost].map((id) => isHere(workshop, id))).toEqual([true, false]);
    workshop.given(host, revoking('link-animator-1'));
    expect([1, 2].map((number) => isHere(workshop, animator(number)))).toEqual([false, true]);
    workshop.given(host, revoking(linkOf.display));
    expect(isHere(workshop, display)).toBe(false);
  });

  it('L4 participants stay when theirs is revoked: it is meant to be passed on', () => {
    const workshop = populated();
    workshop.given(host, revoking(linkOf.participant));
    expect(isHere(workshop, participant(1))).toBe(true);
  });

  it('L5 a renewed link is a new one of the same kind; the old one opens nothing', () => {
    const workshop = populated();
    const before = workshop.state.links['link-animator-1'];
    workshop.given(host, renewing('link-animator-1'), 'link-new-0001');
    const { 'link-animator-1': old, 'link-new-0001': renewed } = workshop.state.links;
    expect(old?.revoked).toBe(true);
    expect(renewed).toMatchObject({ role: 'animator', groupId: 'group-0001', medium: 'link', revoked: false });
    expect(renewed?.nonce).not.toBe(before?.nonce);
    workshop.joined('link-new-0001', 'animator-new-1');
  });

  it('L5 a revoked link may be issued anew, once', () => {
    const workshop = populated();
    workshop.given(host, revoking(linkOf.display));
    workshop.given(host, renewing(linkOf.display), 'link-new-0001');
    expect(workshop.when(otherHost, renewing(linkOf.display), 'link-new-0002')).toEqual(rejected('link_revoked'));
    expect(workshop.when(host, renewing('link-animator-1'), 'link-new-0001')).toEqual(rejected('id_taken'));
    expect(workshop.when(host, renewing('link-none'))).toEqual(rejected('link_unknown'));
  });

  it('L5 the last link of the hosts is renewed, never revoked', () => {
    const workshop = populated();
    expect(workshop.when(host, revoking(linkOf.host))).toEqual(rejected('link_is_last_host'));
    workshop.given(host, renewing(linkOf.host), 'link-new-0001');
    expect(workshop.when(host, revoking(linkOf.host))).toEqual(rejected('link_revoked'));
    expect(workshop.when(host, revoking('link-new-0001'))).toEqual(rejected('link_is_last_host'));
    expect(workshop.when(host, revoking('link-none'))).toEqual(rejected('link_unknown'));
  });
});

describe('the participants’ link and their code', () => {
  const code = 'link-participant-code';
  const standing = (workshop: WorkshopScenario): readonly string[] =>
    Object.values(workshop.state.links)
      .filter(({ role, revoked }) => role === 'participant' && !revoked)
      .map(({ id, medium }) => `${medium} ${id}`);

  it.each([linkOf.participant, code])('L16 are renewed together, whichever is named: %s', (linkId) => {
    const workshop = populated();
    const events = workshop.given(host, renewing(linkId), 'link-new-0001');
    expect(events.map(({ kind }) => kind)).toEqual(['LinkRevoked', 'LinkRevoked', 'LinkIssued', 'LinkIssued']);
    expect(standing(workshop)).toEqual(['link link-new-0001', 'code link-new-0001.c']);
    for (const old of [linkOf.participant, code]) {
      expect(workshop.whenJoining(old, 'person-new-1')).toEqual(err('link_revoked'));
    }
    workshop.joined('link-new-0001', 'person-new-1').joined('link-new-0001.c', 'person-new-2');
    const { 'link-new-0001': link, 'link-new-0001.c': short } = workshop.state.links;
    expect(link?.nonce).not.toBe(short?.nonce);
    expect(isHere(workshop, participant(1))).toBe(true);
  });

  it.each([linkOf.participant, code])('L16 are revoked together, and come back together: %s', (linkId) => {
    const workshop = populated();
    workshop.given(host, revoking(linkId));
    expect(standing(workshop)).toEqual([]);
    expect(workshop.when(host, revoking(code))).toEqual(rejected('link_revoked'));
    workshop.given(host, renewing(linkId), 'link-new-0001');
    expect(standing(workshop)).toEqual(['link link-new-0001', 'code link-new-0001.c']);
    expect(workshop.when(otherHost, renewing(code))).toEqual(rejected('link_revoked'));
  });

  it('L16 leave the ways in of others alone', () => {
    const workshop = populated();
    workshop.given(host, renewing(code), 'link-new-0001');
    for (const linkId of [linkOf.host, linkOf.display, linkOf.animator]) {
      expect(workshop.state.links[linkId]?.revoked).toBe(false);
    }
  });

  it('L16 have ids that a command may name, and that nobody has', () => {
    const workshop = populated();
    const longest = 'x'.repeat(80);
    workshop.given(host, renewing(code), longest);
    for (const { id } of Object.values(workshop.state.links)) expect(idSchema.safeParse(id).success).toBe(true);
    const twin = `${'x'.repeat(79)}y`;
    expect(workshop.when(host, renewing(longest), twin)).toEqual(rejected('id_taken'));
    expect(workshop.when(host, renewing(linkOf.display), twin)).toMatchObject({ ok: true });
  });
});

describe('people', () => {
  it('L7 whoever was removed may do nothing any more', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'RemovePerson', personId: otherHost });
    expect(workshop.when(otherHost, { kind: 'StartAgenda', plan: 'fromNow' })).toEqual(denied);
    expect(workshop.when(host, { kind: 'RemovePerson', personId: otherHost })).toEqual(rejected('person_unknown'));
    expect(workshop.when(host, { kind: 'RemovePerson', personId: 'person-none' })).toEqual(rejected('person_unknown'));
  });

  it('L12 a person changes their own name, and the fact does not hold it', () => {
    const workshop = populated();
    const events = workshop.given(participant(1), { kind: 'ReviseMyself', name: 'Zoé Ménard', organisation: 'ADASI' });
    expect(events).toEqual([{ kind: 'PersonRevised', personId: participant(1) }]);
  });
});

describe('the usual workshop', () => {
  it('L3 each person has the role of their link', () => {
    const workshop = new WorkshopScenario().joined(linkOf.host, host).joined(linkOf.display, display);
    expect(Object.values(workshop.state.people).map(({ id, role }) => [id, role])).toEqual([
      [host, 'host'],
      [display, 'display'],
    ]);
  });
});
