/** The names that a settings file may have in a folder; the first that is there counts. */
export const settingsFileNames = ['tactful.config.yml', 'tactful.config.yaml', 'tactful.config.json'] as const;
