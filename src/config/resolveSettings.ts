import type { RunProblem } from '../linter/LintReport.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { applySettings } from './applySettings.js';
import { checkSettings, unknownName } from './checkSettings.js';
import type { LoadedSettings } from './LoadedSettings.js';
import { mergeSettings } from './mergeSettings.js';
import { profileSettings } from './profileSettings.js';
import { noSettings, type Settings } from './Settings.js';
import { toProblem } from './SettingsMistake.js';
import type { MailSettings, SettingsChoice } from './SettingsReader.js';
import { settleSettings } from './settleSettings.js';

/**
 * What holds for a mail, from the settings files of its folders and what the caller has chosen.
 *
 * @param path of the mail, relative to the working folder, with forward slashes.
 * @param files the settings of its folders, that of the working folder first.
 * @returns nothing found where a file says what makes no sense, since nobody knows how the mail is to be judged then.
 */
export function resolveSettings(
  path: string,
  files: readonly LoadedSettings[],
  choice: SettingsChoice,
  rulebook: Rulebook,
): { readonly found?: MailSettings; readonly problems: readonly RunProblem[] } {
  const mistakes = files.flatMap((file) => checkSettings(file, rulebook));
  const problems = [...mistakes.map(toProblem), ...choiceProblems(choice, rulebook)];
  if (problems.length > 0) return { problems };
  const { settings: stated, refused } = settleSettings(path, files, rulebook);
  const chosen = mergeSettings(stated, choiceSettings(choice));
  const ground = chosen.profile ? profileSettings(chosen.profile.value, rulebook.profiles) : noSettings;
  const settings = mergeSettings(ground, chosen);
  return {
    found: {
      settings,
      rulebook: applySettings(rulebook, settings),
      files: files.map(({ document }) => document.source.path),
    },
    problems: refused.map(toProblem),
  };
}

function choiceProblems({ profile }: SettingsChoice, { profiles }: Rulebook): readonly RunProblem[] {
  if (profile === undefined || Object.hasOwn(profiles, profile)) return [];
  return [{ message: unknownName('profile', profile, Object.keys(profiles)) }];
}

function choiceSettings({ profile, footer }: SettingsChoice): Settings {
  return {
    ...noSettings,
    ...(profile === undefined ? {} : { profile: { value: profile, origin: { type: 'option', name: '--profile' } } }),
    ...(footer === undefined ? {} : { footer: { value: footer, origin: { type: 'option', name: '--footer' } } }),
  };
}
