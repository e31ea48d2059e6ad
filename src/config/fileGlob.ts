import picomatch from 'picomatch';

const mostStars = 3;
const mostGroups = 3;

/**
 * Why a glob of a settings file is refused; undefined when it isn't. Settings come from strangers, and a glob with
 * many wild cards could take very long to match a name that was made for it.
 *
 * @example refusedGlob('!*.md') // 'Globs of settings know …'
 */
export function refusedGlob(glob: string): string | undefined {
  const segments = glob.split('/');
  if (glob.startsWith('/') || /^[a-z]:/iu.test(glob) || segments.includes('..')) {
    return 'This leads out of the folder of these settings. Globs are relative to it.';
  }
  if (/[()[\]|!+@\\]/u.test(glob)) return 'Globs of settings know *, **, ? and {one,other}, and no other signs.';
  const deep = segments.filter((segment) => segment === '**').length;
  const isWild = segments.some((segment) => segment !== '**' && segment.split('*').length - 1 > mostStars);
  if (deep > mostStars || isWild || glob.split('{').length - 1 > mostGroups) {
    return `This glob has too many wild cards: at most ${mostStars} “*” between two slashes, ${mostStars} “**” and ${mostGroups} “{”.`;
  }
  return undefined;
}

/**
 * A test whether a glob means a file. A glob that means a folder means all files in it.
 *
 * @returns a function from a path with forward slashes, relative to what the glob is relative to.
 * @example fileGlob('drafts')('drafts/may/offer.mjml') // true
 */
export function fileGlob(glob: string): (path: string) => boolean {
  const bare = glob.replace(/^\.\//u, '').replace(/\/$/u, '');
  if (bare === '' || bare === '.') return () => true;
  const matches = picomatch(bare, { dot: true, noextglob: true, nonegate: true });
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (matches(path.slice(0, end))) return true;
    }
    return false;
  };
}
