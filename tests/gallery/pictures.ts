/**
 * Pictures of the gallery: `node tests/gallery/pictures.ts FOLDER [part of a case's name] [widths] [themes]`,
 * for instance `node tests/gallery/pictures.ts /tmp/pictures host/ 390,1280 light,dark,contrast`.
 */
import { mkdirSync } from 'node:fs';
import { galleryCaseNames, launchBrowser, serveGallery } from './serveGallery.ts';

const [folder = 'pictures', part = '', widths = '390,1280,1920', themes = 'light,dark,contrast'] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const gallery = await serveGallery();
const { address } = gallery;
const browser = await launchBrowser();
const page = await browser.newPage({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
page.on('pageerror', (error) => process.stderr.write(`${page.url()} ${error.message}\n`));
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning')
    process.stderr.write(`${page.url()} ${message.text()}\n`);
});
await page.goto(address, { waitUntil: 'networkidle' });
const names = await page.evaluate(galleryCaseNames);

for (const name of names.filter((one) => one.includes(part))) {
  for (const width of widths.split(',').map(Number)) {
    for (const theme of themes.split(',')) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : width < 1600 ? 800 : 1080 });
      await page.emulateMedia({
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        forcedColors: theme === 'contrast' ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      await page.goto(`${address}?case=${name}`, { waitUntil: 'load' });
      await page.waitForFunction(() => document.querySelector('#root > *') !== null);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) process.stderr.write(`${name} at ${width}: ${overflow} px wider than the screen\n`);
      await page.screenshot({ path: `${folder}/${name.replaceAll('/', '-')}-${width}-${theme}.png`, fullPage: true });
    }
  }
}
await browser.close();
await gallery.close();
