/** Milliseconds without typing after which a document is judged. */
export const typingPause = 200;

/** The kind of the action that does all safe replacements of a document at once. */
export const fixAllKind = 'source.fixAll.tactful';

/** What a client can have done. */
export const commands = { openRulePage: 'tactful.openRulePage', lintWorkspace: 'tactful.lintWorkspace' } as const;

/** After these characters a completion may begin: a value, a rule, a tag of a sending service. */
export const completionTriggers: readonly string[] = [':', ' ', '{', '[', '%', '|', '*', '$', '#', '-'];
