import type { Severity } from '../checks/Finding.js';
import type { Conveyance } from '../linter/LintReport.js';
import type { MailType } from '../mail/Mail.js';
import type { LinkRole } from './LinkRoleRules.js';
import type { Suggestion } from './Suggestion.js';

/** A text by language tag; English is always there. */
export type LocalText = Readonly<Record<string, string>>;

/** Everything about one rule, as its folder in `rules/` says it. */
export type Rule =
  | WordingRule
  | NoticeRule
  | SubjectRule
  | RequiredRule
  | ProminenceRule
  | ReachabilityRule
  | ChoiceRule
  | FindableRule
  | FinePrintRule
  | PartsRule
  | TypographyRule
  | DensityRule
  | CampaignRule;

interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** One line: what the rule is about. */
  readonly description: LocalText;
  /** The mail types that it applies to; all when absent. */
  readonly mails?: readonly MailType[];
  /** What is wrong, by variant (`default`, `dead`, …); `{deadline}` stands for the words of that signal. */
  readonly messages: Readonly<Record<string, LocalText>>;
  readonly advice: LocalText;
  /** Better wordings by language, of which those are offered that fit the passage. */
  readonly suggestions: Readonly<Record<string, readonly Suggestion[]>>;
  readonly references: readonly string[];
  /** The rule's page by language, Markdown. */
  readonly page: LocalText;
}

/** A rule about words: a combination of signals is a finding. */
export interface WordingRule extends WordsBase {
  readonly check: 'wording';
}

interface WordsBase extends RuleBase {
  readonly frames: readonly Frame[];
  /** The output of the trained model that has a say besides the frames. */
  readonly scorer?: string;
  /** Groups of signals of which a passage must hold one each before the model's word alone counts; none when absent. */
  readonly evidence?: readonly (readonly string[])[];
  /** The same where such passages are rare. */
  readonly rareEvidence?: readonly (readonly string[])[];
  /** What the report calls a signal's place: `deadline` → “the deadline”. */
  readonly labels: Readonly<Record<string, LocalText>>;
}

/** A rule about the time that a mail leaves: short by its words, or counted from the day on which the mail is sent. */
export interface NoticeRule extends WordsBase {
  readonly check: 'notice';
  /** Frames of requests with a time limit that says how long it is only against the day of sending. */
  readonly dated: readonly Frame[];
  /** Frames that tell from when a change applies; they count where nothing is asked for by a limit. */
  readonly effects: readonly Frame[];
  /** The mails that announce changes. */
  readonly announcements: readonly MailType[];
  /** The signals of frames that hold the time. */
  readonly limits: readonly string[];
  /** So many days, or fewer, are short where no profile says more. */
  readonly days: number;
}

/** A rule about a subject that promises another mail than the one that follows. */
export interface SubjectRule extends WordsBase {
  readonly check: 'subject';
  /** The mails in which an answer, a bill or an alarm is what it says. */
  readonly genuineIn: readonly MailType[];
  /** The signal of a mark that makes a mail look like an answer, at the beginning of the subject. */
  readonly reply: string;
  /** What a gift in the subject may cover. */
  readonly cover: {
    readonly gifts: readonly string[];
    /** What it covers, as the body conveys it. */
    readonly covered: Conveyance;
    /** The mails that tell such a thing. */
    readonly mails: readonly MailType[];
    /** Signals that name it in subject or preheader, so that it isn't covered. */
    readonly announcedBy: readonly string[];
  };
  /** How an end that is near is contradicted by the body. */
  readonly end: {
    /** The signal of an end with a day. */
    readonly dated: string;
    /** The signal of a last chance. */
    readonly lastChance: string;
    /** The signal of an end that was put off. */
    readonly extension: string;
  };
}

/**
 * Signals that together mean something. A signal is named with its polarity (`consequence:harmful`) or without, then
 * any polarity will do.
 */
export interface Frame {
  readonly id: string;
  /** In how many sentences that follow each other the signals stand. */
  readonly sentences: 1 | 2;
  readonly all: readonly string[];
  /** Groups of which one signal each must be there. */
  readonly any: readonly (readonly string[])[];
  readonly none: readonly string[];
  /** Overrides the rule's severity. */
  readonly severity?: Severity;
}

/** A rule about something that a mail must hold. */
export interface RequiredRule extends RuleBase {
  readonly check: 'required';
  readonly requires: Requirement;
  /**
   * What an editor can put into a mail that lacks it: a sentence or two, with links as in Markdown. What only the sender
   * knows stands in square brackets. The target of a link that is required gives way to the sending service's own tag.
   */
  readonly insert?: LocalText;
}

