import type { MetadataValue } from '../../mail/Mail.js';
import type { HeaderField } from './HeaderField.js';

/** As RFC 5322 writes them, in every language. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day on which a mail was sent, as its sender's calendar has it; undefined where the header is no date. */
export function readDateHeader(source: string, field: HeaderField | undefined): MetadataValue | undefined {
  if (field === undefined) return undefined;
  const { start, end } = field.value;
  const match = /(?<!\d)(\d{1,2})\s{1,9}([a-z]{3})[a-z]{0,6}\s{1,9}(\d{2}(?:\d{2})?)(?!\d)/i.exec(
    source.slice(start, Math.min(end, start + 200)),
  );
  const [, day = '', name = '', year = ''] = match ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (match === null || month === 0) return undefined;
  const value = `${fullYear(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(value)) ? undefined : { value, range: field.value };
}

/** Two digits are of the century that RFC 5322 puts them in. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}
