import type { Summary } from './summarize.js';

/**
 * The figures of a run in words, without a full stop.
 *
 * @example countsOf(summarize(report)) // '1 error, 2 warnings in 1 of 4 files'
 */
export function countsOf(summary: Summary): string {
  const { errors, warnings, infos, files, filesWithFindings, problems } = summary;
  const unread = problems > 0 ? `; ${counted(problems, 'problem')} kept mails from being linted` : '';
  if (errors + warnings + infos === 0) return `No findings in ${counted(files, 'file')}${unread}`;
  const counts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')];
  const listed = [...counts, infos > 0 && counted(infos, 'remark')].filter((count) => count !== false).join(', ');
  return `${listed} in ${filesWithFindings} of ${counted(files, 'file')}${unread}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
