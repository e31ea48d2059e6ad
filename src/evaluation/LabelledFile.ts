/** Something to measure on. Paths are relative to the working folder, with forward slashes. */
export type LabelledFile =
  | { readonly kind: 'mail'; readonly path: string; readonly labels: string }
  | { readonly kind: 'passages'; readonly path: string };
