/** @file Patients on disk, each sealed with a key of its own. */
import type { Patient } from '../clinic/patient.ts';
import { type Database, writing } from './database.ts';
import type { ReadRecords } from './records.ts';
import { openPatient, sealPatient } from './sealed-patients.ts';
import { openAll } from './sealed-records.ts';
import type { Vault } from './vault.ts';

export class PatientStore {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** By name. */
  async list(): Promise<ReadRecords<Patient>> {
    const { root } = this.#vault;
    const values = await this.#database.getAll('patients');
    const { records, damaged } = await openAll('patients', values, (value) =>
      openPatient(root, value),
    );
    const byName = records.toSorted((a, b) => a.name.localeCompare(b.name));
    return { records: byName, damaged };
  }

  /** Writes a patient, new or over the earlier record. */
  async keep(patient: Patient): Promise<void> {
    const sealed = await sealPatient(this.#vault.root, patient);
    await writing(this.#database, ['patients'], (transaction) =>
      transaction.objectStore('patients').put(sealed),
    );
  }

  /** Ids of the consultations of a patient. */
  conversationsOf(patientId: string): Promise<readonly string[]> {
    return this.#database.getAllKeysFromIndex('conversations', 'byPatient', patientId);
  }
}
