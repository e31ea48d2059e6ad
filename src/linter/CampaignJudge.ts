import type { FindingInMail } from '../checks/campaign/FindingInMail.js';
import { groupBy } from '../checks/campaign/groupBy.js';
import { judgeCampaign } from '../checks/campaign/judgeCampaign.js';
import type { MailDigest } from '../checks/campaign/MailDigest.js';
import type { CampaignRule, Rule } from '../rulebook/Rule.js';
import type { FileReport } from './LintReport.js';

/**
 * Collects a digest of each mail that belongs to others, and finds at the end what they are together. A mail answers to
 * the rules that hold for itself, whatever holds for the others of its campaign.
 */
export class CampaignJudge {
  readonly #digests: MailDigest[] = [];
  readonly #rulesByPath = new Map<string, readonly Rule[]>();

  /** @param rules all rules that hold for the mail. */
  add(digest: MailDigest, rules: readonly Rule[]): void {
    this.#digests.push(digest);
    this.#rulesByPath.set(digest.path, rules);
  }

  /** The reports with what the rules about several mails have found. */
  complete(files: readonly FileReport[]): readonly FileReport[] {
    const found = [...new Set(this.#rulesByPath.values())].flatMap((rules) =>
      judgeCampaign(this.#digests, rules.filter(isAboutCampaigns)).filter(
        ({ path }) => this.#rulesByPath.get(path) === rules,
      ),
    );
    const byPath = new Map(groupBy(found, ({ path }) => path).map((group) => [group[0]?.path, group]));
    return files.map((file) => withFindings(file, byPath.get(file.path) ?? []));
  }
}

function isAboutCampaigns(rule: Rule): rule is CampaignRule {
  return rule.check === 'campaign';
}

function withFindings(file: FileReport, found: readonly FindingInMail[]): FileReport {
  if (found.length === 0) return file;
  const findings = [...file.findings, ...found.map(({ finding }) => finding)];
  return { ...file, findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end) };
}
