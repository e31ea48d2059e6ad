/** The words of `rules/metadata-labels.yml` that begin a label line, by the field that they name. */
export interface MetadataLabels {
  readonly subject: readonly string[];
  readonly preheader: readonly string[];
  readonly from: readonly string[];
}
