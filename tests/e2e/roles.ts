import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody at a page, whether it fills the window or stands in the frame of Teams. */
export interface Onlooker {
  readonly name: string;
  readonly page: Pick<Page, 'getByLabel' | 'getByRole' | 'getByText' | 'locator'>;
}

const button = ({ page }: Onlooker, name: string | RegExp) => page.getByRole('button', { name });

/** Anyone who has a link writes a name and is in. */
export async function enter(visitor: Onlooker, organisation: string): Promise<void> {
  await visitor.page.getByLabel('Votre prénom et votre nom').fill(visitor.name);
  await visitor.page.getByLabel(/Votre organisation/).fill(organisation);
  await button(visitor, 'Entrer dans l’atelier').click();
}

/** The clock's digits, in seconds; undefined when the page shows no running clock. */
export async function clockSeconds({ page }: Onlooker): Promise<number | undefined> {
  const text = await page.locator('.clock__digits').first().textContent();
  const found = /(?:(\d+):)?(\d+):(\d{2})/.exec(text ?? '');
  return found === null ? undefined : Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3]);
}

/** Largest difference between the clocks of these screens, read in the same instant as nearly as a browser can. */
export async function clockSpread(visitors: readonly Onlooker[]): Promise<number> {
  const seconds = await Promise.all(visitors.map(clockSeconds));
  const known = seconds.filter((each) => each !== undefined);
  expect(known, 'every screen shows the clock').toHaveLength(visitors.length);
  return Math.max(...known) - Math.min(...known);
}

export const host = {
  press: (visitor: Onlooker, name: string | RegExp) => button(visitor, name).first().click(),

  /** Several hands in the same instant, before any of the pages can have heard of another's press. */
  async pressTogether(visitors: readonly Onlooker[], name: string): Promise<void> {
    for (const visitor of visitors) await host.settled(visitor, name);
    const at = Date.now() + 500;
    const pressing = visitors.map((visitor) =>
      button(visitor, name)
        .first()
        .evaluate(
          (element, instant) =>
            new Promise<void>((done) => {
              setTimeout(() => {
                (element as HTMLElement).click();
                done();
              }, instant - Date.now());
            }),
          at,
        ),
    );
    await Promise.all(pressing);
  },

  /** A hurried hand: its second press falls in the instant in which the button under it has become the next one. */
  async pressTwice(visitor: Onlooker, name: string, next: string): Promise<void> {
    await host.settled(visitor, name);
    await button(visitor, name)
      .first()
      .evaluate((element, becomes) => {
        const watch = new MutationObserver(() => {
          const changed = document.querySelector<HTMLButtonElement>('.primary-action__button');
          if (!changed?.textContent.includes(becomes)) return;
          watch.disconnect();
          changed.click();
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        (element as HTMLButtonElement).click();
      }, next);
    await button(visitor, next).first().waitFor();
  },

  /** The next thing to do may be pressed: whatever a press before it sent has had its effect. */
  settled: (visitor: Onlooker, name: string) =>
    visitor.page.locator('.primary-action__button:not([aria-disabled])', { hasText: name }).waitFor(),

  /** Starts from now: the test runs at any hour of the day. */
  async startAgenda(visitor: Onlooker): Promise<void> {
    await button(visitor, 'Démarrer l’agenda').click();
    const fromNow = button(visitor, 'Commencer à partir de maintenant');
    const started = button(visitor, 'Séquence suivante');
    await fromNow.or(started).first().waitFor();
    if (await fromNow.isVisible()) await fromNow.click();
    await started.waitFor();
  },

  async jumpTo(visitor: Onlooker, slotTitle: string): Promise<void> {
    await button(visitor, `Actions : ${slotTitle}`).click();
    await visitor.page.getByRole('menuitem', { name: 'Passer à cette séquence maintenant' }).click();
  },

  async movePerson(visitor: Onlooker, personName: string, groupName: string): Promise<void> {
    await button(visitor, `Actions : ${personName}`).click();
    await visitor.page.getByRole('menuitem', { name: new RegExp(`^Déplacer vers .*${groupName}`) }).click();
  },

  async announce(visitor: Onlooker, phrase: string): Promise<void> {
    await button(visitor, phrase).click();
    await button(visitor, 'Envoyer l’annonce').click();
  },
};

export const participant = {
  groupName: async ({ page }: Onlooker): Promise<string> =>
    (await page
      .getByRole('heading', { name: /Groupe \d/ })
      .first()
      .textContent()) ?? '',

  /** Types and sends; does not wait for the server. */
  async answer(visitor: Onlooker, text: string): Promise<void> {
    await visitor.page
      .getByRole('textbox', { name: /Votre réponse/ })
      .first()
      .fill(text);
    await button(visitor, 'Envoyer').first().click();
  },

  /** Waits until the page says that the answer is stored. */
  sent: ({ page }: Onlooker, text: string) =>
    page.getByRole('listitem').filter({ hasText: text }).getByText('envoyée').first().waitFor({ timeout: 60_000 }),
};

export const animator = {
  /** Writes a key idea and cites the answers that hold these words. */
  async draft(visitor: Onlooker, position: number, text: string, cited: readonly RegExp[]): Promise<void> {
    const { page } = visitor;
    const write = button(visitor, 'Écrire une idée force');
    if (await write.isVisible()) await write.click();
    await page.getByLabel('Nouvelle idée force').fill(text);
    await button(visitor, 'Ajouter').click();
    const idea = page.getByRole('listitem').filter({ has: page.getByText(`Idée force ${position}`) });
    await idea.getByRole('button', { name: 'Citer des réponses' }).click();
    for (const words of cited) await page.getByRole('dialog').getByLabel(words).check();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Citer/ })
      .click();
    for (const words of cited) await idea.getByText(words).first().waitFor();
  },

  async submit(visitor: Onlooker): Promise<void> {
    await button(visitor, 'Remettre les 2 idées forces').click();
    await visitor.page.getByText('Idées forces remises').first().waitFor();
  },
};
