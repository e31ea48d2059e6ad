import { z } from 'zod';
import { severities } from '../checks/Finding.js';
import { conveyances } from '../linter/LintReport.js';
import { mailTypes } from '../mail/Mail.js';
import { linkRoles } from './LinkRoleRules.js';
import { prominenceReasons } from './ProminenceModel.js';
import { addressForms } from './Suggestion.js';

/** What the files of a rule pack look like; messages about a file that differs are made from these. */

/** A text by language tag; English is always there. */
export const localText = z
  .record(z.string(), z.string().min(1))
  .refine((text) => 'en' in text, 'expected a text in “en”');

export const frameInFile = z.strictObject({
  id: z.string().default('default'),
  within: z.enum(['1 sentence', '2 sentences']).default('1 sentence'),
  all: z.array(z.string()).min(1),
  any: z
    .union([z.array(z.string()), z.array(z.array(z.string()))])
    .default([])
    .transform((groups): string[][] =>
      groups.length === 0 ? [] : groups.every(Array.isArray) ? groups : [groups.flat()],
    ),
  none: z.array(z.string()).default([]),
  severity: z.enum(severities).exactOptional(),
});

const suggestionInFile = z.union([
  z.string().transform((text) => ({ text })),
  z.strictObject({
    text: z.string().min(1),
    when: z
      .strictObject({
        signals: z.array(z.string()).min(1).exactOptional(),
        address: z.enum(addressForms).exactOptional(),
        mails: z.array(z.enum(mailTypes)).min(1).exactOptional(),
      })
      .exactOptional(),
  }),
]);

const ruleBase = {
  rule: z.string().regex(/^[a-z][a-z-]*$/u, 'expected lower-case words joined by hyphens'),
  severity: z.enum(severities),
  description: localText,
  mails: z.array(z.enum(mailTypes)).exactOptional(),
  message: z.union([localText.transform((text) => ({ default: text })), z.record(z.string(), localText)]),
  advice: localText,
  suggestions: z.record(z.string(), z.array(suggestionInFile)).default({}),
  references: z.array(z.string()).default([]),
};

const wordsBase = {
  ...ruleBase,
  frames: z.array(frameInFile).min(1),
  scorer: z.string().exactOptional(),
  evidence: z.array(z.array(z.string()).min(1)).exactOptional(),
  rareEvidence: z.array(z.array(z.string()).min(1)).exactOptional(),
  labels: z.record(z.string(), localText).default({}),
};

const count = z.int().positive();
const capitals = z.array(z.string().regex(/^[^\p{Ll}]+$/u, 'expected capitals'));

export const typographyOptions = z.strictObject({
  fewestCapitals: count,
  fewestMarks: count,
  fewestExclamationMarks: count,
  capitalHeadings: z.boolean(),
  fewestStyledHeadings: count,
  acronyms: capitals,
  names: capitals,
  legalForms: capitals,
});

export const densityOptions = z.strictObject({
  counted: z.array(z.string()).min(1),
  fewestRules: count,
  largestShare: z.number().gt(0).lt(1).exactOptional(),
});

const campaignBase = {
  ...ruleBase,
  check: z.literal('campaign'),
  labels: z.record(z.string(), localText).default({}),
};

const share = z.number().gt(0).max(1);

export const cascadeOptions = z.strictObject({
  mostMails: count,
  shortestInterval: z.int().nonnegative(),
  intervalsFrom: count,
  mostLastChances: z.int().nonnegative(),
  mostMoves: z.int().nonnegative(),
  sharedWords: share,
  sharedWordsWithLink: share,
  lastChance: z.record(z.string(), z.array(z.string().min(1))),
});

export const translationOptions = z.strictObject({
  rights: z.partialRecord(z.enum(conveyances), z.array(z.enum(conveyances))),
  harsh: z.array(z.string()),
  days: z.boolean(),
});

