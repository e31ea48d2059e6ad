/**
 * Prints the outputs of the GitHub action, as its runner reads them: node actionOutputs.js EXIT_CODE JSON_FILE SARIF_FILE.
 * Values may hold line breaks, which would start another output; nobody can guess the line that ends them.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const [, , exitCode = '', jsonFile = '', sarifFile = ''] = process.argv;
const outputs = { 'exit-code': exitCode };

if (existsSync(jsonFile)) {
  const { errors, warnings, infos, problems } = JSON.parse(readFileSync(jsonFile, 'utf8')).summary;
  Object.assign(outputs, { errors, warnings, infos, problems, 'json-file': jsonFile, 'sarif-file': sarifFile });
}
for (const [name, value] of Object.entries(outputs)) {
  const end = randomUUID();
  process.stdout.write(`${name}<<${end}\n${value}\n${end}\n`);
}
