/**
 * @file A doctor's own templates, in one sealed record: they may quote a case.
 *
 * The order of the list is the doctor's.
 */
import * as v from 'valibot';
import {
  MOST_TEMPLATE_LETTERS,
  MOST_TEMPLATES,
  MOST_TITLE_LETTERS,
  type OwnTemplate,
} from '../clinic/own-template.ts';
import { type Database, writing } from './database.ts';
import { id } from './records.ts';
import { type Place, sealJson, unsealJson } from './seal.ts';
import { check } from './sealed-records.ts';
import type { Vault } from './vault.ts';

const KEY = 'templates';
const PLACE: Place = ['vault', KEY];

const letters = (most: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

/** What is let in, from disk, from an archive and from a file. */
export const templateList: v.GenericSchema<unknown, readonly OwnTemplate[]> = v.pipe(
  v.array(
    v.object({
      id,
      title: letters(MOST_TITLE_LETTERS),
      text: letters(MOST_TEMPLATE_LETTERS),
    }),
  ),
  v.maxLength(MOST_TEMPLATES),
);

const sealedTemplates = v.object({
  version: v.literal(1),
  sealed: v.instance(ArrayBuffer),
});

export class TemplateStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** @throws AssistantError 'bad-data' for a record that was changed from outside */
  async read(): Promise<readonly OwnTemplate[]> {
    const kept: unknown = await this.#database.get('vault', KEY);
    if (kept === undefined) return [];
    const { sealed } = check(sealedTemplates, kept);
    return check(templateList, await unsealJson(this.#vault.root.own, PLACE, sealed));
  }

  async write(templates: readonly OwnTemplate[]): Promise<void> {
    const sealed = await sealJson(this.#vault.root.own, PLACE, templates);
    await writing(this.#database, ['vault'], (transaction) =>
      transaction.objectStore('vault').put({ version: 1, sealed }, KEY),
    );
  }

  /** Adds those of an archive that are not here; what cannot be read is left. */
  async adopt(values: unknown): Promise<void> {
    const { success, output } = v.safeParse(templateList, values);
    if (!success) return;
    const here = await this.read();
    const known = new Set(here.map((template) => template.id));
    const news = output.filter((template) => !known.has(template.id));
    if (news.length === 0) return;
    await this.write([...here, ...news].slice(0, MOST_TEMPLATES));
  }
}
