import { describe, expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import { conditionOf } from '../clinic-table.ts';
import { referenceDialogue } from '../reference-dialogue.ts';
import { sampleCase } from '../sample-case.ts';
import { beforeImages, consult, type Doctor } from './consult.ts';

const CASES = Array.from({ length: 40 }, (_, index) =>
  sampleCase({ split: 'test', seed: 3, index }),
);
const [FIRST] = CASES;
const clinicCase = must(FIRST, 'there are cases');

/** Says one line after another, the last one again and again. */
function reciting(...lines: readonly string[]): Doctor {
  let at = 0;
  return async () => must(lines[Math.min(at++, lines.length - 1)], 'a line');
}

const nobody: Doctor = async () => {
  throw new Error('nobody is asked');
};

describe('a consultation', () => {
  test('with the reference doctor goes as its dialogue, up to the diagnosis', async () => {
    for (const one of CASES) {
      const { turns } = referenceDialogue(one);
      const lines = turns
        .filter(({ role }) => role === 'doctor')
        .map(({ text }) => text);
      const held = await consult(one, nobody, lines);
      const until = turns.slice(0, held.turns.length);
      expect(held.turns).toEqual(
        until.map(({ role, text, images }) => ({ role, text, images })),
      );
      expect(held.turns).toHaveLength(turns.length - 2);
      expect(held.wasPressed).toBe(false);
    }
  });

  test('ends with the first condition named', async () => {
    const { name } = conditionOf(clinicCase.condition);
    const said = `I am sure it is ${name[clinicCase.language]}.`;
    const { turns, asks } = await consult(clinicCase, reciting(said));
    expect(turns.map(({ role }) => role)).toEqual(['patient', 'doctor']);
    expect(asks).toEqual([[]]);
  });

  test('with a doctor who asks nothing new comes to the question what it is', async () => {
    const { turns, wasPressed } = await consult(clinicCase, reciting('I see.'));
    expect(wasPressed).toBe(true);
    expect(turns.at(-2)?.text).toMatch(/diagnosis|诊断/);
    expect(turns.at(-1)).toMatchObject({ role: 'doctor', text: 'I see.' });
    expect(turns).toHaveLength(8); // three idle turns and the last one
  });

  test('counts a question whose answer was there already', async () => {
    const asking = reciting('Do you have a fever?', 'Do you have a fever?', 'I see.');
    const { asks, repeats, told } = await consult(clinicCase, asking);
    expect(asks.slice(0, 2)).toEqual([['fever'], ['fever']]);
    expect(repeats).toBe(told.has('fever') ? 1 : 0);
    expect(told.has('fever')).toBe(true);
  });
});

test('what was said before the first image can be said again', async () => {
  const asked = await consult(clinicCase, reciting('I see.'));
  const seen = asked.turns.some(({ images }) => images.length > 0);
  expect(beforeImages(asked) === undefined).toBe(!seen);
  const turn = (role: 'patient' | 'doctor', text: string, images: number[] = []) => ({
    role,
    text,
    images,
  });
  const turns = [
    turn('patient', 'a'),
    turn('doctor', 'b'),
    turn('patient', 'c', [0]),
    turn('doctor', 'd'),
  ];
  expect(beforeImages({ ...asked, turns })).toEqual(['b']);
  expect(beforeImages({ ...asked, turns: turns.slice(2) })).toEqual([]);
  expect(beforeImages({ ...asked, turns: turns.slice(0, 2) })).toBeUndefined();
});
