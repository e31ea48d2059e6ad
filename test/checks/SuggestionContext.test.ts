import { describe, expect, it } from 'vitest';
import { suggestionContextOf } from '../../src/checks/SuggestionContext.js';
import type { MailType } from '../../src/mail/Mail.js';
import { readMail } from '../../src/reading/readMail.js';
import { mailOf } from '../reading/mailOf.js';
import { rulebook } from '../rulebook.js';

function contextOf(text: string, types?: readonly MailType[]) {
  const reading = readMail(mailOf(text, 'text', { language: 'de', ...(types ? { types } : {}) }), rulebook);
  return suggestionContextOf(reading.sentences.slice(-1), reading);
}

describe('suggestionContextOf', () => {
  it('knows the passage’s signals and their words', () => {
    const { signals, words } = contextOf('Guten Tag!\n\nBitte bestätigen Sie Ihr Kundenkonto bis zum 1. Juni.');
    expect([...signals]).toEqual(expect.arrayContaining(['matter', 'matter:account', 'answer-day']));
    expect(words.get('answer-day')).toBe('bis zum 1. Juni');
  });

  it('tells from the whole mail how it speaks to its reader', () => {
    expect(contextOf('Schön, dass du da bist.\n\nJetzt bestätigen!').address).toBe('familiar');
    expect(contextOf('Schön, dass Sie da sind.\n\nJetzt bestätigen!').address).toBe('formal');
    expect(contextOf('Jetzt bestätigen!').address).toBeUndefined();
  });

  it('takes a few words of others for no formal address', () => {
    expect(contextOf('Deine Blumen warten auf dich. Sie sind frisch geschnitten.').address).toBe('familiar');
  });

  it('knows all types that were declared', () => {
    expect(contextOf('Hallo.', ['consent', 'terms-update']).types).toEqual(['consent', 'terms-update']);
  });
});
