import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientFeatures } from '../../src/server/ClientFeatures.js';
import { noClientSettings } from '../../src/server/ClientSettings.js';
import type { JudgedDocument } from '../../src/server/JudgedDocument.js';
import { Project } from '../../src/server/Project.js';
import { rulebook } from '../rulebook.js';

/** A client that can do all that makes a difference. */
export const features = clientFeatures({
  textDocument: { publishDiagnostics: { relatedInformation: true, dataSupport: true, codeDescriptionSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
  window: { showDocument: { support: true } },
});

/** A mail as the server knows it. */
export async function judgedOf(text: string, path = 'mail.md'): Promise<JudgedDocument> {
  const project = new Project('/nowhere', rulebook, noClientSettings);
  const document = TextDocument.create(`file:///nowhere/${path}`, 'markdown', 3, text);
  const result = await project.lint(path, text);
  return { document, place: { project, path }, result, resultId: '1' };
}
