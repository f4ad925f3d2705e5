/**
 * Runs npm scripts at once, without what npm runs before them, and prints what each said when it has ended:
 * `node tests/at-once.ts lint types`. Fails where one of them does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const codes = await Promise.all(
  process.argv.slice(2).map(async (script) => {
    const begun = performance.now();
    // A shell, since npm is a script of another kind on each system.
    const child = spawn(`npm run --silent --ignore-scripts ${script}`, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    const [code] = (await once(child, 'close')) as [number | null];
    const seconds = Math.round((performance.now() - begun) / 1000);
    process.stdout.write(`\n${script}, ${seconds} s${code === 0 ? '' : ', failed'}\n${Buffer.concat(said).toString()}`);
    return code;
  }),
);
if (codes.some((code) => code !== 0)) process.exitCode = 1;
