/** One of several shares of a run, as `--shard 2/5` says it. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  /** How many shares there are. */
  readonly count: number;
}
