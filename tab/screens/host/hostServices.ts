import { err, ok } from '../../../shared/core/result.ts';
import type { HttpProblem } from '../../../shared/protocol/http.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { type ApiReply, browserApi } from '../../net/api.ts';
import { makeRooms } from '../../net/teamsRooms.ts';
import { fileName, saveFile } from '../../parts/saveFile.ts';
import type { HostServices, ReportFormat } from './hostContext.ts';

const extensions: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json' };

/** The host's own calls to the server. `identity` goes in a header, never in an address. */
export const createHostServices = (identity: string, title: () => string, language: () => Language): HostServices => ({
  links: () => browserApi.links(identity),
  makeRooms,
  history: (place) => browserApi.history(identity, place),
  async takeReport(format): Promise<ApiReply<unknown>> {
    const extension = extensions[format];
    try {
      const response = await fetch(`/api/report.${extension}?language=${language()}`, {
        headers: { authorization: `Bearer ${identity}` },
        cache: 'no-store',
        credentials: 'omit',
      });
      if (!response.ok) return err((await response.json()) as HttpProblem);
      saveFile(await response.blob(), `${fileName(title())}.${extension}`);
      return ok(undefined);
    } catch {
      return err({ code: 'unreachable' });
    }
  },
});
