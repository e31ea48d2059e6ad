import { z } from 'zod';
import type { LanguageModel } from './LanguageModel.js';

const numbers = z.array(z.number());

const modelFile = z.strictObject({
  languages: z.array(z.string()).min(2),
  threshold: z.number().min(0).max(1),
  step: z.number().positive(),
  biases: numbers,
  groups: z.string(),
  weights: z.array(numbers),
});

/**
 * Reads `rules/models/language.json`, in which the letter groups are one text, joined by bars.
 *
 * @throws ZodError or SyntaxError when the text is no such model.
 */
export function readLanguageModel(json: string): LanguageModel {
  const { groups, ...model } = modelFile.parse(JSON.parse(json));
  return { ...model, groups: groups.split('|') };
}
