import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { createProgram } from '../../src/cli/createProgram.js';
import { reporterNames } from '../../src/cli/FormatChoice.js';
import { formatOf } from '../../src/formats/formatOf.js';

function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gmsu)]
    .filter(([, of]) => of === language)
    .map(([, , code = '']) => code);
}

const folder = 'docs/ci';
const pages = readdirSync(new URL(`../../${folder}`, import.meta.url)).map((name): readonly [string, string] => [
  name,
  textOf(`${folder}/${name}`),
]);

/** Every option of the command and of `merge`, as typed. */
function knownOptions(): readonly string[] {
  const terminal = {
    cwd: '/',
    environment: {},
    isOutputInteractive: false,
    readInput: async () => new Uint8Array(),
    write: () => undefined,
    writeError: () => undefined,
  };
  const unused = () => Promise.reject(new Error('Nothing is run'));
  const services = {
    lintFiles: unused,
    watchFolder: unused,
    runTest: unused,
    loadRules: unused,
    settingsOf: unused,
    listRules: unused,
    firstSettings: unused,
    evidenceOf: unused,
    serve: unused,
  };
  const program = createProgram(terminal, services, () => undefined);
  return [program, ...program.commands].flatMap(({ options }) => options.map(({ long }) => long ?? ''));
}

describe.each(pages)('docs/ci/%s', (_name, page) => {
  it('holds YAML that can be read', () => {
    for (const block of blocksOf(page, 'yaml')) expect(() => parse(block)).not.toThrow();
  });

  it('names no format that is not there', () => {
    const names = [...page.matchAll(/--format[ =]"?([a-z]+)/gu)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !reporterNames.includes(name))).toEqual([]);
  });

  it('shows no option that is not there', () => {
    const commands = [...page.matchAll(/\btactful"? (?:mails|merge|\.)[^\n|`]*/gu)].map(([command]) => command);
    const options = commands.flatMap((command) => command.match(/(?<= )--[a-z-]+/gu) ?? []);
    expect(options.filter((option) => !knownOptions().includes(option))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = [...page.matchAll(/\]\(((?!https?:)[^)#]+)/gu)].map(([, target]) => target ?? '');
    for (const link of links) {
      expect(() => readFileSync(new URL(`../../${folder}/${link}`, import.meta.url)), link).not.toThrow();
    }
  });
});

describe('docs/ci/README.md', () => {
  it('lists every format', () => {
    const readme = textOf('docs/ci/README.md');
    expect([...readme.matchAll(/^\| `(\w+)` \| [a-zA-Z]/gmu)].map(([, name]) => name)).toEqual(
      expect.arrayContaining([...reporterNames]),
    );
  });
});

describe('docs/ci/github.md', () => {
  const action: { inputs: Record<string, { default: string }>; outputs: Record<string, unknown> } = parse(
    textOf('action.yml'),
  );

  it('lists the inputs and outputs of the action', () => {
    const page = textOf('docs/ci/github.md');
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
      expect(page).toContain(`\`${name}\``);
    }
    for (const block of blocksOf(page, 'yaml')) {
      const steps = Object.values<{ steps?: readonly { uses?: string; with?: object }[] }>(parse(block).jobs ?? {});
      const given = steps
        .flatMap((job) => job.steps ?? [])
        .filter(({ uses }) => uses?.startsWith('YOUR_OWNER/tactful'));
      const names = given.flatMap((step) => Object.keys(step.with ?? {}));
      expect(names.filter((name) => !(name in action.inputs))).toEqual([]);
    }
  });
});

describe('templates/tactful.yml', () => {
  const [header, job] = parseAllDocuments(textOf('templates/tactful.yml'));

  it('declares the inputs that it uses, and uses them outside of scripts only', () => {
    expect([header, job].map((document) => document?.errors)).toEqual([[], []]);
    const inputs = Object.keys(header?.toJS().spec.inputs).sort();
    const { tactful } = job?.toJS() ?? {};
    const used = [...JSON.stringify(tactful).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/gu)].map(([, name]) => name);
    expect(used.sort()).toEqual(inputs);
    expect(JSON.stringify([tactful.before_script, tactful.script])).not.toContain('$[[');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(textOf('.pre-commit-hooks.yaml'));
  // Python's verbose pattern without the white space that it ignores.
  const files = new RegExp(hook.files.replace('(?ix)', '').replaceAll(/\s/gu, ''), 'iu');

  it('runs the command, with file names that are no options', () => {
    const manifest: { bin: Record<string, string> } = JSON.parse(textOf('package.json'));
    expect(Object.keys(manifest.bin)).toContain(hook.entry);
    expect(hook.args.at(-1)).toBe('--');
  });

  it('takes the files whose format can be told, and no others', () => {
    const endings =
      'mjml md markdown html htm txt text eml twig hbs handlebars mustache erb ejs liquid j2 jinja jinja2 njk';
    const more = 'tpl ftl ftlh vm tmpl gotmpl php js png yml json xml mdx htmlx css';
    const all = `${endings} ${more}`.split(' ');
    const names = [...all, ...all.flatMap((one) => all.map((two) => `${one}.${two}`))].map(
      (ending) => `mails/a.${ending}`,
    );
    for (const name of [...names, 'mails/A.MJML', 'mails/md', 'README']) {
      expect(files.test(name), name).toBe(formatOf(name) !== undefined);
    }
  });
});

describe('the blanks in pages about pipelines', () => {
  const blanksIn = (text: string) => new Set(text.match(/\b(?:YOUR_)?(?:HOST|OWNER|TAG)\b/gu) ?? []);
  const explained = [...textOf('docs/ci/README.md').matchAll(/^\| `(YOUR_[A-Z]+)` \|/gmu)].map(([, name]) => name);

  it.each(pages)('are explained once, and %s says where', (name, page) => {
    const blanks = [...blanksIn(page)];
    expect(blanks.filter((blank) => !explained.includes(blank))).toEqual([]);
    expect(page.includes('#what-you-fill-in') || name === 'README.md').toBe(blanks.length > 0);
  });
});
