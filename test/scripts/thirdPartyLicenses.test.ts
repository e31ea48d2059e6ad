import { describe, expect, it } from 'vitest';
import { thirdPartyLicenses } from '../../scripts/thirdPartyLicenses.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';

function packageFile(name: string, license?: string): string {
  return JSON.stringify({ name, version: '1.0.0', license });
}

describe('thirdPartyLicenses', () => {
  it('lists each bundled package once, with its licence', async () => {
    const root = temporaryFolder({
      'node_modules/b/package.json': packageFile('b', 'MIT'),
      'node_modules/b/LICENSE': 'Permission\r\nis granted.\r\n',
      'node_modules/@a/c/package.json': packageFile('@a/c', 'ISC'),
      'node_modules/b/node_modules/d/package.json': packageFile('d'),
      'node_modules/b/node_modules/d/license.md': 'Free.',
      'node_modules/unused/package.json': packageFile('unused', 'GPL'),
    });
    const inputs = [
      'src/main.ts',
      'node_modules/b/index.js',
      'node_modules/b/lib/x.js',
      'node_modules/@a/c/index.js',
      'node_modules/b/node_modules/d/index.js',
    ];
    const line = '-'.repeat(80);
    expect(await thirdPartyLicenses(inputs, root)).toBe(
      [
        'Tactful contains these packages.',
        line,
        '@a/c 1.0.0 (ISC)',
        line,
        'b 1.0.0 (MIT)',
        'Permission\nis granted.',
        line,
        'd 1.0.0 (see below)',
        'Free.\n',
      ].join('\n\n'),
    );
  });

  it('refuses a package without any licence', async () => {
    const root = temporaryFolder({ 'node_modules/b/package.json': packageFile('b') });
    await expect(thirdPartyLicenses(['node_modules/b/index.js'], root)).rejects.toThrow('names no licence');
  });
});
