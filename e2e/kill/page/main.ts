/**
 * @file The app without its interface and with a scripted engine, so that it
 * starts in a moment. Core, store, ciphers and image reading are the real ones.
 *
 * `?database=NAME` chooses the databases, one for each generation.
 */
import '../../../src/base/trusted-types.ts';
import { thisBrowser } from '../../../src/app/browser.ts';
import { createApp } from '../../../src/app/create-app.ts';
import { openKept } from '../../../src/app/open-kept.ts';
import { readImage } from '../../../src/app/read-image.ts';
import { acceptUseIn } from '../../../src/testing/accepted-use.ts';
import { MemoryLibrary } from '../../../src/testing/memory-library.ts';
import { quickStretch } from '../../../src/testing/quick-stretch.ts';
import { ScriptedEngine } from '../../../src/testing/scripted-engine.ts';
import { watchDataLoss } from './data-loss.ts';
import { takeInventory } from './inventory.ts';
import { killAt, watchWrites } from './kill-point.ts';
import { writeOldProfile } from './old-profile.ts';
import { Performer } from './perform.ts';
import { deleteDatabases } from './raw-database.ts';
import { startAndUnlock } from './start.ts';
import { tellChanges } from './tell.ts';

const name = new URLSearchParams(location.search).get('database') ?? 'pulsemind';
const script = { answers: ['Since when?'], wordMs: 0 };
const app = createApp({
  engine: new ScriptedEngine(script),
  library: new MemoryLibrary(),
  browser: thisBrowser(),
  openKept: (hooks) =>
    openKept(hooks, {
      name: `${name}-second`,
      firstName: `${name}-first`,
      stretch: quickStretch,
    }),
  readImage,
  bundledUrl: '/checkpoints/none/',
});
acceptUseIn(app);
const performer = new Performer(app, script);

window.killPage = {
  start: (passphrases) => startAndUnlock(app, passphrases),
  prepare: (operation) => performer.prepare(operation),
  perform: (operation) => performer.perform(operation),
  killAt,
  inventory: () => takeInventory(app, name),
  writeOldProfile: (profile) => writeOldProfile(`${name}-first`, profile),
  async erase() {
    await app.dispose();
    await deleteDatabases(name);
  },
};
watchDataLoss();
watchWrites();
tellChanges(app);
