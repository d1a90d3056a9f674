/** @file Runs another program and waits for its end. */
import { spawn } from 'node:child_process';

export interface ProgramRun {
  /** Null when it was ended by a signal, also when its time was up. */
  readonly status: number | null;
  /** What it printed; empty when it was `shown`. */
  readonly output: string;
}

interface ProgramOptions {
  /** Prints as it goes, instead of keeping the output. */
  readonly shown?: boolean;
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Process groups that run now; an interrupt ends them all. */
const running = new Set<number>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const pid of running) endGroup(pid);
    process.exit(1);
  });
}

/** Runs `program` in a group of its own, so that what it starts ends with it. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramRun> {
  return new Promise((ended) => {
    const child = spawn(program, args, {
      stdio: [
        'ignore',
        options.shown ? 'inherit' : 'pipe',
        options.shown ? 'inherit' : 'pipe',
      ],
      env: { ...process.env, ...options.env },
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => output.push(part));
    }
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const timer = setTimeout(() => {
      output.push(
        Buffer.from(`Stopped after ${options.timeoutMs / 60_000} minutes.\n`),
      );
      if (pid !== undefined) endGroup(pid);
    }, options.timeoutMs);
    const finish = (status: number | null): void => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      ended({ status, output: Buffer.concat(output).toString('utf8') });
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${program}: ${error.message}\n`));
      finish(null);
    });
    child.on('close', finish);
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
