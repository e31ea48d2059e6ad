import type { MailTypeGuess } from '../linter/LintReport.js';
import { isReadIn } from '../mail/isReadIn.js';
import type { Mail } from '../mail/Mail.js';
import type { Language } from '../rulebook/Language.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { inferTypes } from './inferTypes.js';
import { languageOfMail } from './languageOfMail.js';
import { likelyTypes } from './likelyTypes.js';
import { openingOf, refineParts, structuralPartOf } from './mailParts.js';
import type { Reading, Sentence } from './Reading.js';
import { ReadingMemory } from './ReadingMemory.js';
import { readLinks } from './readLinks.js';
import { readSentences } from './readSentences.js';
import type { ScorerModelFile } from './scorer/ScorerModel.js';
import { scoreMailTypes, scorePassages } from './scorer/scorePassages.js';

type ModelOf = (language: string) => ScorerModelFile | undefined;

/**
 * Reads a mail the way its recipient does.
 *
 * @param memory of texts that were read before; it makes no difference but to the time that reading takes.
 * @example readMail(parseMail(source, options), rulebook).sentences
 */
export function readMail(mail: Mail, rulebook: Rulebook, memory: ReadingMemory = new ReadingMemory()): Reading {
  const { language, languageOf } = languageOfMail(mail, rulebook, memory);
  const bodies = new Set(mail.children.map(({ part }) => part));
  const openings = new Map([...bodies].map((body) => [body, openingOf(mail, body)]));
  const rough = readSentences(
    mail,
    (block) => structuralPartOf(block, openings.get(block.part)),
    (block) => knownLanguage(languageOf(block), rulebook),
    memory,
  );
  const links = readLinks(mail, rough, rulebook.linkRoles);
  const sentences = refineParts(mail, rough, links);
  const declared = mail.metadata.types?.map((type): MailTypeGuess => ({ type, confidence: 1 }));
  const modelOf = (tag: string) => knownLanguage(tag, rulebook)?.scorer;
  const types = declared ?? typesOf(withoutRepetition(sentences), modelOf, memory);
  return {
    mail,
    language,
    sentences,
    passages: scorePassages(sentences, likelyTypes({ types }), modelOf, memory),
    links,
    types,
    typesAreDeclared: declared !== undefined,
  };
}

function typesOf(sentences: readonly Sentence[], modelOf: ModelOf, memory: ReadingMemory): readonly MailTypeGuess[] {
  return inferTypes(sentences, scoreMailTypes(sentences, modelOf, memory));
}

/** What a mail says as plain text is its HTML over again. */
function withoutRepetition(sentences: readonly Sentence[]): readonly Sentence[] {
  const isRead = isReadIn(sentences.map(({ block }) => block));
  return sentences.filter(({ block }) => isRead(block));
}

function knownLanguage(tag: string | undefined, rulebook: Rulebook): Language | undefined {
  return tag === undefined ? undefined : rulebook.languages[tag];
}
