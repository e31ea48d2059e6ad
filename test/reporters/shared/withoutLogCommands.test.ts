import { describe, expect, it } from 'vitest';
import { withoutLogCommands } from '../../../src/reporters/shared/withoutLogCommands.js';

describe('withoutLogCommands', () => {
  it('disarms commands at the start of a line', () => {
    expect(withoutLogCommands('a\n  ::set-env name=a::b\n::stop-commands::x')).toBe(
      'a\n  \\::set-env name=a::b\n\\::stop-commands::x',
    );
  });

  it('disarms commands anywhere in a line', () => {
    expect(withoutLogCommands('x ##vso[task.complete] ##[error] ##TeamCity[a]')).toBe(
      'x ##vso(task.complete] ##(error] ##TeamCity(a]',
    );
  });

  it('keeps everything else', () => {
    expect(withoutLogCommands('## Heading [link] a::b')).toBe('## Heading [link] a::b');
  });
});
