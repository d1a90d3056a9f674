/** @file Looking patients up: there are thousands, and each line of the list asks for one. */
import type { Patient } from '../clinic/patient.ts';

type Patients = readonly Patient[];

const maps = new WeakMap<Patients, ReadonlyMap<string, Patient>>();

export function patientById(
  patients: Patients,
  id: string | undefined,
): Patient | undefined {
  if (id === undefined) return undefined;
  let known = maps.get(patients);
  if (known === undefined) {
    known = new Map(patients.map((patient) => [patient.id, patient]));
    maps.set(patients, known);
  }
  return known.get(id);
}
