import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findsWordings } from '../../src/checks/findsWordings.js';
import { type RuleLanguage, ruleLanguages } from '../../src/cli/RuleLanguage.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import { lintText } from '../../src/linter/lintText.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import { rulebook, rulesFolder } from '../rulebook.js';
import { lintBundle } from './lintBundle.js';
import { type PageExample, readPage } from './readPage.js';

interface PageWords {
  readonly headings: readonly string[];
  /** The headings of the sections with wrong, with better, and with harmless mails, and with the law. */
  readonly bad: string;
  readonly better: string;
  readonly harmless: string;
  readonly law: string;
  /** How the law is spoken of: a linter is no judge. */
  readonly caution: string;
  readonly checkedOn: string;
}

const pageWords: Readonly<Record<RuleLanguage, PageWords>> = {
  en: {
    headings: [
      'What it finds',
      'Why it matters',
      'Bad',
      'Better',
      'What it leaves alone',
      'Law and guidance',
      'Switching it off or tuning it',
    ],
    bad: 'Bad',
    better: 'Better',
    harmless: 'What it leaves alone',
    law: 'Law and guidance',
    caution: 'may conflict with',
    checkedOn: 'checked on',
  },
  de: {
    headings: [
      'Was sie findet',
      'Warum es wichtig ist',
      'Schlecht',
      'Besser',
      'Was sie stehen lässt',
      'Recht und Leitlinien',
      'Abschalten und einstellen',
    ],
    bad: 'Schlecht',
    better: 'Besser',
    harmless: 'Was sie stehen lässt',
    law: 'Recht und Leitlinien',
    caution: 'kann in Konflikt geraten mit',
    checkedOn: 'geprüft am',
  },
};

const fewestExamples = 3;

describe.each(rulebook.rules)('the folder of $id', (rule) => {
  it('holds the rule, a page in each language and the cases, and nothing else', () => {
    const files = readdirSync(join(rulesFolder, rule.id)).sort();
    expect(files).toEqual(['README.de.md', 'README.md', 'cases.yml', 'rule.yml']);
  });

  it('refers to law and guidance that is known', () => {
    expect(rule.references.filter((id) => !Object.hasOwn(rulebook.references, id))).toEqual([]);
    expect(rule.references).not.toEqual([]);
    expect(new Set(rule.references).size).toBe(rule.references.length);
  });

  it.each(ruleLanguages)('has every text in “%s”', (language) => {
    const labels = 'labels' in rule ? Object.values(rule.labels) : [];
    const texts = [rule.description, rule.advice, ...Object.values(rule.messages), ...labels];
    expect(texts.filter((text) => !text[language]?.trim())).toEqual([]);
    expect(rule.suggestions[language]?.length).toBeGreaterThanOrEqual(rule.suggestions.en?.length ?? Number.NaN);
  });

  it.each(ruleLanguages)('says in “%s” what is wrong, what to do, and how to word it better', (language) => {
    for (const message of Object.values(rule.messages)) expect(message[language]).toMatch(/\.$/u);
    expect(rule.description[language]).toMatch(/\.$/u);
    expect(rule.advice[language]).toMatch(/\.$/u);
    expect(rule.suggestions[language]).not.toEqual([]);
  });

  it('names in the messages of its frames only what the frame has found', () => {
    expect(emptySlots(rule)).toEqual([]);
  });
});

/** Slots of messages for which the frame that speaks may have no words. */
function emptySlots(rule: Rule): readonly string[] {
  if (!findsWordings(rule)) return [];
  const frames = rule.check === 'notice' ? [...rule.frames, ...rule.dated, ...rule.effects] : rule.frames;
  const known = rule.check === 'notice' ? ['days'] : [];
  return frames.flatMap(({ id, all }) => {
    const found = [...known, ...all.map((signal) => signal.split(':')[0] ?? signal)];
    const slots = ruleLanguages.flatMap((language) => slotsIn(rule.messages[id]?.[language] ?? ''));
    return slots.filter((slot) => !found.includes(slot)).map((slot) => `${id}: ${slot}`);
  });
}

function slotsIn(message: string): readonly string[] {
  return [...message.matchAll(/\{([a-z-]+)\}/gu)].map(([, name]) => name ?? '');
}

describe.each(rulebook.rules)('the page of $id', (rule) => {
  describe.each(ruleLanguages)('in “%s”', (language) => {
    const page = readPage(rule.page[language] ?? '');
    const words = pageWords[language];

    it('begins with the rule’s id and its description', () => {
      expect(page.title).toBe(rule.id);
      expect(page.firstParagraph).toBe(rule.description[language]);
    });

    it('has the sections that all pages have, in the same order', () => {
      expect(page.sections.map(({ heading }) => heading)).toEqual(words.headings);
      expect(page.sections.filter(({ text }) => text === '')).toEqual([]);
    });

    it('names the law that the rule refers to, with care and with the day it was checked', () => {
      const section = page.sections.find(({ heading }) => heading === words.law);
      expect(section?.codeWords).toEqual(rule.references);
      expect(section?.text).toContain(words.caution);
      for (const id of rule.references) {
        const reference = rulebook.references[id];
        expect(section?.linkTargets).toContain(reference?.url);
        expect(section?.text).toContain(`(${id}, ${words.checkedOn} ${reference?.checked})`);
      }
    });

    it('has enough examples, each in its section', () => {
      const { bad, better, harmless } = words;
      const placesOf = (verdict: PageExample['verdict']) =>
        page.examples.filter((example) => example.verdict === verdict).map(({ section }) => section);
      expect(new Set(placesOf('flag'))).toEqual(new Set([bad]));
      expect(new Set(placesOf('pass'))).toEqual(new Set([better, harmless]));
      expect(placesOf('flag').length).toBeGreaterThanOrEqual(fewestExamples);
      expect(placesOf('pass').filter((section) => section === better).length).toBeGreaterThanOrEqual(fewestExamples);
    });

    it.each(page.examples)('$verdict example in line $line is judged so', async ({ verdict, format, text }) => {
      const { files, problems } = await lintExample(format, text);
      expect(problems).toEqual([]);
      expect(files.map((file) => file.language)).toContain(language);
      const isReported = files.some(({ findings }) => findings.some((finding) => finding.rule === rule.id));
      expect(isReported).toBe(verdict === 'flag');
    });
  });
});

async function lintExample(format: PageExample['format'], text: string): Promise<LintReport> {
  if (format === 'folder') return lintBundle(text, rulebook);
  const { report, problems } = lintText(text, { path: 'example', format }, rulebook);
  return { files: [report], problems };
}

it('gives no language a page that the others lack', () => {
  const languages = new Set(rulebook.rules.flatMap(({ page }) => Object.keys(page)));
  expect([...languages].sort()).toEqual([...ruleLanguages].sort());
});
