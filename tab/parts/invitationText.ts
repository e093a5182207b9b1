import type { SharedLink } from '../../shared/protocol/http.ts';
import { animatorBeyondName, groupTitle } from '../../shared/views/wording.ts';
import type { Language, Role } from '../../shared/workshop/state.ts';
import { linksWords } from '../text/links.ts';
import { longDate } from './formatTime.ts';

export interface NamedGroup {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly animatorName: string;
}

const roleOrder: readonly Role[] = ['participant', 'animator', 'display', 'host'];

/** The links to click: the one that is pasted most often first, animators in the order of their groups, the host's own last. */
export function orderedLinks(
  links: readonly SharedLink[],
  groups: readonly NamedGroup[],
): readonly { readonly link: SharedLink; readonly group: NamedGroup | undefined }[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return links
    .filter((link) => link.medium === 'link')
    .map((link) => ({ link, group: link.groupId === undefined ? undefined : byId.get(link.groupId) }))
    .sort(
      (one, other) =>
        roleOrder.indexOf(one.link.role) - roleOrder.indexOf(other.link.role) ||
        (one.group?.number ?? 0) - (other.group?.number ?? 0),
    );
}

/** All invitations as one text for an e-mail. The host's own link is left out: it is not to be passed around. */
export function invitationText(about: {
  readonly title: string;
  readonly date?: string | undefined;
  readonly links: readonly SharedLink[];
  readonly groups: readonly NamedGroup[];
  readonly language: Language;
}): string {
  const words = linksWords[about.language];
  const code = about.links.find((link) => link.medium === 'code' && link.role === 'participant');
  const day = about.date === undefined ? '' : ` – ${longDate(about.date, about.language)}`;
  const parts = orderedLinks(about.links, about.groups)
    .filter(({ link }) => link.role !== 'host')
    .map(({ link, group }) => {
      const name =
        group === undefined
          ? words[link.role]
          : words.animatorOf(groupTitle(group, about.language), animatorBeyondName(group) ?? '');
      const codeLine = link.role === 'participant' && code !== undefined ? `\n${words.code} ${code.value}` : '';
      return `${name}\n${link.value}${codeLine}`;
    });
  return [`${about.title}${day}`, ...parts].join('\n\n');
}
