import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * A run over a few mails is over before optimised code pays off, and on few cores the compiler takes them from the run
 * itself. So functions are optimised much later than usual, which long runs hardly notice.
 */
const lateOptimization = '--interrupt-budget=3000000';

/** The bundle of the command, compiled. */
export interface CompiledCommand {
  run(): void;
  /** What spares the next start the compilation: the compiled form of all functions that have been called. */
  codeCache(): Uint8Array;
}

/**
 * Compiles the bundle of the command, or takes what an earlier run has compiled. Node drops a code cache by itself that
 * another version or other flags have made. A compiled script cannot import modules by itself, so the bundle gets
 * `importBeside` for those that stand beside it.
 *
 * @param bundle path of a CommonJS file in ASCII, which is read and kept without being decoded.
 * @param cache path of its code cache, which need not be there.
 */
export function compiledCommand(bundle: string, cache: string): CompiledCommand {
  setFlagsFromString(lateOptimization);
  const importBeside = (name: string): Promise<unknown> => import(new URL(name, pathToFileURL(bundle)).href);
  const script = new Script(`(function (require, __filename, importBeside) {${readFileSync(bundle, 'latin1')}\n})`, {
    filename: bundle,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  return {
    run: () => {
      const start: unknown = script.runInThisContext();
      if (typeof start === 'function') start(createRequire(bundle), bundle, importBeside);
    },
    codeCache: () => script.createCachedData(),
  };
}
