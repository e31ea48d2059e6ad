/** Put in by the build; absent when the sources run as they are. */
declare const TACTFUL_VERSION: string | undefined;

/** The version of Tactful. */
export const version = typeof TACTFUL_VERSION === 'string' ? TACTFUL_VERSION : '0.0.0-source';
