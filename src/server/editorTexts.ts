import type { Severity } from '../checks/Finding.js';
import type { Conveyance } from '../linter/LintReport.js';
import type { MailType } from '../mail/Mail.js';

/** What the editor shows besides what rules say, in the language of the mail. */
export interface EditorTexts {
  readonly replace: (wording: string) => string;
  readonly insert: (wording: string, provider: string | undefined) => string;
  readonly openPage: (rule: string) => string;
  readonly fixAll: string;
  /** Why nothing is changed in a mail file. */
  readonly mailFileStays: string;
  readonly better: string;
  readonly references: string;
  readonly types: string;
  readonly says: string;
  readonly lacks: string;
  readonly nothing: string;
  readonly declared: string;
  readonly unknownType: string;
  readonly language: string;
  readonly counts: (counts: Readonly<Record<Severity, number>>) => string;
  readonly typeNames: Readonly<Record<MailType, string>>;
  readonly conveyances: Readonly<Record<Conveyance, string>>;
}

const english: EditorTexts = {
  replace: (wording) => `Write “${wording}”`,
  insert: (wording, provider) => `Insert “${wording}”${provider === undefined ? '' : ` (${provider})`}`,
  openPage: (rule) => `Why? Open the page of ${rule}`,
  fixAll: 'Make all safe corrections',
  mailFileStays: 'A mail file may be encoded or signed, so it is never changed by itself. Mend its template.',
  better: 'Better:',
  references: 'Law and guidance:',
  types: 'Type:',
  says: 'Says:',
  lacks: 'Lacks:',
  nothing: 'nothing',
  declared: 'declared',
  unknownType: 'unknown type',
  language: 'English',
  counts: ({ error, warning, info }) =>
    [counted(error, 'error', 'errors'), counted(warning, 'warning', 'warnings'), counted(info, 'remark', 'remarks')]
      .filter(Boolean)
      .join(', ') || 'no findings',
  typeNames: {
    marketing: 'marketing',
    consent: 'request for consent',
    'terms-update': 'change of terms',
    transactional: 'transaction',
    service: 'service',
  },
  conveyances: {
    trust: 'thanks or reassurance',
    'objection-right': 'right to object',
    'withdrawal-right': 'right to withdraw',
    'opt-out': 'way to unsubscribe',
    'sender-identity': 'who sends it',
    'terms-change': 'change of terms',
    purpose: 'what data are used for',
    'no-disadvantage': 'that a no costs nothing',
  },
};

const german: EditorTexts = {
  replace: (wording) => `„${wording}“ schreiben`,
  insert: (wording, provider) => `„${wording}“ einfügen${provider === undefined ? '' : ` (${provider})`}`,
  openPage: (rule) => `Warum? Seite zu ${rule} öffnen`,
  fixAll: 'Alle sicheren Korrekturen vornehmen',
  mailFileStays:
    'Eine Maildatei kann kodiert oder signiert sein und wird nie von selbst geändert. Ändern Sie ihre Vorlage.',
  better: 'Besser:',
  references: 'Recht und Leitlinien:',
  types: 'Art:',
  says: 'Sagt:',
  lacks: 'Es fehlt:',
  nothing: 'nichts',
  declared: 'angegeben',
  unknownType: 'unbekannte Art',
  language: 'Deutsch',
  counts: ({ error, warning, info }) =>
    [counted(error, 'Fehler', 'Fehler'), counted(warning, 'Warnung', 'Warnungen'), counted(info, 'Hinweis', 'Hinweise')]
      .filter(Boolean)
      .join(', ') || 'keine Befunde',
  typeNames: {
    marketing: 'Werbung',
    consent: 'Bitte um Einwilligung',
    'terms-update': 'Änderung der Bedingungen',
    transactional: 'Vorgang',
    service: 'Service',
  },
  conveyances: {
    trust: 'Dank oder Beruhigung',
    'objection-right': 'Widerspruchsrecht',
    'withdrawal-right': 'Widerrufsrecht',
    'opt-out': 'Abmeldemöglichkeit',
    'sender-identity': 'wer sie schickt',
    'terms-change': 'Änderung der Bedingungen',
    purpose: 'wozu Daten dienen',
    'no-disadvantage': 'dass ein Nein nichts kostet',
  },
};

/** @param language tag of the mail's language; English where there are no texts in it. */
export function editorTexts(language: string | undefined): EditorTexts {
  return language === 'de' ? german : english;
}

function counted(count: number, one: string, several: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : several}`;
}
