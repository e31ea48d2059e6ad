import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A linter that can be started, and where it comes from. */
export interface FoundServer {
  /** Absolute path of a module that Node can run. */
  readonly module: string;
  readonly origin: 'workspace' | 'extension';
}

/**
 * The linter to start: the one that a folder of the workspace has installed, so that the editor says what the team's
 * pipeline says, or else the one that comes with the extension.
 *
 * @param folders absolute paths of the workspace's folders.
 * @param isTrusted whether code of the workspace may be run.
 * @param extensionPath absolute path of the extension.
 */
export function findServer(folders: readonly string[], isTrusted: boolean, extensionPath: string): FoundServer {
  const own = folders
    .map((folder) => join(folder, 'node_modules', 'tactful'))
    .find((folder) => existsSync(join(folder, 'dist', 'server.js')));
  return isTrusted && own !== undefined
    ? { module: join(own, 'bin', 'tactful.js'), origin: 'workspace' }
    : { module: join(extensionPath, 'server', 'bin', 'tactful.js'), origin: 'extension' };
}
