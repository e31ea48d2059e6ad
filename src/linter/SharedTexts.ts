import type { Finding } from '../checks/Finding.js';
import type { FileReport } from './LintReport.js';

/** Keeps once what reports say in the same words. What comes from threads and caches is new every time. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  /** The same report, with texts that other reports have as well. */
  inReport(report: FileReport): FileReport {
    return {
      ...report,
      findings: report.findings.map((finding) => this.#inFinding(finding)),
    };
  }

  #inFinding(finding: Finding): Finding {
    return {
      ...finding,
      rule: this.#shared(finding.rule),
      message: this.#shared(finding.message),
      advice: this.#shared(finding.advice),
      suggestions: finding.suggestions.map((text) => this.#shared(text)),
      references: finding.references.map((text) => this.#shared(text)),
    };
  }

  #shared(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
