// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { imageOf } from '../testing/any-profile.ts';
import { TestProfile } from '../testing/profiles.ts';
import { readStoredZip } from '../testing/stored-zip.ts';
import { answerMessage, attachmentOf, userMessage } from '../testing/turns.ts';
import { ORIGIN } from '../testing/answer-origin.ts';
import { type ExportRequest, OpenExport } from './open-export.ts';

const MADE = { app: '0.1.0', madeMs: Date.UTC(2026, 10, 22) };

async function exported(profile: TestProfile, request: Partial<ExportRequest> = {}) {
  const zip = new OpenExport(profile).zip({ ...MADE, ...request });
  const files = readStoredZip(await new Response(zip).bytes());
  const read = (name: string): unknown =>
    JSON.parse(new TextDecoder().decode(must(files.get(name), name)));
  return { files, read };
}

test('a case says everything, with its images beside it and a label on every answer', async () => {
  const profile = await TestProfile.create();
  const film = await imageOf(2);
  const question = userMessage('u1', '胸痛 6 h', [film]);
  await profile.keep('c/1', question, [film]);
  const provenance = {
    origin: ORIGIN,
    checkpoint: 'Lingshu 7B',
    quantization: 'q4',
    device: 'WebGPU',
    promptTokens: 1,
    reusedTokens: 0,
    newTokens: 2,
    decodeTokensPerSecond: 3,
  };
  for (const id of ['a1', 'a2', 'a3']) {
    await profile.keep('c/1', answerMessage(id, id, { parentId: 'u1', provenance }));
  }
  const said = { verdict: 'accepted', createdMs: 4 } as const;
  await profile.reviews.add('c/1', { id: 'r1', messageId: 'a1', ...said });
  await profile.reviews.add('c/1', {
    id: 'r2',
    messageId: 'a1',
    verdict: 'edited',
    text: 'Better',
    createdMs: 5,
  });
  await profile.patients.keep({ id: 'p1', name: '王', createdMs: 1, updatedMs: 1 });
  const facts = { age: { value: 3, unit: 'weeks' }, allergies: '青霉素' } as const;
  await profile.conversations.change('c/1', { tags: ['ecg'], patientId: 'p1', facts });

  const { files, read } = await exported(profile);
  const folder = 'cases/1970-01-01-c_1';
  const path = `images/${film.sha256}.png`;
  expect([...files.keys()]).toEqual([
    'README.txt',
    `${folder}/${path}`,
    `${folder}/case.json`,
  ]);
  expect(files.get(`${folder}/${path}`)).toEqual(new Uint8Array(film.bytes));
  expect(read(`${folder}/case.json`)).toMatchObject({
    format: 'pulsemind-case',
    version: 1,
    exported: '2026-11-22T00:00:00.000Z',
    id: 'c/1',
    tags: ['ecg'],
    patient: { id: 'p1', name: '王' },
    facts,
    shownTurn: 'a3',
    turns: [
      {
        role: 'clinician',
        text: '胸痛 6 h',
        parent: null,
        images: [{ ...attachmentOf(film), path }],
      },
      {
        id: 'a1',
        role: 'answer',
        aiGenerated: true,
        label: 'AI draft by Lingshu 7B, edited by a clinician',
        madeBy: provenance,
        parent: 'u1',
      },
      { id: 'a2', label: 'AI draft by Lingshu 7B, not reviewed by a clinician' },
      { id: 'a3', aiGenerated: true },
    ],
    reviews: [{ turn: 'a1', verdict: 'accepted' }, { verdict: 'edited' }],
  });
  profile.close();
});

test('one consultation, or all of them, as they are counted', async () => {
  const profile = await TestProfile.create();
  for (const id of ['c1', 'c2', 'c3']) {
    await profile.keep(id, userMessage(`u${id}`, id));
  }
  const progress: string[] = [];
  const onProgress = (done: number, of: number) => progress.push(`${done}/${of}`);
  const all = await exported(profile, { onProgress });
  expect(
    [...all.files.keys()].filter((name) => name.endsWith('case.json')),
  ).toHaveLength(3);
  expect(progress).toEqual(['1/3', '2/3', '3/3']);
  const one = await exported(profile, { conversationIds: ['c2'] });
  expect([...one.files.keys()]).toEqual([
    'README.txt',
    'cases/1970-01-01-c2/case.json',
  ]);
  profile.close();
});

test('a lock ends it', async () => {
  const profile = await TestProfile.create();
  for (const id of ['c1', 'c2']) await profile.keep(id, userMessage(`u${id}`, id));
  const zip = new OpenExport(profile).zip({
    ...MADE,
    onProgress: () => profile.vault.lock(),
  });
  await expect(new Response(zip).bytes()).rejects.toThrow(/locked/);
  profile.close();
});
