/**
 * @file `npm run ensure-chromium`: sees to it that there is a Chromium to test with.
 *
 * Playwright's own build where it can be downloaded, the distribution's
 * otherwise. Nothing is installed when a browser is found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { AssistantError } from '../base/errors.ts';
import { findChromium } from './chromium.ts';
import { runCommand } from './command.ts';

const MINUTE_MS = 60_000;

/** A way to get a browser: commands that must all succeed, in order. */
interface Way {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}

await runCommand(async () => {
  const path = findWorkingChromium() ?? installChromium();
  console.log(`Chromium: ${path}`);
});

/** One that is there may still lack system libraries, which the distribution's package brings. */
function findWorkingChromium(): string | undefined {
  const path = findChromium();
  if (path === undefined || process.platform === 'win32') return path; // there it would open a window
  const { status } = spawnSync(path, ['--version'], {
    stdio: 'ignore',
    timeout: MINUTE_MS,
  });
  return status === 0 ? path : undefined;
}

/** Installs a browser and returns its path. */
function installChromium(): string {
  for (const way of waysToInstall()) {
    console.log(`No Chromium that starts was found. Trying ${way.name}.`);
    const isDone = way.commands.every((command) => succeeds(command));
    const path = findWorkingChromium();
    if (isDone && path !== undefined) return path;
    console.log(`This did not work: ${way.name}.`);
  }
  throw new AssistantError(
    'unsupported',
    'No Chromium that starts was found, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.',
    { missing: 'Chromium' },
  );
}

function waysToInstall(): Way[] {
  const playwright = ['npx', '--no-install', 'playwright', 'install', 'chromium'];
  const ways: Way[] = [{ name: "Playwright's own build", commands: [playwright] }];
  if (existsSync('/usr/bin/apt-get')) {
    const isRoot = process.getuid?.() === 0;
    const apt = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
    ways.push({
      name: "this system's package",
      commands: [
        [...apt, 'update'],
        [...apt, 'install', '-y', '--no-install-recommends', 'chromium'],
      ],
    });
  }
  return ways;
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  console.log(`$ ${[program, ...args].join(' ')}`);
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 10 * MINUTE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  return status === 0;
}
