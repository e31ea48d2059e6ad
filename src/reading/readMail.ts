import type { MailTypeGuess } from '../linter/LintReport.js';
import type { Mail } from '../mail/Mail.js';
import type { Language } from '../rulebook/Language.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { inferTypes } from './inferTypes.js';
import { languageOfMail } from './languageOfMail.js';
import { openingOf, refineParts, structuralPartOf } from './mailParts.js';
import type { Reading } from './Reading.js';
import { readLinks } from './readLinks.js';
import { readSentences } from './readSentences.js';
import { scorePassages } from './scorer/scorePassages.js';

/**
 * Reads a mail the way its recipient does.
 *
 * @example readMail(parseMail(source, options), rulebook).sentences
 */
export function readMail(mail: Mail, rulebook: Rulebook): Reading {
  const { language, languageOf } = languageOfMail(mail, rulebook);
  const opening = openingOf(mail);
  const rough = readSentences(
    mail,
    (block) => structuralPartOf(block, opening),
    (block) => knownLanguage(languageOf(block), rulebook),
  );
  const links = readLinks(mail, rough, rulebook.linkRoles);
  const sentences = refineParts(mail, rough, links);
  const declared = mail.metadata.types?.map((type): MailTypeGuess => ({ type, confidence: 1 }));
  const types = declared ?? inferTypes(sentences);
  const believed = (declared ?? types.slice(0, 1)).map(({ type }) => type);
  return {
    mail,
    language,
    sentences,
    passages: scorePassages(sentences, believed, (tag) => knownLanguage(tag, rulebook)?.scorer),
    links,
    types,
    typesAreDeclared: declared !== undefined,
  };
}

function knownLanguage(tag: string | undefined, rulebook: Rulebook): Language | undefined {
  return tag === undefined ? undefined : rulebook.languages[tag];
}
