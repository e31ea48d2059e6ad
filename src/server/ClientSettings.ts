import { type FooterSetting, footerSettings } from '../checks/CheckContext.js';

/** What the user of an editor sets there: the options of the command line, and what only editors have. */
export interface ClientSettings {
  readonly profile?: string;
  /** The settings file that holds for all mails; `false` for none. */
  readonly config?: string | false;
  readonly footer?: FooterSetting;
  /** Whether mails that are not open are linted, too. */
  readonly workspaceDiagnostics: boolean;
}

export const noClientSettings: ClientSettings = { workspaceDiagnostics: false };

/**
 * Reads settings as an editor sends them. What is not as it should be is passed over: editors send `null`, nothing or
 * empty texts for what nobody has set.
 *
 * @example readClientSettings({ profile: 'de' }).profile // 'de'
 */
export function readClientSettings(value: unknown): ClientSettings {
  if (typeof value !== 'object' || value === null) return noClientSettings;
  const at = (name: keyof ClientSettings): unknown => Reflect.get(value, name);
  const profile = at('profile');
  const config = at('config');
  const footer = footerSettings.find((known) => known === at('footer'));
  return {
    ...(isText(profile) ? { profile } : {}),
    ...(isText(config) || config === false ? { config } : {}),
    ...(footer === undefined ? {} : { footer }),
    workspaceDiagnostics: at('workspaceDiagnostics') === true,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
