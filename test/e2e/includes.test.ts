import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const leave =
  '<p><a href="https://loom.example/unsubscribe">Unsubscribe</a> · Loom Ltd, 14 Mill Lane, Stroud GL5 2AB</p>';

const files = {
  '.git/HEAD': '',
  'parts/pressure.mjml': `<mj-section><mj-column><mj-text>${threat}</mj-text></mj-column></mj-section>`,
  'parts/tiny.css': '.small a { font-size: 3px; }',
  'mails/sale.mjml':
    '<!--\n---\ntype: marketing\nlanguage: en\n---\n-->\n<mjml><mj-head><mj-include path="../parts/tiny.css" type="css" /></mj-head><mj-body>\n' +
    `<mj-include path="../parts/pressure.mjml" />\n<mj-raw><div class="small">${leave}</div></mj-raw></mj-body></mjml>`,
  'mails/note.html':
    '<!--\n---\ntype: marketing\nlanguage: en\n---\n-->\n{% extends "base.html" %}{% block body %}<p>The roses bloom. Thank you for being with us.</p>{% endblock %}',
  'mails/layouts/base.html': `<html><body>{% block body %}{% endblock %}{% include 'footer' %}</body></html>`,
  'mails/partials/footer.html': leave,
};

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}

describe('tactful on mails in several files', () => {
  it('judges them whole, and tells everything where it stands', async () => {
    const cwd = temporaryFolder(files);
    const { output, errors } = await runCommand(['.', '--format', 'json'], { cwd: `${cwd}/mails` });
    const report: Report = JSON.parse(output);
    expect(errors).toBe('');
    expect(
      Object.fromEntries(report.files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])),
    ).toEqual({
      '../parts/pressure.mjml': ['coercive-deadline'],
      '../parts/tiny.css': [],
      'layouts/base.html': [],
      'note.html': [],
      'partials/footer.html': [],
      'sale.mjml': ['hidden-opt-out'],
    });
  });

  it('names files as the host of a pipeline finds them', async () => {
    const cwd = temporaryFolder(files);
    const environment = { GITHUB_ACTIONS: '', GITHUB_WORKSPACE: cwd };
    const { output } = await runCommand(['.', '--format', 'sarif'], { cwd: `${cwd}/mails`, environment });
    const uris = [...output.matchAll(/"uri": ?"([^"]+)"/gu)].map(([, uri]) => uri);
    expect([...new Set(uris)].sort()).toEqual(['mails/sale.mjml', 'parts/pressure.mjml']);
  });
});