export type Requirement =
  | {
      /** A link with one of these roles, in every branch of the template. */
      readonly links: readonly string[];
    }
  | {
      /** That the mail conveys this, outside of subject and preheader. */
      readonly says: Conveyance;
      /** Roles of links that settle it as well; a footer that the sending service appends does, too. */
      readonly links?: readonly LinkRole[];
      /**
       * Signals that somebody can be reached. Where this is given, a sender who is named and can be written to or rung
       * settles it as well.
       */
      readonly reachableBy?: readonly string[];
    };

/** A rule about something that must be easy to notice where it is said. */
export interface ProminenceRule extends RuleBase {
  readonly check: 'prominence';
  /** The thing said. */
  readonly conveyance: Conveyance;
  /** Signals that announce it when they stand in a subject, preheader, heading or first paragraph. */
  readonly announcedBy: readonly string[];
  /** Signals of which a passage must have one, so that sender and reader are meant and no story is told; none: any. */
  readonly tiedBy: readonly string[];
  /** Signals that say it when they stand in one sentence, whatever the trained model thinks of it; none: nothing does. */
  readonly saidBy: readonly string[];
  /** Signals that show that the words of others are repeated; a block with one of them says nothing of its own. */
  readonly reportedBy: readonly string[];
  /** How legible a heading or first paragraph must be at least, 0 to 1, to be noticed at all. */
  readonly leastLegibility: number;
  /** Text smaller than this, in px, counts as small print. */
  readonly smallPrint: number;
  /** Contrast ratio (WCAG 2) below which text counts as pale. */
  readonly paleContrast: number;
}

/** A rule about links that must be easy to find where there are any. */
export interface FindableRule extends RuleBase {
  readonly check: 'findable';
  /** The roles of the links; one that is found easily is enough. */
  readonly links: readonly string[];
  /** The signal of link texts that say nothing (“here”). */
  readonly emptyWords: string;
  /** Signals that say what such a link is for when they stand in its sentence. */
  readonly meantBy: readonly string[];
  /** Below these, in px and by WCAG 2, a link counts as hidden. */
  readonly hidden: { readonly size: number; readonly contrast: number };
  /** Below these a link is hard to find. */
  readonly weak: {
    readonly contrast: number;
    /** Its size beside that of the body. */
    readonly bodyShare: number;
    /** Its size, or its contrast, beside that of the links around it. */
    readonly neighbourShare: number;
    /** From this contrast on a text is easy to read, whatever its neighbours have. */
    readonly neighbourContrast: number;
  };
}

/** A rule about conditions that stand far from what they restrict, or much smaller. */
export interface FinePrintRule extends RuleBase {
  readonly check: 'fine-print';
  /** Signs that lead from a claim to its condition: `*`. */
  readonly marks: readonly string[];
  /** Signals of which a condition has one. */
  readonly conditions: readonly string[];
  /** The condition's size beside the claim's below which it is much smaller. */
  readonly claimShare: number;
  /** The same beside the body's: print as large as the body is never fine print. */
  readonly bodyShare: number;
  readonly paleContrast: number;
  /** More words than these between claim and condition are far. */
  readonly farWords: number;
  /** What the report calls the place of the claim. */
  readonly labels: Readonly<Record<string, LocalText>>;
}

/** A rule about mail files whose plain text and HTML don't say the same. */
export interface PartsRule extends RuleBase {
  readonly check: 'parts';
  /** What both must convey if one does, each with what may stand in for it. */
  readonly terms: readonly { readonly term: Conveyance; readonly standIns: readonly Conveyance[] }[];
  /** Whether days that only one names are reported. */
  readonly days: boolean;
  /** A part with fewer words than this share of the other's only sends its readers there. */
  readonly leastShare: number;
  /** What the report calls each of the terms. */
  readonly labels: Readonly<Record<string, LocalText>>;
}

/** A rule about senders that refuse replies and offer no other way to reach them. */
export interface ReachabilityRule extends RuleBase {
  readonly check: 'reachability';
  /** Signals that replies are not wanted or not read. */
  readonly refusedBy: readonly string[];
  /** Signals that somebody can be reached all the same. */
  readonly reachableBy: readonly string[];
  /** What a mail conveys where it names its sender with an address. */
  readonly identity: Conveyance;
  /** Roles of links that lead to somebody who answers. */
  readonly links: readonly LinkRole[];
}

