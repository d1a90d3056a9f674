/**
 * @file What a person chose, one record each.
 *
 * A value that cannot be read is as if it had not been chosen: the page starts
 * with its default instead of not starting.
 */
import * as v from 'valibot';
import { type Database, writing } from './database.ts';
import { count, type DamagedRecord, reasonOf, time } from './records.ts';

const SCHEMAS = {
  language: v.picklist(['en', 'zh']),
  theme: v.picklist(['system', 'light', 'dark']),
  runtime: v.picklist(['auto', 'webgpu', 'webgpu-jspi', 'webgpu-asyncify', 'wasm']),
  sampling: v.object({
    temperature: v.pipe(v.number(), v.minValue(0)),
    topK: v.pipe(v.number(), v.integer(), v.minValue(0)),
    topP: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    repetitionPenalty: v.pipe(v.number(), v.gtValue(0)),
    seed: v.pipe(v.number(), v.integer()),
  }),
  maxNewTokens: v.pipe(v.number(), v.integer(), v.minValue(1)),
  lockAfterMinutes: v.picklist([1, 5, 15, 60]),
  /** Shortcuts of a single letter, outside of text fields. */
  letterShortcuts: v.boolean(),
  checkpointId: v.pipe(v.string(), v.nonEmpty()),
  /** Which version of the intended use was accepted, and when. */
  acceptedUse: v.object({ version: count, timeMs: time }),
  /** When everything was looked at last, and how much of it was damaged. */
  lastCheck: v.object({ timeMs: time, faults: count }),
  lastBackupMs: time,
} as const;

/** What holds on another computer too, and goes into backups. */
export const CARRIED_SETTINGS = [
  'language',
  'theme',
  'sampling',
  'maxNewTokens',
  'lockAfterMinutes',
] as const;

type Schemas = typeof SCHEMAS;

/** Everything that can be chosen; what is missing was not. */
export type KeptSettings = {
  readonly [K in keyof Schemas]?: v.InferOutput<Schemas[K]> | undefined;
};

export class SettingsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(): Promise<{ settings: KeptSettings; damaged: readonly DamagedRecord[] }> {
    const settings: Record<string, unknown> = {};
    const damaged: DamagedRecord[] = [];
    for (const [key, schema] of Object.entries(SCHEMAS)) {
      const value = await this.#database.get('settings', key);
      if (value === undefined) continue;
      const result = v.safeParse(schema, value);
      if (result.success) settings[key] = result.output;
      else damaged.push({ store: 'settings', key, reason: reasonOf(result.issues) });
    }
    return { settings, damaged };
  }

  /** Keeps what `change` names; `undefined` forgets the choice. */
  async write(change: KeptSettings): Promise<void> {
    await writing(this.#database, ['settings'], async (transaction) => {
      const store = transaction.objectStore('settings');
      for (const [key, value] of Object.entries(change)) {
        if (value === undefined) await store.delete(key);
        else await store.put(value, key);
      }
    });
  }

  /** Takes over what is not chosen here and can be read; the rest is left. */
  async adopt(values: Readonly<Record<string, unknown>>): Promise<void> {
    await writing(this.#database, ['settings'], async (transaction) => {
      const store = transaction.objectStore('settings');
      for (const key of CARRIED_SETTINGS) {
        const { success } = v.safeParse(SCHEMAS[key], values[key]);
        const isChosen = (await store.getKey(key)) !== undefined;
        if (success && !isChosen) await store.put(values[key], key);
      }
    });
  }
}
