import type { CheckContext, FooterSetting } from '../../src/checks/CheckContext.js';
import type { MailFormat, MailType } from '../../src/mail/Mail.js';
import { readMail } from '../../src/reading/readMail.js';
import type {
  ChoiceRule,
  DensityRule,
  Frame,
  ProminenceRule,
  ReachabilityRule,
  RequiredRule,
  TypographyRule,
  WordingRule,
} from '../../src/rulebook/Rule.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { mailOf } from '../reading/mailOf.js';
import { type TinyVocabulary, tinyLanguage } from '../reading/tinyLanguage.js';
import { rulebook } from '../rulebook.js';

/** A rulebook that knows the given words and nothing else of any language. */
export function rulebookOf(vocabulary: TinyVocabulary, conveyances: Rulebook['conveyances'] = {}): Rulebook {
  return { ...rulebook, languages: { en: tinyLanguage(vocabulary) }, conveyances, rules: [] };
}

export interface Source {
  readonly text: string;
  readonly format?: MailFormat;
  readonly types?: readonly MailType[];
  readonly footer?: FooterSetting;
}

/** What a check gets for a mail in English. */
export function checkingOf({ text, format = 'markdown', types, footer }: Source, rules: Rulebook): CheckContext {
  const mail = mailOf(text, format, { language: 'en', ...(types ? { types } : {}) });
  return { reading: readMail(mail, rules), rulebook: rules, footer };
}

export function frameOf(frame: Partial<Frame> & Pick<Frame, 'all'>): Frame {
  return { id: 'default', sentences: 1, any: [], none: [], ...frame };
}

const base = {
  severity: 'error',
  description: { en: 'What it is about.' },
  advice: { en: 'Do better.', de: 'Besser machen.' },
  suggestions: { en: [{ text: 'Better.' }] },
  references: ['gdpr-7-4'],
  page: {},
} as const;

export function wordingRule(frames: readonly Frame[], more: Partial<WordingRule> = {}): WordingRule {
  const messages = { default: { en: '“{limit}” threatens.' } };
  return { ...base, id: 'threat', check: 'wording', frames, labels: {}, messages, ...more };
}

export function requiredRule(requires: RequiredRule['requires'], more: Partial<RequiredRule> = {}): RequiredRule {
  const variants = [
    'default',
    'dead',
    'branch',
    'else-branch',
    'undeclared-footer',
    'text-part',
    'html-part',
    'header-only',
  ];
  const messages = Object.fromEntries(variants.map((name) => [name, { en: `${name}{target}{condition}` }]));
  return { ...base, id: 'missing', check: 'required', requires, messages, ...more };
}

export function prominenceRule(more: Partial<ProminenceRule> = {}): ProminenceRule {
  const variants = ['default', 'small-print', 'pale', 'footer', 'postscript', 'hidden'];
  const messages = Object.fromEntries(variants.map((name) => [name, { en: `${name}{size}{contrast}` }]));
  return {
    ...base,
    id: 'buried',
    check: 'prominence',
    conveyance: 'terms-change',
    announcedBy: ['change', 'topic'],
    tiedBy: [],
    saidBy: [],
    reportedBy: [],
    leastLegibility: 0.1,
    smallPrint: 12,
    paleContrast: 3,
    messages,
    ...more,
  };
}

export function reachabilityRule(more: Partial<ReachabilityRule> = {}): ReachabilityRule {
  return {
    ...base,
    id: 'unreachable',
    check: 'reachability',
    refusedBy: ['refused'],
    reachableBy: ['offer'],
    identity: 'sender-identity',
    links: ['imprint', 'contact', 'address'],
    messages: { default: { en: 'default' }, address: { en: 'address {address}' } },
    ...more,
  };
}

export function choiceRule(more: Partial<ChoiceRule> = {}): ChoiceRule {
  const variants = ['default', 'small-link', 'bare-link', 'letter', 'small-print'];
  return {
    ...base,
    id: 'choice',
    check: 'choice',
    agreedBy: ['answer:agree'],
    refusedBy: ['answer:refuse'],
    otherRoles: ['unsubscribe'],
    refusedInWords: ['objection-right'],
    freeBy: ['free'],
    hardBy: ['letter'],
    smallPrint: 12,
    smallShare: 0.75,
    messages: Object.fromEntries(variants.map((name) => [name, { en: name }])),
    ...more,
  };
}

export function typographyRule(options: Partial<TypographyRule['options']> = {}): TypographyRule {
  const messages = Object.fromEntries(['default', 'capitals', 'marks'].map((name) => [name, { en: `${name} {text}` }]));
  const standard = {
    fewestCapitals: 3,
    fewestMarks: 3,
    fewestExclamationMarks: 2,
    capitalHeadings: false,
    fewestStyledHeadings: 3,
    acronyms: ['SEPA'],
    names: ['MONDAY'],
    legalForms: ['LTD'],
  };
  return {
    ...base,
    id: 'loud',
    check: 'typography',
    severity: 'warning',
    messages,
    options: { ...standard, ...options },
  };
}

export function densityRule(options: Partial<DensityRule['options']> = {}): DensityRule {
  const messages = { default: { en: 'kinds {rules}' }, share: { en: 'share {count}' } };
  const standard = { counted: ['one', 'two', 'three'], fewestRules: 3 };
  const labels = { counted: { en: 'also' } };
  return { ...base, id: 'dense', check: 'density', labels, messages, options: { ...standard, ...options } };
}
