import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import mjml2html from 'mjml-browser';
import { type Browser, chromium, type Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../src/mail/Mail.js';
import { parseForTest } from '../formats/parseForTest.js';
import { chromiumPath } from './chromium.js';
import { type Aspect, agree, type ComparedLook, compareLooks } from './comparedLooks.js';
import { drawnTexts } from './drawnTexts.js';

const root = new URL('../../', import.meta.url).pathname;
const paths = globSync(['fixtures/**/*.{html,mjml}', 'corpus/mails-*/**/*.{html,mjml}', 'test/browser/pages/*'], {
  cwd: root,
}).sort();

/** The least share of texts for which a browser must come to the same. */
const wanted: Readonly<Record<Aspect, number>> = { size: 0.99, weight: 0.99, contrast: 0.98, visibility: 0.995 };

async function compare(page: Page, path: string): Promise<readonly ComparedLook[]> {
  const source = readFileSync(root + path, 'utf8');
  const isMjml = extname(path) === '.mjml';
  const mail: Mail = parseForTest(source, isMjml ? 'mjml' : 'html');
  if (isMjml && mail.isPartial) return [];
  await page.setContent(isMjml ? (await mjml2html(source)).html : source, { waitUntil: 'domcontentloaded' });
  return compareLooks(mail, await page.evaluate(drawnTexts));
}

function described(path: string, aspect: Aspect, { text, ours, drawn }: ComparedLook): string {
  return `${aspect} in ${path}: “${text.slice(0, 40)}” ours ${JSON.stringify(ours)}, drawn ${JSON.stringify({ ...drawn, text: '' })}`;
}

describe.skipIf(chromiumPath === undefined)(
  'what a text looks like (needs Chromium, `apt-get install chromium`)',
  () => {
    let browser: Browser;
    const compared: { readonly path: string; readonly look: ComparedLook }[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
      const page = await browser.newPage({ viewport: { width: 640, height: 900 }, colorScheme: 'light' });
      // Mails are made of pictures from elsewhere; nothing is loaded here.
      await page.route('**/*', (route) => route.abort());
      for (const path of paths) for (const look of await compare(page, path)) compared.push({ path, look });
    }, 300_000);

    afterAll(() => browser.close());

    it('is compared on enough texts', () => {
      expect(compared.length).toBeGreaterThan(1_000);
    });

    it.each<Aspect>(['size', 'weight', 'contrast', 'visibility'])('comes out as in a browser: %s', (aspect) => {
      const judged = compared.filter(({ look }) => agree(aspect, look) !== undefined);
      const different = judged.filter(({ look }) => agree(aspect, look) === false);
      const share = 1 - different.length / judged.length;
      console.info(
        `${aspect}: ${judged.length - different.length} of ${judged.length} (${(share * 100).toFixed(2)} %)`,
      );
      for (const { path, look } of different) console.info(`  ${described(path, aspect, look)}`);
      expect(share).toBeGreaterThanOrEqual(wanted[aspect]);
    });
  },
);
