import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { ClientFeatures } from './ClientFeatures.js';
import type { DocumentJudge } from './DocumentJudge.js';
import type { Safely } from './safelyOn.js';
import type { Workspace } from './Workspace.js';

/** What the handlers of one client share. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly judge: DocumentJudge;
  readonly rulebook: Rulebook;
  readonly safely: Safely;
  /** Known once the client has introduced itself. */
  features: ClientFeatures;
}
