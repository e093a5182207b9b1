import { err, ok } from '../../../shared/core/result.ts';
import type { HttpProblem } from '../../../shared/protocol/http.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { type ApiReply, browserApi } from '../../net/api.ts';
import type { HostServices, ReportFormat } from './hostContext.ts';

const extensions: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json' };

/** The host's own calls to the server. `identity` goes in a header, never in an address. */
export const createHostServices = (identity: string, title: () => string, language: () => Language): HostServices => ({
  links: () => browserApi.links(identity),
  async takeReport(format): Promise<ApiReply<unknown>> {
    const extension = extensions[format];
    try {
      const response = await fetch(`/api/report.${extension}?language=${language()}`, {
        headers: { authorization: `Bearer ${identity}` },
        cache: 'no-store',
        credentials: 'omit',
      });
      if (!response.ok) return err((await response.json()) as HttpProblem);
      saveAs(await response.blob(), `${fileName(title())}.${extension}`);
      return ok(undefined);
    } catch {
      return err({ code: 'unreachable' });
    }
  },
});

/** Letters, digits and dashes only: good for every file system. */
const fileName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'aparte';

function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the content only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
