import { describe, expect, test } from 'vitest';
import { initialState } from '../../app/initial-state.ts';
import type { AppState, CheckpointSummary } from '../../app/state.ts';
import { SCRIPTED_DEVICE } from '../../testing/scripted-engine.ts';
import { answerMessage } from '../../testing/turns.ts';
import { sightWords } from '../checkpoints/sight-words.ts';
import { en } from '../strings/en.ts';
import { zh } from '../strings/zh.ts';
import { blindCheckpoint, drawnOnlyCheckpoint } from './blind-checkpoint.ts';
import { copyLabel } from './copied-answer.ts';

const MINI: CheckpointSummary = {
  id: 'mini',
  name: 'Mini',
  quantization: 'int4',
  licence: 'Apache-2.0',
  understandsImages: true,
  isDemonstration: true,
  sizeBytes: 1,
  isBundled: true,
  canFetchAgain: true,
};
const PATIENT = { seed: 1, index: 9, language: 'en', patientKey: 'f' } as const;

function withCheckpoint(checkpoint: CheckpointSummary): AppState {
  const device = SCRIPTED_DEVICE;
  return {
    ...initialState('en'),
    engine: { kind: 'ready', checkpoint, device },
  };
}

function answeredBy(isDemonstration: boolean) {
  const provenance = {
    checkpoint: 'Mini',
    quantization: 'int4',
    device: 'cpu',
    promptTokens: 1,
    reusedTokens: 0,
    newTokens: 1,
    decodeTokensPerSecond: 1,
    ...(isDemonstration && { isDemonstration }),
  };
  return answerMessage('a1', 'My diagnosis is gout.', { provenance });
}

describe('a demonstration checkpoint', () => {
  test('that sees knows drawn images alone, and those of a synthetic patient are drawn', () => {
    const state = withCheckpoint(MINI);
    expect(drawnOnlyCheckpoint(state)).toBe('Mini');
    expect(blindCheckpoint(state)).toBeUndefined();
    const draft = {
      text: '',
      images: [],
      readingImages: [],
      syntheticPatient: PATIENT,
    };
    expect(drawnOnlyCheckpoint({ ...state, drafts: { new: draft } })).toBeUndefined();
  });

  test('that does not see is blind, and another is neither', () => {
    const blind = withCheckpoint({ ...MINI, understandsImages: false });
    expect(blindCheckpoint(blind)).toBe('Mini');
    expect(drawnOnlyCheckpoint(blind)).toBeUndefined();
    const { isDemonstration: _no, ...real } = MINI;
    expect(drawnOnlyCheckpoint(withCheckpoint(real))).toBeUndefined();
    expect(sightWords(real, en)).toBe(en.understandsImages);
    expect(sightWords(MINI, en)).toBe(en.drawnImagesOnly);
    expect(sightWords({ ...MINI, understandsImages: false }, en)).toBe(en.textOnly);
  });

  test('is named as one wherever an answer of it goes', () => {
    const told = { review: undefined, formatTime: String };
    const message = answeredBy(true);
    expect(copyLabel({ ...told, message, strings: en })).toContain(
      'Mini (demonstration, no medical advice)',
    );
    expect(copyLabel({ ...told, message, strings: zh })).toContain('不是医疗建议');
    expect(
      copyLabel({ ...told, message: answeredBy(false), strings: en }),
    ).not.toContain('demonstration');
  });
});
