import { expect, test } from 'vitest';
import type { AdapterCard } from '../checkpoint/adapter-card.ts';
import { clinicReport } from '../testing/clinic-reports.ts';
import { adapterModelCard } from './model-card.ts';

const session = {
  ended: '2026-11-23T00:00:00Z',
  commit: 'abc',
  stage: 'tower',
  steps: 7,
  isWhole: false,
  seconds: 120,
  evaluation: { images: 222, top1: 0.8, top3: 0.97 },
};
const card: AdapterCard = {
  format: 'pulsemind-adapter',
  version: 1,
  name: 'clinic',
  base: { name: 'Clinic-Mini', sha256: 'b'.repeat(64) },
  weights: { file: 'adapter.safetensors', bytes: 23_000_000, sha256: 'a'.repeat(64) },
  rank: 12,
  alpha: 24,
  targets: ['q_proj'],
  training: { data: 'd'.repeat(64), sessions: [session] },
  card: { about: 'Trained on a synthetic clinic.', understandsImages: true },
};

test('a card says what it was trained on, what was measured, and that it knows only a synthetic clinic', () => {
  const text = adapterModelCard({ card, examined: clinicReport() });
  expect(text).toMatch(/knows only a synthetic clinic/);
  expect(text).toContain('只认识一个虚构的诊所');
  expect(text).toContain('tower (stopped early)');
  expect(text).toContain('80.0 % first, 97.0 % among three');
  expect(text).toContain('50.0 % (9–91), 1/2');
  expect(text).toContain('with those of another patient 0.0 %');
  expect(text).toContain('23.0 MB');
});

test('without an examination a card says so, and images are judged by the record', () => {
  const text = adapterModelCard({ card, examined: undefined });
  expect(text).toContain('was not examined in the browser yet');
  expect(text).toContain('It does not see images. By the record of the training');
});
