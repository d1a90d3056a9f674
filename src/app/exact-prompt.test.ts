// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest } from '../testing/app-under-test.ts';
import type { ExactPrompt } from './exact-prompt.ts';
import { currentMessages } from './selectors.ts';

function textOf(prompt: ExactPrompt): string {
  if (prompt.kind === 'failed') throw new Error(prompt.problem.message);
  return prompt.prompt.pieces
    .map((piece) => (piece.kind === 'image' ? '[image]' : piece.text))
    .join('\n');
}

test('the next prompt has the facts, the turns, the draft and its images', async () => {
  const { app } = appUnderTest();
  await app.actions.start();
  await app.actions.noteFacts({ allergies: 'latex' });
  app.actions.setDraftText('What is this?');
  await app.actions.addImages([new File([], 'a')]);
  const text = textOf(await app.exactPrompt({ kind: 'next' }));
  expect(text).toMatch(/- Allergies: latex\n<user>\n\[image\]\nWhat is this\?$/);
});

test('the prompt of an answer is that of its time', async () => {
  const { app, now } = appUnderTest();
  await app.actions.start();
  await app.actions.noteFacts({ notes: 'then' });
  app.actions.setDraftText('One?');
  await app.actions.send();
  await app.actions.noteFacts({ notes: 'now' });
  app.actions.setDraftText('Two?');
  const { id, provenance } = must(currentMessages(now()).at(-1), 'an answer');
  const past = await app.exactPrompt({ kind: 'answer', messageId: id });
  expect(textOf(past)).toContain('- Notes: then');
  expect(textOf(past)).toMatch(/One\?$/);
  expect(past).toMatchObject({
    isSystemKnown: true,
    thenTokens: provenance?.promptTokens,
  });
  const next = textOf(await app.exactPrompt({ kind: 'next' }));
  expect(next).toContain('- Notes: now');
  expect(next).toMatch(/Two\?$/);
});

test('without a model there is a sentence', async () => {
  const { app, engine } = appUnderTest();
  await app.actions.start();
  await engine.dispose();
  expect(await app.exactPrompt({ kind: 'next' })).toMatchObject({ kind: 'failed' });
});