/** Rules that their kind of check says all about. */
const plainRuleFiles = [
  z.strictObject({ ...wordsBase, check: z.literal('wording') }),
  z.strictObject({
    ...wordsBase,
    check: z.literal('notice'),
    dated: z.array(frameInFile).min(1),
    effects: z.array(frameInFile).default([]),
    announcements: z.array(z.enum(mailTypes)),
    limits: z.array(z.string()).min(1),
    days: z.int().positive(),
  }),
  z.strictObject({
    ...wordsBase,
    check: z.literal('subject'),
    genuineIn: z.array(z.enum(mailTypes)),
    reply: z.string(),
    cover: z.strictObject({
      gifts: z.array(z.string()).min(1),
      covered: z.enum(conveyances),
      mails: z.array(z.enum(mailTypes)).min(1),
      announcedBy: z.array(z.string()).min(1),
    }),
    end: z.strictObject({ dated: z.string(), lastChance: z.string(), extension: z.string() }),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('required'),
    insert: localText.exactOptional(),
    requires: z.union([
      z.strictObject({ links: z.array(z.enum(linkRoles)).min(1) }),
      z.strictObject({
        says: z.enum(conveyances),
        links: z.array(z.enum(linkRoles)).min(1).exactOptional(),
        reachableBy: z.array(z.string()).min(1).exactOptional(),
      }),
    ]),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('prominence'),
    conveyance: z.enum(conveyances),
    announcedBy: z.array(z.string()).min(1),
    tiedBy: z.array(z.string()).default([]),
    saidBy: z.array(z.string()).default([]),
    reportedBy: z.array(z.string()).default([]),
    leastLegibility: z.number().min(0).max(1),
    smallPrint: z.number().positive(),
    paleContrast: z.number().positive(),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('findable'),
    links: z.array(z.enum(linkRoles)).min(1),
    emptyWords: z.string(),
    meantBy: z.array(z.string()).default([]),
    hidden: z.strictObject({ size: z.number().positive(), contrast: z.number().positive() }),
    weak: z.strictObject({
      contrast: z.number().positive(),
      bodyShare: z.number().positive(),
      neighbourShare: z.number().positive(),
      neighbourContrast: z.number().positive(),
    }),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('fine-print'),
    marks: z.array(z.string().length(1)).min(1),
    conditions: z.array(z.string()).min(1),
    claimShare: z.number().positive(),
    bodyShare: z.number().positive(),
    paleContrast: z.number().positive(),
    farWords: z.int().positive(),
    labels: z.strictObject({ claim: localText }),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('parts'),
    terms: z
      .array(z.strictObject({ term: z.enum(conveyances), standIns: z.array(z.enum(conveyances)).default([]) }))
      .min(1),
    days: z.boolean(),
    leastShare: z.number().gt(0).max(1),
    labels: z.record(z.string(), localText),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('reachability'),
    refusedBy: z.array(z.string()).min(1),
    reachableBy: z.array(z.string()).default([]),
    identity: z.enum(conveyances),
    links: z.array(z.enum(linkRoles)).min(1),
  }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('choice'),
    agreedBy: z.array(z.string()).min(1),
    refusedBy: z.array(z.string()).min(1),
    otherRoles: z.array(z.enum(linkRoles)),
    refusedInWords: z.array(z.enum(conveyances)),
    freeBy: z.array(z.string()),
    hardBy: z.array(z.string()),
    smallPrint: z.number().positive(),
    smallShare: z.number().positive().max(1),
  }),
  z.strictObject({ ...ruleBase, check: z.literal('typography'), options: typographyOptions }),
  z.strictObject({
    ...ruleBase,
    check: z.literal('density'),
    options: densityOptions,
    labels: z.record(z.string(), localText).default({}),
  }),
] as const;

const campaignRuleFiles = [
  z.strictObject({ ...campaignBase, about: z.literal('cascade'), options: cascadeOptions }),
  z.strictObject({ ...campaignBase, about: z.literal('translation'), options: translationOptions }),
] as const;

/** What a `rule.yml` may look like, by its `check` and, for rules about several mails, by what they are `about`. */
export const ruleFiles = [...plainRuleFiles, ...campaignRuleFiles] as const;

export const ruleFile = z.discriminatedUnion('check', [
  ...plainRuleFiles,
  z.discriminatedUnion('about', campaignRuleFiles),
]);

