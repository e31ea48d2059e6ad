import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { MetadataLabels } from '../../src/formats/MetadataLabels.js';
import { type ParseOptions, parseMail } from '../../src/formats/parse.js';
import type { TemplateTagFamily } from '../../src/formats/TemplateTagFamily.js';
import type { Mail, MailFormat } from '../../src/mail/Mail.js';

function readRules(name: string): string {
  return readFileSync(new URL(`../../rules/${name}`, import.meta.url), 'utf8');
}

export const templateTags: readonly TemplateTagFamily[] = parseYaml(readRules('template-tags.yml')).families;
export const metadataLabels: MetadataLabels = parseYaml(readRules('metadata-labels.yml')).labels;

/** Parses a mail with the tags and labels that we ship. */
export function parseForTest(source: string, format: MailFormat, options: Partial<ParseOptions> = {}): Mail {
  return parseMail(source, { format, templateTags, metadataLabels, ...options });
}

/** The blocks of a mail in short: `role: text`. */
export function outline(mail: Mail): readonly string[] {
  return mail.children.map((block) => `${block.role}: ${block.text.value}`);
}
