// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  appUnderTest,
  type AppUnderTest,
  FakeBrowser,
} from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { ImitatedTabs } from '../testing/tab-locks.ts';
import { WRITER_LOCK } from '../store/writer-lease.ts';
import { currentDraft, currentMessages, whyCannotSend } from './selectors.ts';

let profiles = 0;

/** Two tabs of one profile: the first writes. */
async function twoTabs(engine = new ScriptedEngine()) {
  const tabs = new ImitatedTabs();
  const databaseName = `tabs-${++profiles}`;
  const first = appUnderTest({ tabs, databaseName, engine });
  await first.app.actions.start();
  const browser = new FakeBrowser();
  browser.locks.add(WRITER_LOCK);
  const second = appUnderTest({ tabs, databaseName, browser });
  await second.app.actions.start();
  return { first, second };
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.setDraftText(text);
  await app.actions.send();
}

const texts = ({ now }: AppUnderTest) => currentMessages(now()).map(({ text }) => text);

test('one tab writes; the other says so and cannot send', async () => {
  const { first, second } = await twoTabs();
  expect(first.now().writer).toBe('writing');
  expect(second.now().writer).toBe('waiting');
  second.app.actions.setDraftText('Me too.');
  expect(whyCannotSend(second.now())).toBe('not-writer');
});

test('a follower shows what the writer keeps', async () => {
  const { first, second } = await twoTabs();
  await ask(first, 'It hurts.');
  await second.until(({ conversations }) => conversations.length === 1);
  await second.app.actions.openConsultation(first.now().conversations[0]?.id ?? '');
  expect(texts(second)).toEqual(['It hurts.', 'Since when?']);
  await ask(first, 'Since May.');
  await second.until((state) => currentMessages(state).length === 4);
  await second.until((state) => currentMessages(state)[3]?.state === 'complete');
  expect(texts(second)).toEqual(texts(first));
});

test('taking over brings answer and draft along, and turns the other into a follower', async () => {
  const engine = new ScriptedEngine({ answers: ['one two three four'], wordMs: 60 });
  const { first, second } = await twoTabs(engine);
  const sending = ask(first, 'Why?');
  await first.until((state) => currentMessages(state)[1]?.text === 'one ');
  first.app.actions.setDraftText('half a thought');
  const { id } = first.now().conversations[0] ?? { id: '' };

  await second.app.actions.writeHere();
  await sending;

  await second.until(({ drafts }) => id in drafts);
  await second.app.actions.openConsultation(id);
  expect(first.now().writer).toBe('waiting');
  expect(second.now().writer).toBe('writing');
  expect(currentDraft(second.now()).text).toBe('half a thought');
  expect(currentDraft(first.now()).text).toBe('');
  expect(currentMessages(second.now())[1]).toMatchObject({ state: 'stopped' });
  await ask(second, 'Again.');
  await first.until((state) => currentMessages(state).length === 4);
});

test('when the writer closes, the follower writes', async () => {
  const { first, second } = await twoTabs();
  await ask(first, 'It hurts.');
  await first.app.dispose();
  await second.until(({ writer }) => writer === 'writing');
  await ask(second, 'Now I write.');
  expect(second.now().conversations).toHaveLength(2);
});
