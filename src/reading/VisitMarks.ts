const mostVisits = 0x7fffffff;

/**
 * Marks what has been seen in a visit. All marks of the last one are gone when another begins, which costs nothing, so one
 * list serves thousands of short visits. Whole numbers, since reading a fraction makes an object until code is optimised.
 */
export class VisitMarks {
  /** For every thing the visit in which it was last seen; 0 for none. */
  readonly last: Int32Array;
  /** The visit that is going on. */
  visit = 0;

  constructor(count: number) {
    this.last = new Int32Array(count);
  }

  begin(): void {
    if (this.visit === mostVisits) {
      this.last.fill(0);
      this.visit = 0;
    }
    this.visit += 1;
  }

  /** Whether a thing is seen for the first time in this visit; it counts as seen from then on. */
  isFirst(thing: number): boolean {
    if (this.last[thing] === this.visit) return false;
    this.last[thing] = this.visit;
    return true;
  }
}
