// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { canQueue, currentDraft, currentId, currentMessages } from './selectors.ts';

const texts = ({ now }: AppUnderTest) => currentMessages(now()).map(({ text }) => text);

/** An app in the middle of an answer of four words. */
async function answering(shared: Parameters<typeof appUnderTest>[0] = {}) {
  const engine = new ScriptedEngine({ answers: ['one two three four'], wordMs: 20 });
  const tested = appUnderTest({ engine, ...shared });
  await tested.app.actions.start();
  tested.app.actions.setDraftText('First?');
  const sending = tested.app.actions.send();
  await tested.until((state) => currentMessages(state)[1]?.text === 'one ');
  return { ...tested, sending };
}

describe('a turn that waits', () => {
  test('is asked when the answer is done', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    await actions.addImages([new File([], 'a')]);
    actions.setDraftText('Second?');
    actions.queueDraft();
    expect(currentDraft(tested.now())).toMatchObject({
      text: '',
      images: [],
      queued: { text: 'Second?' },
    });
    actions.setDraftText('Being written.');
    await tested.sending;
    expect(texts(tested)).toEqual([
      'First?',
      'one two three four',
      'Second?',
      'one two three four',
    ]);
    expect(currentMessages(tested.now())[2]?.attachments).toHaveLength(1);
    expect(currentDraft(tested.now())).toEqual({
      text: 'Being written.',
      images: [],
      readingImages: [],
    });
  });

  test('takes up what is sent behind it, and comes back to be edited', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    for (const text of ['Second?', 'And third?']) {
      actions.setDraftText(text);
      actions.queueDraft();
    }
    expect(currentDraft(tested.now()).queued?.text).toBe('Second?\n\nAnd third?');
    actions.setDraftText('More.');
    actions.editQueued();
    expect(currentDraft(tested.now())).toMatchObject({
      text: 'Second?\n\nAnd third?\n\nMore.',
    });
    await tested.sending;
    expect(texts(tested)).toHaveLength(2);
  });

  test('is not asked after a stop, until the person says so', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    actions.setDraftText('Second?');
    actions.queueDraft();
    actions.stop();
    await tested.sending;
    expect(texts(tested)).toHaveLength(2);
    expect(currentDraft(tested.now()).queued?.text).toBe('Second?');
    await actions.askQueued();
    expect(texts(tested)).toHaveLength(4);
    expect(tested.now().drafts).toEqual({});
  });

  test('can be removed', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    actions.setDraftText('Second?');
    actions.queueDraft();
    actions.removeQueued();
    await tested.sending;
    expect(texts(tested)).toHaveLength(2);
    expect(tested.now().drafts).toEqual({});
  });

  test('is asked in its own consultation, also when another is shown', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    const id = must(currentId(tested.now()), 'it is kept');
    actions.setDraftText('Second?');
    actions.queueDraft();
    actions.newConsultation();
    await tested.sending;
    expect(tested.now().current).toEqual({ kind: 'new' });
    await actions.openConsultation(id);
    expect(texts(tested)).toEqual([
      'First?',
      'one two three four',
      'Second?',
      'one two three four',
    ]);
  });

  test('lies with the draft: a later visit has it, and asks nothing by itself', async () => {
    const tested = await answering();
    const { actions } = tested.app;
    await actions.addImages([new File([], 'b')]);
    actions.setDraftText('Second?');
    actions.queueDraft();
    actions.stop();
    await tested.sending;
    await actions.addImages([new File([], 'a')]);
    actions.setDraftText('Third.');
    tested.browser.leave();
    const { databaseName, browser } = tested;
    await vi.waitFor(
      async () => {
        const second = appUnderTest({ databaseName, browser });
        await second.app.actions.start();
        const draft = currentDraft(second.now());
        expect(draft).toMatchObject({ text: 'Third.', queued: { text: 'Second?' } });
        expect(draft.images.map(({ attachment }) => attachment.sha256[0])).toEqual([
          'a',
        ]);
        expect(draft.queued?.images.map((it) => it.attachment.sha256[0])).toEqual([
          'b',
        ]);
        expect(second.engine.requests).toEqual([]);
      },
      { interval: 20 },
    );
  });

  test('is nothing that was just sent', async () => {
    const tested = appUnderTest();
    await tested.app.actions.start();
    tested.app.actions.setDraftText('First?');
    const sending = tested.app.actions.send();
    expect(canQueue(tested.now())).toBe(false); // its turn is not kept yet
    tested.app.actions.queueDraft();
    await sending;
    expect(texts(tested)).toHaveLength(2);
  });
});
