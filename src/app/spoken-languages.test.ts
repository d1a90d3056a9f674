// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appUnderTest } from '../testing/app-under-test.ts';
import { MemoryLibrary } from '../testing/memory-library.ts';
import { cannotReadDraft, loadedCheckpoint } from './spoken-languages.ts';
import { systemPrompt } from '../clinic/system-prompt.ts';

/** The page in Chinese, with a checkpoint that speaks these languages. */
async function inChinese(languages?: readonly string[]) {
  const library = new MemoryLibrary();
  library.add('Mini', true, languages && { languages });
  const tested = appUnderTest({ library });
  await tested.app.actions.start();
  await tested.app.actions.changeSettings({ language: 'zh' });
  return tested;
}

async function systemOf(tested: Awaited<ReturnType<typeof inChinese>>) {
  tested.app.actions.setDraftText('胸痛？');
  await tested.app.actions.send();
  return tested.engine.requests.at(-1)?.messages[0]?.content;
}

test('a checkpoint that speaks only English is told in English what it is for', async () => {
  const tested = await inChinese(['en']);
  expect(loadedCheckpoint(tested.now())?.languages).toEqual(['en']);
  expect(await systemOf(tested)).toEqual([{ kind: 'text', text: systemPrompt('en') }]);
});

test('one that names no languages is told in the language of the page', async () => {
  const tested = await inChinese();
  expect(await systemOf(tested)).toEqual([{ kind: 'text', text: systemPrompt('zh') }]);
});

test('a checkpoint of neither language of ours is told in English', () => {
  expect(systemPrompt('zh', ['de'])).toBe(systemPrompt('en'));
  expect(systemPrompt('en', ['zh', 'de'])).toBe(systemPrompt('zh'));
});

test('a draft in Chinese is known to be lost on a checkpoint that speaks English', async () => {
  const tested = await inChinese(['en']);
  tested.app.actions.setDraftText('Chest pain?');
  expect(cannotReadDraft(tested.now())).toBeUndefined();
  tested.app.actions.setDraftText('胸痛？');
  expect(cannotReadDraft(tested.now())).toMatchObject({ name: 'Mini' });
  const other = await inChinese();
  other.app.actions.setDraftText('胸痛？');
  expect(cannotReadDraft(other.now())).toBeUndefined();
});
