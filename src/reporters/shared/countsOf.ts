import type { Summary } from './summarize.js';

/**
 * The figures of a run in words, without a full stop.
 *
 * @example countsOf(summarize(report)) // '1 error, 2 warnings in 1 of 4 files'
 */
export function countsOf(summary: Summary): string {
  const { errors, warnings, infos, files, filesWithFindings } = summary;
  const rest = [passed(summary), unread(summary)].join('');
  if (errors + warnings + infos === 0) return `No findings in ${counted(files, 'file')}${rest}`;
  const counts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')];
  const listed = [...counts, infos > 0 && counted(infos, 'remark')].filter((count) => count !== false).join(', ');
  return `${listed} in ${filesWithFindings} of ${counted(files, 'file')}${rest}`;
}

function passed({ excepted, known, remarks }: Summary): string {
  const parts = [
    excepted > 0 && `${excepted} more let pass by exceptions`,
    known > 0 && `${known} more known from the baseline`,
    remarks > 0 && `${counted(remarks, 'exception')} to look after`,
  ].filter((part) => part !== false);
  return parts.map((part) => `; ${part}`).join('');
}

function unread({ problems, problemsInMails }: Summary): string {
  const keeping = problems - problemsInMails;
  return [
    keeping > 0 ? `; ${counted(keeping, 'problem')} kept the run from being complete` : '',
    problemsInMails > 0 ? `; ${counted(problemsInMails, 'problem')} left parts of mails unread` : '',
  ].join('');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
