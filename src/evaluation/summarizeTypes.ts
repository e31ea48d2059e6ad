import type { MailType } from '../mail/Mail.js';
import { type Interval, wilsonInterval } from './wilsonInterval.js';

/** What a labelled mail is, and what it was taken for when nothing it declares of itself counted. */
export interface InferredType {
  readonly language: string;
  readonly labelled: readonly MailType[];
  /** The likeliest type; undefined where nothing speaks for any. */
  readonly inferred: MailType | undefined;
}

/** How often the inferred type is one of the labelled ones. */
export interface TypeScore {
  readonly mails: number;
  readonly right: number;
  /** Mails for which nothing was inferred; they count as wrong. */
  readonly unknown: number;
  readonly accuracy: number | undefined;
  readonly accuracyInterval: Interval | undefined;
}

export interface TypeFigures {
  readonly overall: TypeScore;
  readonly languages: readonly (TypeScore & { readonly language: string })[];
  /** By the first type of the label. */
  readonly types: readonly (TypeScore & { readonly type: MailType })[];
}

/**
 * Counts how well types are inferred.
 *
 * @returns undefined when no mail is labelled with a type.
 * @example summarizeTypes([{ language: 'en', labelled: ['consent'], inferred: 'consent' }])?.overall.accuracy // 1
 */
export function summarizeTypes(mails: readonly InferredType[]): TypeFigures | undefined {
  if (mails.length === 0) return undefined;
  const languages = [...new Set(mails.map(({ language }) => language))].sort();
  const types = [...new Set(mails.flatMap(({ labelled }) => labelled.slice(0, 1)))].sort();
  return {
    overall: scoreTypes(mails),
    languages: languages.map((language) => ({
      language,
      ...scoreTypes(mails.filter((mail) => mail.language === language)),
    })),
    types: types.map((type) => ({ type, ...scoreTypes(mails.filter(({ labelled }) => labelled[0] === type)) })),
  };
}

function scoreTypes(mails: readonly InferredType[]): TypeScore {
  const right = mails.filter(({ labelled, inferred }) => inferred !== undefined && labelled.includes(inferred)).length;
  return {
    mails: mails.length,
    right,
    unknown: mails.filter(({ inferred }) => inferred === undefined).length,
    accuracy: mails.length === 0 ? undefined : right / mails.length,
    accuracyInterval: wilsonInterval(right, mails.length),
  };
}
