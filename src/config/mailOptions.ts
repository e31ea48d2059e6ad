import type { LintTextOptions } from '../linter/lintText.js';
import type { Settings } from './Settings.js';

/** What settings say of a single mail, besides the rules that they choose. */
export function mailOptions({ footer, notice }: Settings): Pick<LintTextOptions, 'footer' | 'notice'> {
  return { ...(footer && { footer: footer.value }), ...(notice && { notice: notice.value }) };
}
