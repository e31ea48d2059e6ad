import type { Rulebook } from '../rulebook/Rulebook.js';
import type { LoadedSettings } from './LoadedSettings.js';
import { originAt, settingsAbout } from './LoadedSettings.js';
import { type Lock, withinLock } from './lock.js';
import { mergeSettings } from './mergeSettings.js';
import { noSettings, type Settings } from './Settings.js';
import type { SettingsMistake } from './SettingsMistake.js';

/**
 * Puts the settings of folders together: those nearer to the mail win, as far as no lock further up forbids it.
 *
 * @param path of the mail, relative to the working folder, with forward slashes.
 * @param chain the settings of its folders, that of the working folder first.
 * @returns the settings, and what was asked for in vain.
 */
export function settleSettings(
  path: string,
  chain: readonly LoadedSettings[],
  rulebook: Rulebook,
): { readonly settings: Settings; readonly refused: readonly SettingsMistake[] } {
  const refused: SettingsMistake[] = [];
  let settings = noSettings;
  let lock: Lock | undefined;
  for (const loaded of chain) {
    const asked = settingsAbout(path, loaded);
    if (loaded.file.root === true) {
      if (lock) refused.push(rootBelowLock(loaded, lock));
      else settings = noSettings;
    }
    const allowed = lock ? withinLock(asked, settings, lock, rulebook) : { settings: asked, refused: [] };
    refused.push(...allowed.refused);
    settings = mergeSettings(settings, allowed.settings);
    if (loaded.file.locked === true) lock ??= { path: loaded.document.source.path };
  }
  return { settings, refused };
}

function rootBelowLock(loaded: LoadedSettings, { path }: Lock): SettingsMistake {
  const origin = originAt(loaded, ['root'], 'key');
  const message = `The settings of ${path} are locked, so this cannot leave them alone. Remove “root”.`;
  return {
    message,
    source: loaded.document.source,
    range: origin.type === 'file' ? origin.range : { start: 0, end: 0 },
  };
}
