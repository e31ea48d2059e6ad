import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { footerSettings } from '../../src/checks/CheckContext.js';
import { mailTypes } from '../../src/mail/Mail.js';
import { readYaml } from '../../src/rulebook/readYaml.js';
import { rulesFolder } from '../rulebook.js';

const ruleCase = z.strictObject({
  mail: z.enum(mailTypes),
  /**
   * A folder is a small campaign, written as `readBundle` says; what it declares wins over `mail`. Parts are those of a
   * mail file, as `mailOfParts` says.
   */
  format: z.enum(['markdown', 'html', 'parts', 'folder']).default('markdown'),
  footer: z.enum(footerSettings).exactOptional(),
  text: z.string().min(1),
});

/** What the linter cannot tell yet is marked, so that a test notices the day on which it can. */
const caseToFlag = ruleCase.extend({ known: z.literal('miss').exactOptional() });
const caseToPass = ruleCase.extend({ known: z.literal('false-alarm').exactOptional() });
const casesOfLanguage = z.strictObject({ flag: z.array(caseToFlag), pass: z.array(caseToPass) });
const casesFile = z.strictObject({ en: casesOfLanguage, de: casesOfLanguage });

/** A short text with its mail's type, and whether the rule's verdict on it is known to be wrong. */
export type RuleCase = z.output<typeof caseToFlag> | z.output<typeof caseToPass>;

/**
 * The texts that a rule must flag and those that it must let pass, by language.
 *
 * @throws RulebookError when `cases.yml` is not as it must be.
 * @example readCases('missing-opt-out').de.flag
 */
export function readCases(ruleId: string): z.output<typeof casesFile> {
  const path = join(ruleId, 'cases.yml');
  return readYaml(readFileSync(join(rulesFolder, path), 'utf8'), path, casesFile);
}