/** What a pack changes of a rule that is there, or makes a new one of. */
export const ruleChangeFile = z.strictObject({
  extends: z.string(),
  rule: ruleBase.rule.exactOptional(),
  severity: ruleBase.severity.exactOptional(),
  description: localText.exactOptional(),
  mails: ruleBase.mails,
  message: ruleBase.message.exactOptional(),
  advice: localText.exactOptional(),
  suggestions: ruleBase.suggestions.exactOptional(),
  references: z.array(z.string()).exactOptional(),
});

const span = z.strictObject({ none: z.number(), full: z.number() });

export const prominenceFile = z.strictObject({
  weights: z.strictObject({ legible: z.number(), place: z.number(), emphasis: z.number() }),
  legible: z.strictObject({ size: span, relativeSize: span, contrast: span }),
  places: z.array(z.strictObject({ upTo: z.number(), words: z.int(), value: z.number() })).min(1),
  emphasis: z.strictObject({ heading: z.number(), bold: z.number(), plain: z.number() }),
  notable: z.strictObject({ relativeSize: z.number(), contrast: z.number(), place: z.number() }),
  reasons: z.record(z.enum(prominenceReasons), localText),
  origin: localText,
});

export const conveyancesFile = z.partialRecord(
  z.enum(conveyances),
  z.strictObject({
    frames: z.array(frameInFile),
    scorer: z.string().exactOptional(),
    links: z.array(z.enum(linkRoles)).default([]),
  }),
);

export const tagRole = z.enum(linkRoles);

export const providersFile = z.array(
  z.strictObject({
    provider: z.string(),
    tags: z.partialRecord(tagRole, z.array(z.string())),
    targets: z.partialRecord(tagRole, z.string()).exactOptional(),
  }),
);

export const linkRolesFile = z.strictObject({
  parts: z.array(z.strictObject({ part: z.string(), role: z.enum(linkRoles), whole: z.boolean().default(false) })),
  unreadMailboxes: z.array(z.string().regex(/^[a-z]+$/u, 'expected lower-case letters only')).default([]),
});

export const referencesFile = z.record(
  z.string(),
  z.strictObject({ title: z.string(), url: z.url(), checked: z.iso.date() }),
);

const strings = z.array(z.string()).readonly();

export const templateTagsFile = z.strictObject({
  families: z.array(
    z.strictObject({
      name: z.string(),
      open: z.string().min(1),
      close: z.string(),
      content: z.enum(['any', 'line', 'identifier', 'default', 'known', 'directive', 'call', 'path']),
      maxLength: z.int().positive(),
      role: z.enum(['placeholder', 'control', 'comment']),
      dialect: z.string().exactOptional(),
      prefix: z.string().exactOptional(),
      ignoreCase: z.boolean().exactOptional(),
      needsBlock: z.boolean().exactOptional(),
      notHexadecimal: z.boolean().exactOptional(),
      notBefore: z.string().exactOptional(),
      plainNames: z.enum(['placeholder', 'control', 'comment']).exactOptional(),
      words: strings.exactOptional(),
      controls: strings.exactOptional(),
      placeholders: strings.exactOptional(),
      blocks: z
        .array(
          z.strictObject({
            open: z.string(),
            openEnd: z.string().exactOptional(),
            kind: z.enum(['condition', 'loop', 'switch', 'comment', 'section']),
            end: z.string(),
          }),
        )
        .exactOptional(),
      elseIf: strings.exactOptional(),
      else: strings.exactOptional(),
      parts: z
        .strictObject({
          includes: z
            .array(
              z.strictObject({
                open: z.string().min(1),
                kind: z.enum(['include', 'extends']),
                bare: z.enum(['any', 'file']).exactOptional(),
              }),
            )
            .default([]),
          block: z.string().exactOptional(),
          endBlock: z.string().exactOptional(),
          parent: strings.exactOptional(),
        })
        .exactOptional(),
    }),
  ),
});

export const partsFile = z.strictObject({ text: localText, html: localText });

export const includesFile = z.strictObject({
  label: localText,
  folders: strings,
  endings: strings,
});

export const metadataLabelsFile = z.strictObject({
  labels: z.strictObject({ subject: strings, preheader: strings, from: strings }),
});
