import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { LintReport } from '../../src/linter/LintReport.js';
import { markdown } from '../../src/reporters/markdown.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

function nodesOf(report: LintReport): readonly string[] {
  const types: string[] = [];
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown.report(report, context));
  visit(tree, (node) => {
    types.push(node.type);
  });
  return types;
}

function manyFindings(count: number): LintReport {
  const findings = Array.from({ length: count }, () => findingOn('Act now', 'now'));
  return { files: [{ path: 'a.md', source: 'Act now', types: [], language: 'en', says: [], findings }], problems: [] };
}

describe('markdown', () => {
  it('holds headings, lists and quotes of its own, and no link, picture, table or HTML of a mail', () => {
    const own = ['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'strong', 'inlineCode', 'blockquote'];
    expect([...new Set(nodesOf(awkwardReport))].sort()).toEqual([...own].sort());
    expect(nodesOf(awkwardReport).filter((type) => type === 'heading')).toHaveLength(5);
  });

  it('says that nothing was found', () => {
    expect(markdown.report(emptyReport, context)).toBe('## Tactful\n\nNo findings in 0 files.\n');
  });

  it('stays as short as comments must be, and says how many findings that leaves out', () => {
    const text = markdown.report(manyFindings(2000), context);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.split('\n').filter((line) => line.startsWith('- **Warning**')).length;
    expect(text).toContain(`_${2000 - shown} more not shown here`);
    expect(markdown.report(manyFindings(100), context)).not.toContain('not shown here');
  });

  it('does not repeat a whole mail', () => {
    const source = 'x'.repeat(5000);
    const findings = [findingOn(source, source)];
    const files = [{ path: 'a.md', source, types: [], language: 'en', says: [], findings }];
    expect(markdown.report({ files, problems: [] }, context).length).toBeLessThan(1000);
  });
});
