/** Whether a UTF-16 code unit is a letter from A to Z, in either case. */
export function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a code unit may stand inside a keyword: a letter from A to Z, a digit or an underscore. */
export function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 0x5f;
}

/** Whether a code unit may stand in the name of a template tag. */
export function isIdentifierUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2e || unit === 0x3a || unit === 0x3d || unit === 0x2d;
}

/** Whether a reader sees a code unit as a space: the ASCII ones, no-break spaces, the spaces of typesetters. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return unit === 0x85;
  if (unit === 0xa0 || unit === 0x1680) return true;
  if (unit < 0x2000) return false;
  return (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f) && unit !== 0x200b
    ? true
    : unit === 0x2800 || unit === 0x3000;
}

/**
 * Whether a code unit leaves no trace on the screen: soft hyphens, zero-width characters, joiners, marks of direction,
 * the byte order mark. The zero-width joiner is one too, except inside an emoji.
 */
export function isInvisible(unit: number): boolean {
  if (unit < 0xad) return unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
  if (unit === 0xad || unit === 0x34f || unit === 0x61c || unit === 0x180e) return true;
  if (unit >= 0x200b && unit <= 0x200f) return true;
  if (unit >= 0x202a && unit <= 0x202e) return true;
  if (unit >= 0x2060 && unit <= 0x206f) return true;
  return unit === 0xfeff || unit === 0x115f || unit === 0x1160 || unit === 0x3164 || unit === 0xffa0;
}
