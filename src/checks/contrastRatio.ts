import { colord, extend } from 'colord';
import a11yPlugin from 'colord/plugins/a11y';
import namesPlugin from 'colord/plugins/names';

extend([a11yPlugin, namesPlugin]);

/**
 * The contrast of two CSS colours by WCAG 2, 1 to 21; undefined unless both are known.
 *
 * @example contrastRatio('#bbb', 'white') // 1.92
 */
export function contrastRatio(color: string | undefined, background: string | undefined): number | undefined {
  if (color === undefined || background === undefined) return undefined;
  const [front, back] = [colord(color), colord(background)];
  return front.isValid() && back.isValid() ? front.contrast(back) : undefined;
}
