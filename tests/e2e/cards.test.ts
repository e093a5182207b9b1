import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../bot/teams/cards/card.ts';
import { sampleCards } from '../doubles/sampleCards.ts';
import { chromiumOptions } from '../ensureChromium.ts';

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');
/** CARD_PICTURES=folder keeps a picture of each theme and language, to be looked at. */
const pictures = process.env.CARD_PICTURES;

/** Colours and sizes as Teams gives them. learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
const themes = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    emphasis: '#f0f0f0',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    emphasis: '#3d3d3d',
  },
};
type Theme = keyof typeof themes;

function hostConfig(theme: Theme): object {
  const { card, text, subtle, accent, emphasis } = themes[theme];
  const colour = (shade: string) => ({ default: shade, subtle: shade });
  const foregroundColors = {
    default: { default: text, subtle },
    accent: colour(accent),
    good: colour(theme === 'light' ? '#237b4b' : '#92c353'),
    warning: colour(theme === 'light' ? '#835c00' : '#f8d22a'),
    attention: colour(theme === 'light' ? '#c4314b' : '#f9526b'),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: 'Segoe UI, system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: subtle },
    supportsInteractivity: true,
    containerStyles: {
      default: style(card),
      emphasis: style(emphasis),
      good: style(theme === 'light' ? '#e7f2da' : '#0d2e0d'),
      warning: style(theme === 'light' ? '#fbf6d9' : '#463100'),
      attention: style(theme === 'light' ? '#fcf4f6' : '#3e1f25'),
    },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', buttonSpacing: 8, actionAlignment: 'left' },
    inputs: { label: { inputSpacing: 4 } },
  };
}

const styles = ({ page, card, text, accent }: (typeof themes)[Theme]): string => `
  body { margin: 0; padding: 16px; background: ${page}; color: ${text}; font-family: sans-serif; }
  figure { margin: 0 0 20px; width: 420px; } figcaption { font-size: 11px; opacity: .7; margin-bottom: 4px; }
  .card { background: ${card}; border-radius: 6px; overflow: hidden; }
  textarea { width: 100%; box-sizing: border-box; min-height: 60px; background: ${page}; color: ${text}; border: 1px solid; }
  button { padding: 6px 12px; border-radius: 4px; border: 1px solid; background: ${card}; color: ${text}; font-weight: 600; }
  button.style-positive { background: ${accent}; color: ${card}; }
  main { column-width: 420px; column-gap: 24px; } figure { break-inside: avoid; }
`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions());
});
afterAll(() => browser?.close());

/** What the page says of each card: its words, what it would not draw, and how far it reaches out of itself. */
async function draw(page: Page, theme: Theme, cards: Readonly<Record<string, Card>>): Promise<readonly Drawn[]> {
  await page.setContent(`<style>${styles(themes[theme])}</style><main></main>`);
  await page.addScriptTag({ path: renderer });
  return page.evaluate(drawCards, { cards, config: hostConfig(theme) });
}

interface Drawn {
  readonly name: string;
  readonly text: string;
  readonly links: number;
  readonly problems: readonly string[];
  readonly beyond: number;
}

/** Runs in the page. */
function drawCards({
  cards,
  config,
}: {
  readonly cards: Readonly<Record<string, object>>;
  readonly config: object;
}): readonly Drawn[] {
  const { AdaptiveCards } = globalThis as unknown as { readonly AdaptiveCards: typeof import('adaptivecards') };
  const { AdaptiveCard, HostConfig, SerializationContext, Version } = AdaptiveCards;
  return Object.entries(cards).map(([name, json]) => {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(config);
    const context = new SerializationContext(new Version(1, 5));
    card.parse(json, context);
    const problems = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    const frame = document.createElement('div');
    frame.className = 'card';
    frame.append(card.render() ?? 'nothing');
    figure.append(caption, frame);
    document.querySelector('main')?.append(figure);
    return {
      name,
      text: frame.innerText,
      links: frame.querySelectorAll('a').length,
      problems,
      beyond: Math.max(
        frame.scrollWidth - frame.clientWidth,
        ...[...frame.querySelectorAll('button')].map(
          (button) => button.getBoundingClientRect().right - frame.getBoundingClientRect().right,
        ),
      ),
    };
  });
}

/** The renderer tests languages with a pattern that remembers where it stopped: it refuses every second card. */
const isRendererFault = (problem: string): boolean => /^Invalid value "(?:fr|en)" for property "lang"/.test(problem);

describe("Microsoft's own renderer", () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['fr', 'en'] as const) {
      it(`MB18 draws every card, ${theme}, ${language}`, async () => {
        const page = await browser.newPage({ viewport: { width: 1440, height: 1200 } });
        const complaints: string[] = [];
        page.on('pageerror', (error) => complaints.push(error.message));
        const cards = sampleCards(language);
        const drawn = await draw(page, theme, cards);
        expect(drawn).toHaveLength(Object.keys(cards).length);
        for (const { name, text, links, problems, beyond } of drawn) {
          expect(
            problems.filter((problem) => !isRendererFault(problem)),
            name,
          ).toEqual([]);
          expect(text.length, name).toBeGreaterThan(10);
          expect(beyond, name).toBeLessThanOrEqual(0);
          // What people typed is no markup: the only links of a card are its buttons.
          expect(links, name).toBe(0);
        }
        expect(drawn.find(({ name }) => name === 'promptsSent')?.text).toContain(
          'Le **mentorat** croisé entre [associations]',
        );
        expect(complaints).toEqual([]);
        if (pictures !== undefined) {
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({ path: join(pictures, `cards-${theme}-${language}.png`), fullPage: true });
        }
        await page.close();
      });
    }
  }
});
