import type { MetadataLabels } from '../formats/MetadataLabels.js';
import type { TemplateTagFamily } from '../formats/TemplateTagFamily.js';
import type { Conveyance } from '../linter/LintReport.js';
import type { LanguageModel } from '../reading/detectLanguage.js';
import type { IncludeRules } from './IncludeRules.js';
import type { Language } from './Language.js';
import type { LinkRoleRules } from './LinkRoleRules.js';
import type { Profile } from './Profile.js';
import type { ProminenceModel } from './ProminenceModel.js';
import type { Frame, LocalText, Rule } from './Rule.js';

/** All that the linter knows: rules, words and the ways of template languages and sending services. Plain data. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly conveyances: Readonly<Partial<Record<Conveyance, ConveyanceDefinition>>>;
  readonly languages: Readonly<Record<string, Language>>;
  readonly languageModel: LanguageModel;
  readonly linkRoles: LinkRoleRules;
  readonly templateTags: readonly TemplateTagFamily[];
  readonly includes: IncludeRules;
  readonly metadataLabels: MetadataLabels;
  /** What reports call the parts of a mail where something stands in one of them only. */
  readonly parts: Readonly<Record<'text' | 'html', LocalText>>;
  readonly prominence: ProminenceModel;
  readonly references: Readonly<Record<string, Reference>>;
  /** By id. */
  readonly profiles: Readonly<Record<string, Profile>>;
}

/** When a mail conveys something to its reader. */
export interface ConveyanceDefinition {
  readonly frames: readonly Frame[];
  /** The output of the trained model that has a say besides the frames. */
  readonly scorer?: string;
  /** Roles of links that convey it by being there. */
  readonly links: readonly string[];
}

/** A law or guidance that a rule refers to. */
export interface Reference {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the text was last compared. */
  readonly checked: string;
}
