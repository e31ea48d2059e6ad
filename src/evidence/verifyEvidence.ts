import { resolve } from 'node:path';
import { readBytesInside } from '../config/readInside.js';
import { isInside } from '../linter/isInside.js';
import { type Evidence, evidenceFile } from './evidenceFile.js';
import { seal } from './makeEvidence.js';
import { sha256 } from './sha256.js';

export interface Verification {
  readonly inputs: number;
  /** What does not fit the record, in plain words; empty where all does. */
  readonly mismatches: readonly string[];
}

/** No record of a run is longer. */
const mostBytes = 500_000_000;

/**
 * Holds a record against itself and against the files that it names.
 *
 * @param text of the record.
 * @param cwd absolute path of the folder that the paths in it are relative to; no file outside of it is read.
 * @param version of Tactful at hand.
 * @returns undefined where the text is no record.
 */
export async function verifyEvidence(text: string, cwd: string, version: string): Promise<Verification | undefined> {
  const read = parsed(text);
  if (!read) return undefined;
  const { evidence, written } = read;
  const mismatches: string[] = [];
  if (seal(written) !== evidence.sha256) mismatches.push('The record itself has been changed since it was written.');
  if (evidence.tool.version !== version) {
    mismatches.push(`It was written by Tactful ${evidence.tool.version}, and this is ${version}.`);
  }
  for (const input of evidence.inputs) mismatches.push(...(await checkInput(input, cwd)));
  return { inputs: evidence.inputs.length, mismatches };
}

/** @returns the record, and the same as it is written, since its hash is about that. */
function parsed(text: string): { readonly evidence: Evidence; readonly written: object } | undefined {
  try {
    const written: unknown = JSON.parse(text);
    const result = evidenceFile.safeParse(written);
    const isRecord = result.success && typeof written === 'object' && written !== null;
    return isRecord ? { evidence: result.data, written } : undefined;
  } catch {
    return undefined;
  }
}

async function checkInput(
  { path, sha256: expected }: Evidence['inputs'][number],
  cwd: string,
): Promise<readonly string[]> {
  const file = resolve(cwd, path);
  if (!isInside(file, cwd)) return [`“${path}” is outside of the working folder and was not read.`];
  const read = await readBytesInside(file, cwd, mostBytes);
  switch (read.type) {
    case 'missing':
      return [`“${path}” is not there any more.`];
    case 'folder':
    case 'refused':
      return [`“${path}” cannot be read.`];
    case 'bytes':
      return sha256(read.bytes) === expected ? [] : [`“${path}” has changed.`];
  }
}
