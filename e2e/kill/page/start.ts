/** @file Starts the app, and opens it with a passphrase where it asks for one. */
import type { App } from '../../../src/app/actions.ts';
import type { AppState } from '../../../src/app/state.ts';

/** @returns which of `passphrases` opened it; −1 when none was asked for */
export async function startAndUnlock(
  app: App,
  passphrases: readonly string[],
): Promise<number> {
  await app.actions.start();
  const opened = await unlock(app, passphrases);
  await until(app, ({ engine }) => engine.kind === 'ready' || engine.kind === 'failed');
  return opened;
}

async function unlock(app: App, passphrases: readonly string[]): Promise<number> {
  const { start } = app.state.getState();
  if (start.kind === 'failed') throw new Error(start.problem.record.message);
  if (start.kind !== 'locked') return -1;
  for (const [at, passphrase] of passphrases.entries()) {
    if (await app.actions.unlock(passphrase)) return at;
  }
  throw new Error('It is locked, and no passphrase that was ever set opens it.');
}

/** Resolves once the state is so. */
export function until(app: App, isSo: (state: AppState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo(app.state.getState())) return resolve();
    const stop = app.state.subscribe((state) => {
      if (!isSo(state)) return;
      stop();
      resolve();
    });
  });
}
