import type { Terminal } from './Terminal.js';

/**
 * Whether output is to be coloured: as FORCE_COLOR says (https://force-color.org), else as NO_COLOR says
 * (https://no-color.org), else when people see it on a terminal that knows colours.
 */
export function wantsColor({ environment, isOutputInteractive }: Terminal): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  const refused = environment.NO_COLOR;
  if (refused !== undefined && refused !== '') return false;
  return isOutputInteractive && environment.TERM !== 'dumb';
}
