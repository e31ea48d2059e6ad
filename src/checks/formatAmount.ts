/**
 * A number of days, weeks or months in words of the language.
 *
 * @example formatAmount(2, 'month', 'de') // '2 Monate'
 */
export function formatAmount(count: number, unit: 'day' | 'week' | 'month', language: string | undefined): string {
  return new Intl.NumberFormat(language ?? 'en', { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
