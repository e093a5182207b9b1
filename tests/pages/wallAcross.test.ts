import { describe, expect, it } from 'vitest';
import { finish } from '../../shared/synthesis/weighTexts.ts';
import { ideasAcross, latestReports, sharedAcross } from '../../shared/views/acrossWorkshops.ts';
import { type ReportFile, readReportFile } from '../../shared/views/reportFile.ts';
import { acrossOrders, cardsAcross } from '../../tab/screens/wall/cardsAcross.ts';
import {
  changeReports,
  keepReports,
  keptReports,
  readWallFile,
  type WallReports,
} from '../../tab/screens/wall/wallReports.ts';
import { createMemoryStorage } from '../doubles/headlessClient.ts';
import { reportOf, reportText, sampleReports } from '../doubles/sampleReports.ts';

const empty: WallReports = { reports: [], refusals: [], replaced: [] };
const titles = (reports: readonly ReportFile[]) => reports.map(({ workshop }) => workshop.title);
const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'atelier.json') =>
  new File([text], name, { type: 'application/json' });

describe('a wall of several workshops', () => {
  it('P35 every idea stands once, however the wall is arranged, with the group and the workshop that said it', () => {
    const ideas = ideasAcross(sampleReports);
    const together = finish(sharedAcross(ideas));
    expect(ideas).toHaveLength(8);
    for (const by of acrossOrders) {
      const stood = cardsAcross(by, ideas, together).flatMap((card) => card.ideas.map(({ idea }) => idea.id));
      expect(stood.toSorted()).toEqual(ideas.map(({ idea }) => idea.id).toSorted());
    }
    expect(new Set(ideas.map(({ idea }) => idea.id)).size).toBe(8);
  });

  it('P35 what groups of several workshops say comes first, and says of how many', () => {
    const ideas = ideasAcross(sampleReports);
    const [first, ...others] = cardsAcross('nearness', ideas, finish(sharedAcross(ideas)));
    expect(first).toMatchObject({ kind: 'shared', groupCount: 2, workshopCount: 2 });
    expect(first?.ideas.every(({ idea }) => idea.text.includes('fonds commun'))).toBe(true);
    expect(others.at(-1)).toMatchObject({ kind: 'workshop', title: 'Atelier de Lyon' });
  });

  it('P35 two groups of one workshop agree as well, and the same group in two breakouts does not', () => {
    const said = { text: 'Un fonds commun alimenté par les entreprises du territoire' };
    const one = reportOf({ id: 'a', title: 'A' }, [[said], [said]]);
    const twice = {
      ...one,
      breakouts: ['slot-0002', 'slot-0005'].map((slotId) => ({
        slotId,
        groups: one.breakouts[0]?.groups.slice(0, 1) ?? [],
      })),
    };
    const [card] = cardsAcross('nearness', ideasAcross([one]), finish(sharedAcross(ideasAcross([one]))));
    expect(card).toMatchObject({ kind: 'shared', groupCount: 2, workshopCount: 1 });
    expect(ideasAcross([twice])).toHaveLength(2);
    expect(finish(sharedAcross(ideasAcross([twice])))).toEqual([]);
  });

  it('P36 a workshop counts once, with the report made last, in whatever order they come', () => {
    const workshop = { id: 'a', title: 'A' };
    const early = reportOf(workshop, [[{ text: 'Tôt' }]], '2026-07-07T10:00:00.000Z');
    const late = reportOf(workshop, [[{ text: 'Tard' }]], '2026-07-07T11:00:00.000Z');
    for (const both of [
      [early, late],
      [late, early],
    ]) {
      expect(latestReports(both)).toEqual([late]);
      const wall = both.reduce((state, report) => changeReports(state, { kind: 'added', report }), empty);
      expect([wall.reports, wall.replaced]).toEqual([[late], ['A']]);
    }
    const refreshed = changeReports({ ...empty, reports: [early] }, { kind: 'added', report: late, isRefresh: true });
    expect(refreshed).toEqual({ ...empty, reports: [late] });
    // By day, those without one last.
    expect(titles(latestReports(sampleReports.toReversed()))).toEqual(titles(sampleReports));
  });

  it('P36 drafts are not on it', () => {
    const [report] = sampleReports;
    const [breakout] = report?.breakouts ?? [];
    if (report === undefined || breakout === undefined) throw new Error('no sample');
    const groups = breakout.groups.map((group) => ({
      ...group,
      keyIdeas: group.keyIdeas.map((idea) => ({ ...idea, status: 'draft' as const })),
    }));
    expect(ideasAcross([{ ...report, breakouts: [{ ...breakout, groups }] }])).toEqual([]);
  });

  it('P36 a file that cannot be taken is named with the reason, and the others come in', async () => {
    const [report = reportOf({ id: 'a', title: 'A' }, [])] = sampleReports;
    const good = reportText(report);
    const reasonOf = async (text: string | Uint8Array<ArrayBuffer>) => {
      const change = await readWallFile(fileOf(text, 'x.json'));
      return change.kind === 'refused' ? `${change.refusal.fileName} ${change.refusal.code}` : change.kind;
    };
    expect(await reasonOf(good)).toBe('added');
    expect(await reasonOf(`\uFEFF${good}\r\n`)).toBe('added');
    expect(await reasonOf('# Compte rendu')).toBe('x.json not_json');
    expect(await reasonOf('')).toBe('x.json not_json');
    expect(await reasonOf(new Uint8Array([0, 255, 1]))).toBe('x.json not_json');
    for (const other of ['null', '[]', '{"format":"else"}', '7'])
      expect(await reasonOf(other)).toBe('x.json not_a_report');
    expect(await reasonOf(good.replace('"version":1', '"version":2'))).toBe('x.json other_version');
    expect(await reasonOf(good.replace('"number":1', '"number":"1"'))).toBe('x.json damaged');
    const huge = { name: 'h.json', size: 20_000_001, arrayBuffer: () => Promise.reject(new Error('was read')) };
    expect(await readWallFile(huge)).toEqual({ kind: 'refused', refusal: { fileName: 'h.json', code: 'too_large' } });
    const gone = { ...huge, size: 1 };
    expect(await readWallFile(gone)).toMatchObject({ refusal: { code: 'unreadable' } });

    const changes = await Promise.all([fileOf(good), fileOf('no')].map(readWallFile));
    const wall = changes.reduce(changeReports, empty);
    expect([wall.reports.length, wall.refusals.length]).toEqual([1, 1]);
    expect(changeReports(wall, { kind: 'read' })).toEqual({ ...empty, reports: wall.reports });
  });

  it('P36 a workshop that was taken off comes back at one press', () => {
    const full = sampleReports.reduce((state, report) => changeReports(state, { kind: 'added', report }), empty);
    const without = changeReports(full, { kind: 'removed', workshopId: 'atelier-nantes' });
    expect(titles(without.reports)).toEqual([full.reports[0]?.workshop.title, 'Atelier de Lyon']);
    expect(changeReports(without, { kind: 'brought back' }).reports).toEqual(full.reports);
  });

  it('P36 a reload keeps the wall, and nothing that is not on it', () => {
    const storage = createMemoryStorage();
    const [lille] = sampleReports;
    const read = readReportFile(reportText(lille ?? reportOf({ id: 'a', title: 'A' }, [])));
    if (!read.ok) throw new Error('the sample is no report');
    keepReports([read.value], storage);
    expect(keptReports(storage)).toEqual([lille]);
    // Members and everything else of the file were left where they were.
    expect(storage.get('aparte:wall')).not.toContain('agenda');
    keepReports([], storage);
    expect(storage.keys('')).toEqual([]);
    for (const broken of ['{', 'null', '[1]', '{"a":1}']) {
      storage.set('aparte:wall', broken);
      expect(keptReports(storage)).toEqual([]);
    }
  });
});
