// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { TestProfile } from '../testing/profiles.ts';
import { answerMessage, turn, userMessage } from '../testing/turns.ts';
import { printCase } from './case-json.ts';

const patient = {
  seed: 1,
  index: 9,
  language: 'en',
  patientKey: 'f'.repeat(64),
} as const;

async function demonstration() {
  const profile = await TestProfile.create();
  const messages = [userMessage('u1', 'A spot.')];
  await profile.conversations.keepTurn(
    turn({ conversationId: 'c1', messages, syntheticPatient: patient }),
  );
  return profile;
}

test('a consultation about a synthetic patient says so after more turns and after a restore', async () => {
  const [ours, theirs] = [await demonstration(), await TestProfile.create()];
  const later = { ...userMessage('u2', 'And now?'), parentId: 'u1', createdMs: 9 };
  await ours.keep('c1', later);
  await theirs.restore(await ours.archive());
  for (const profile of [ours, theirs]) {
    const header = await profile.conversations.header('c1');
    expect(header).toMatchObject({ syntheticPatient: patient });
    profile.close();
  }
});

test('an exported case says so too, and one about a person says null', async () => {
  const profile = await demonstration();
  await profile.keep('c2', userMessage('u3', 'A cough.'));
  const printed = async (id: string): Promise<unknown> => {
    const opened = await profile.conversations.open(id);
    const exported = {
      conversation: must(opened, 'it was kept').conversation,
      patient: undefined,
      reviews: [],
      comparisons: [],
      imagePaths: new Map(),
    };
    return JSON.parse(printCase(exported, { app: '1', madeMs: 0 }));
  };
  expect(await printed('c1')).toMatchObject({ syntheticPatient: patient });
  expect(await printed('c2')).toMatchObject({ syntheticPatient: null });
  profile.close();
});

test('the answer of a demonstration checkpoint says so in an exported case', () => {
  const provenance = {
    checkpoint: 'Mini',
    quantization: 'int4',
    isDemonstration: true,
    device: 'cpu',
    promptTokens: 1,
    reusedTokens: 0,
    newTokens: 1,
    decodeTokensPerSecond: 1,
  };
  const messages = [answerMessage('a1', 'My diagnosis is gout.', { provenance })];
  const conversation = {
    id: 'c1',
    title: '',
    tags: [],
    createdMs: 1,
    updatedMs: 1,
    messages,
  };
  const exported = { conversation, patient: undefined, reviews: [], comparisons: [] };
  const printed = printCase(
    { ...exported, imagePaths: new Map() },
    { app: '1', madeMs: 0 },
  );
  expect(printed).toContain(
    '"AI draft by Mini (demonstration, no medical advice), not reviewed by a clinician"',
  );
});
