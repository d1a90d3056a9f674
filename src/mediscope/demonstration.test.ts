import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { conditionOf } from './clinic-table.ts';
import { drawSyntheticPatient, patientSays, truthOf } from './demonstration.ts';
import { FACTS } from './fact-table.ts';
import { IMAGE_NAMES } from './findings.ts';
import { wordingsFor } from './language.ts';
import { SimulatedPatient } from './patient-simulator.ts';
import { sampleCase } from './sample-case.ts';

const NUMBERS = { seed: 1, index: 9, language: 'en' } as const;
const CASE = sampleCase({ ...NUMBERS, split: 'test' });
const DIAGNOSIS = `My diagnosis is ${conditionOf(CASE.condition).name.en}.`;

/** Asks for a fact as the patient's own side words it. */
function questionFor(fact: keyof typeof FACTS): string {
  return `Have you noticed ${must(wordingsFor(FACTS[fact].wordings.en, 'train')[0], 'every fact has words')}?`;
}

describe('a synthetic patient', () => {
  test('opens as the simulator does, and says the same again after a reload', async () => {
    const patient = await drawSyntheticPatient(NUMBERS);
    const first = await patientSays(patient, []);
    expect(first.text).toBe(new SimulatedPatient(CASE).open().text);
    const turns = ['Please send me the dermoscopy picture.', 'Does it bleed?'];
    expect(await patientSays(patient, turns)).toEqual(
      await patientSays(structuredClone(patient), turns),
    );
  });

  test('sends the image that is asked for, as a PNG under a name in its language', async () => {
    const patient = await drawSyntheticPatient(NUMBERS);
    const question = 'Please send me the dermoscopy picture.';
    const [image] = (await patientSays(patient, [question])).images;
    const { name, png } = must(image, 'the case has one');
    expect(name).toBe(`${IMAGE_NAMES.dermoscopy.en}.png`);
    expect(decode(png)).toMatchObject({ channels: 3, depth: 8 });
    const spoken = await drawSyntheticPatient({ ...NUMBERS, language: 'zh' });
    const asked = await patientSays(spoken, ['请把皮肤镜照片发给我。']);
    expect(asked.images.map((it) => it.name)).toEqual([
      `${IMAGE_NAMES.dermoscopy.zh}.png`,
    ]);
    expect(asked.text).toMatch(/\p{Script=Han}/u);
  });

  test('asks what comes next once there is a diagnosis', async () => {
    const patient = await drawSyntheticPatient(NUMBERS);
    const before = await patientSays(patient, ['Does it bleed?']);
    const after = await patientSays(patient, [DIAGNOSIS]);
    expect(after.text).toMatch(/\?$/);
    expect(after.text).not.toBe(before.text);
  });

  test('whom this version does not know says nothing', async () => {
    const patient = await drawSyntheticPatient(NUMBERS);
    const other = { ...patient, index: 10 };
    await expect(patientSays(other, [])).rejects.toMatchObject({ kind: 'bad-data' });
    await expect(truthOf(other, [])).rejects.toMatchObject({ kind: 'bad-data' });
  });
});

describe('what is true', () => {
  test('shows nothing named and nothing asked at the beginning', async () => {
    const truth = await truthOf(await drawSyntheticPatient(NUMBERS), []);
    expect(truth.diagnosis).toBe(conditionOf(CASE.condition).name.en);
    expect(truth.named).toEqual([]);
    expect(truth.needed).toHaveLength(CASE.needed.length);
    expect(truth.needed.every(({ how }) => how === 'missed')).toBe(true);
    expect(truth.images).toHaveLength(CASE.images.length);
  });

  test('counts what was asked, and says whether the diagnosis is right', async () => {
    const patient = await drawSyntheticPatient(NUMBERS);
    const fact = must(CASE.needed[0], 'there is something to find out');
    const wrong = 'My diagnosis is acute appendicitis.';
    const asked = await truthOf(patient, [questionFor(fact), wrong]);
    expect(asked.needed[0]).toMatchObject({
      how: 'asked',
      isPresent: CASE.hidden.unsure.includes(fact)
        ? undefined
        : CASE.hidden.present.includes(fact),
    });
    expect(asked.named.map(({ isRight }) => isRight)).toEqual([false]);
    const right = await truthOf(patient, [wrong, DIAGNOSIS, 'Take care.']);
    expect(right.named).toEqual([{ name: right.diagnosis, isRight: true }]);
  });
});
