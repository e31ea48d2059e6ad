/** One item of a pattern, parsed. */
export type PatternNode =
  | { readonly type: 'lemma'; readonly value: string }
  | { readonly type: 'exact'; readonly value: string }
  | { readonly type: 'ending'; readonly value: string }
  | { readonly type: 'beginning'; readonly value: string }
  | { readonly type: 'punctuation'; readonly value: string }
  | { readonly type: 'kind'; readonly value: string }
  | { readonly type: 'signal'; readonly name: string; readonly polarity: string | undefined }
  | { readonly type: 'gap'; readonly most: number }
  | { readonly type: 'sequence'; readonly children: readonly PatternNode[] }
  | { readonly type: 'alternatives'; readonly children: readonly PatternNode[] }
  | { readonly type: 'optional'; readonly child: PatternNode };
