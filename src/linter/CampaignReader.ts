import { readFile } from 'node:fs/promises';
import { isAbsolute, join, posix } from 'node:path';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import type { Campaign } from './campaignFile.js';
import type { RunProblem } from './LintReport.js';

const campaignFileName = 'campaign.yml';

interface FoundCampaign {
  /** The folder of the file; mails are named relative to it. */
  readonly folder: string;
  readonly campaign: Campaign;
}

export interface CampaignOfMail {
  readonly metadata: InheritedMetadata;
  /** The folder of the campaign; absent where the mail belongs to none. */
  readonly folder?: string;
  readonly problems: readonly RunProblem[];
}

/** Finds the `campaign.yml` beside or above mails. It remembers the folders it has seen. */
export class CampaignReader {
  private readonly byFolder = new Map<string, Promise<FoundCampaign | undefined>>();
  private readonly problems: RunProblem[] = [];

  /** @param cwd absolute path of the working folder; nothing above it is read. */
  constructor(private readonly cwd: string) {}

  /**
   * What a campaign says about a mail.
   *
   * @param path of the mail, relative to the working folder, with forward slashes.
   * @returns the metadata, the folder that declares the campaign, and what was wrong with campaign files that were read
   * for the first time.
   */
  async metadataFor(path: string): Promise<CampaignOfMail> {
    const found = path.startsWith('../') || isAbsolute(path) ? undefined : await this.find(posix.dirname(path));
    const problems = this.problems.splice(0);
    if (!found) return { metadata: {}, problems };
    const own = found.campaign.mails[posix.relative(found.folder, path)] ?? {};
    const { type, ...fields } = { ...sharedFields(found.campaign), ...own };
    return { metadata: { ...fields, ...(type ? { types: type } : {}) }, folder: found.folder, problems };
  }

  private find(folder: string): Promise<FoundCampaign | undefined> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const found = this.read(folder).then(
      (own) => own ?? (folder === '.' ? undefined : this.find(posix.dirname(folder))),
    );
    this.byFolder.set(folder, found);
    return found;
  }

  private async read(folder: string): Promise<FoundCampaign | undefined> {
    const path = posix.join(folder, campaignFileName);
    const text = await readFile(join(this.cwd, path), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    // Few folders declare a campaign, and what checks the file takes long to load.
    const [{ campaignFile }, { readYaml, RulebookError }] = await Promise.all([
      import('./campaignFile.js'),
      import('../rulebook/readYaml.js'),
    ]);
    try {
      return { folder, campaign: readYaml(text, path, campaignFile) };
    } catch (error) {
      if (!(error instanceof RulebookError)) throw error;
      this.problems.push(...error.mistakes.map((mistake) => ({ path, ...mistake })));
      return undefined;
    }
  }
}

function sharedFields({ campaign: _name, mails: _mails, ...fields }: Campaign): Omit<Campaign, 'campaign' | 'mails'> {
  return fields;
}