/** A rule about choices whose answers are not offered alike. */
export interface ChoiceRule extends RuleBase {
  readonly check: 'choice';
  /** Signals in the words of a link or button with which a reader agrees. */
  readonly agreedBy: readonly string[];
  /** Signals in the words of a link or button with which a reader refuses. */
  readonly refusedBy: readonly string[];
  /** Links with these roles are no answer. */
  readonly otherRoles: readonly LinkRole[];
  /** What a mail conveys where it offers in words to refuse. */
  readonly refusedInWords: readonly Conveyance[];
  /** Signals that whoever does not want it need do nothing. */
  readonly freeBy: readonly string[];
  /** Signals of a letter or a walk; a way to refuse that asks for one is not offered alike. */
  readonly hardBy: readonly string[];
  /** Text smaller than this, in px, counts as small print. */
  readonly smallPrint: number;
  /** A control whose type is smaller than this share of the other's is not offered alike. */
  readonly smallShare: number;
}

/** A rule about how words are set, whatever they say. */
export interface TypographyRule extends RuleBase {
  readonly check: 'typography';
  readonly options: TypographyOptions;
}

/** What settings may change about shouting. */
export interface TypographyOptions {
  /** From how many words in capitals on, one after another, a run counts. */
  readonly fewestCapitals: number;
  /** From how many exclamation and question marks on, one after another, they count. */
  readonly fewestMarks: number;
  /** The same for exclamation marks, which weigh more. */
  readonly fewestExclamationMarks: number;
  /** Whether headings may stand in capitals. */
  readonly capitalHeadings: boolean;
  /** From how many headings on, all of them in capitals, these are taken for a style of the house. */
  readonly fewestStyledHeadings: number;
  /** Short forms that could be words, in capitals. */
  readonly acronyms: readonly string[];
  /** Words that keep their first capital when the others lose theirs, in capitals: weekdays, months. */
  readonly names: readonly string[];
  /** What companies' names end with, in capitals. */
  readonly legalForms: readonly string[];
}

/** A rule about how much of something a mail holds. It reads what other rules have found. */
export interface DensityRule extends RuleBase {
  readonly check: 'density';
  readonly options: DensityOptions;
  /** What the report calls a place that counts: `counted` → “pressure, too”. */
  readonly labels: Readonly<Record<string, LocalText>>;
}

/** What settings may change about the amount. */
export interface DensityOptions {
  /** The rules whose findings count. */
  readonly counted: readonly string[];
  /** From how many different ones of them on it is too much. */
  readonly fewestRules: number;
  /** Above this share of a mail's sentences it is too much, whatever the rules; without it the share is not looked at. */
  readonly largestShare?: number;
}

/** A rule about several mails together. */
export type CampaignRule = CascadeRule | TranslationRule;

interface CampaignBase extends RuleBase {
  readonly check: 'campaign';
  /** Words of the report for places in other mails and for what is compared. */
  readonly labels: Readonly<Record<string, LocalText>>;
}

/** A rule about mails of one campaign that ask for the same thing. */
export interface CascadeRule extends CampaignBase {
  readonly about: 'cascade';
  readonly options: CascadeOptions;
}

/** What settings may change about how often a mail may ask. */
export interface CascadeOptions {
  /** How many mails may ask for the same. */
  readonly mostMails: number;
  /** Fewer days than these between two of them are too few. */
  readonly shortestInterval: number;
  /** From which mail on intervals count; a quick second one may be a kindness. */
  readonly intervalsFrom: number;
  /** How many of them may call themselves the last chance. */
  readonly mostLastChances: number;
  /** How often the day by which an answer is asked for may be put off. */
  readonly mostMoves: number;
  /** Share of the shorter mail's words that two mails must have in common to ask for the same. */
  readonly sharedWords: number;
  /** The same where they lead to the same page. */
  readonly sharedWordsWithLink: number;
  /** How a last chance is called, by language, folded. */
  readonly lastChance: Readonly<Record<string, readonly string[]>>;
}

/** A rule about the same mail in two languages. */
export interface TranslationRule extends CampaignBase {
  readonly about: 'translation';
  readonly options: TranslationOptions;
}

/** What settings may change about what translations must have in common. */
export interface TranslationOptions {
  /** What both must convey if one does, each with what may stand in for it. */
  readonly rights: Readonly<Partial<Record<Conveyance, readonly Conveyance[]>>>;
  /** Rules whose findings make one harsher than the other. */
  readonly harsh: readonly string[];
  /** Whether days that only one names are reported. */
  readonly days: boolean;
}
