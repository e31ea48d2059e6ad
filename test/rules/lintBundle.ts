import type { LintReport } from '../../src/linter/LintReport.js';
import { lintFiles } from '../../src/linter/lintFiles.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { readBundle } from './readBundle.js';

/** Lints a small folder that is written as one text, as `readBundle` says. */
export function lintBundle(bundle: string, rulebook: Rulebook): Promise<LintReport> {
  const files = Object.fromEntries(readBundle(bundle).map(({ path, text }) => [path, text]));
  return lintFiles(['.'], { cwd: temporaryFolder(files) }, rulebook);
}
