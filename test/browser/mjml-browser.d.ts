declare module 'mjml-browser' {
  /** MJML in one file that reads no settings from the working folder. */
  export default function mjml2html(mjml: string): Promise<{ readonly html: string }>;
}
