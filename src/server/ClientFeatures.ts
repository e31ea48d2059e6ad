import type { ClientCapabilities } from 'vscode-languageserver/node';

/** What the client can do, as far as it makes a difference here. */
export interface ClientFeatures {
  /**
   * Whether the client asks for diagnostics. Only such clients are asked to that also let themselves be told to ask anew;
   * the others get them sent. No client gets both: it would show each finding twice.
   */
  readonly pullsDiagnostics: boolean;
  readonly versionedEdits: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly watchesFiles: boolean;
  readonly configuration: boolean;
  /** Whether the client lets itself be asked to tell when its settings change. */
  readonly tellsConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly showsDocuments: boolean;
  readonly workDoneProgress: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Whether the client shows actions that can't be taken, with the reason. */
  readonly disabledActions: boolean;
}

/** @example clientFeatures({}).pullsDiagnostics // false */
export function clientFeatures({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures {
  const published = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const canPull = pulled !== undefined && pulled !== null && workspace?.diagnostics?.refreshSupport === true;
  const shown = canPull ? pulled : published;
  return {
    pullsDiagnostics: canPull,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    relatedInformation: shown?.relatedInformation ?? published?.relatedInformation ?? false,
    codeDescription: shown?.codeDescriptionSupport ?? published?.codeDescriptionSupport ?? false,
    diagnosticData: shown?.dataSupport ?? published?.dataSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showsDocuments: window?.showDocument?.support === true,
    workDoneProgress: window?.workDoneProgress === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
  };
}
