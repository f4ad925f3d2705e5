/**
 * Astro's own commands, with telemetry off on every system's shell: `node src/commands/astro.ts dev`.
 */
import { astroProgram, runNode } from './node-process.ts';

const { code } = await runNode(astroProgram, process.argv.slice(2), { showOutput: true });
process.exitCode = code;
