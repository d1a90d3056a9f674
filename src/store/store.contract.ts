/**
 * @file What the database promises, in Node's imitation and in a real browser.
 *
 * `openDatabase` must be the real one; the test file brings `indexedDB`.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerMessage, keptImage, userMessage } from '../testing/turns.ts';
import { AttachmentStore } from './attachments.ts';
import { ConversationStore, type Turn } from './conversations.ts';
import { type Database, openDatabase } from './database.ts';
import { SettingsStore } from './settings.ts';

let database: Database;
let conversations: ConversationStore;
let attachments: AttachmentStore;
let names = 0;

export function describeStore(where: string): void {
  beforeEach(async () => {
    database = await openDatabase({ name: `test-${++names}-${Math.random()}` });
    conversations = new ConversationStore(database);
    attachments = new AttachmentStore(database);
  });
  afterEach(() => database.close());

  describe(`consultations ${where}`, () => {
    describeTurns();
    describeDamage();
    describeAbandoned();
  });
  describe(`images ${where}`, () => {
    describeImages();
  });
  describe(`settings ${where}`, () => {
    describeSettings();
  });
}

function describeTurns(): void {
  test('a turn comes back as it was kept, images too', async () => {
    const messages = [userMessage('u1', 'It hurts.', [keptImage('a')])];
    await conversations.keepTurn(turn({ messages, images: [keptImage('a')] }));
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages).toEqual(messages);
    expect(opened?.damaged).toEqual([]);
    const blob = await attachments.read('a'.repeat(64));
    expect(blob?.type).toBe('image/png');
    expect(await blob?.text()).toBe('a');
  });

  test('the one changed last is listed first, without its turns', async () => {
    await keep('c1', 'first', 1);
    await keep('c2', 'second', 2);
    await keep('c1', 'more of the first', 3);
    const { records } = await conversations.list();
    expect(records.map((record) => record.id)).toEqual(['c1', 'c2']);
    expect(records[0]).toEqual({
      version: 1,
      id: 'c1',
      title: 'first',
      createdMs: 1,
      updatedMs: 3,
    });
  });

  test('a growing answer is written over itself and stays in its place', async () => {
    const answer = answerMessage('a1', '', { state: 'growing' });
    await conversations.keepTurn(
      turn({ messages: [userMessage('u1', 'Why?'), answer] }),
    );
    await conversations.updateMessage({ ...answer, text: 'Because', state: 'growing' });
    const whole = answerMessage('a1', 'Because.', { finish: 'stop-token' });
    await conversations.updateMessage(whole);
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.id)).toEqual([
      'u1',
      'a1',
    ]);
    expect(opened?.conversation.messages[1]).toEqual(whole);
  });

  test('an edit replaces its turn and everything after', async () => {
    for (const [id, text] of [
      ['u1', 'one'],
      ['a1', 'two'],
      ['u2', 'three'],
    ] as const) {
      await conversations.keepTurn(turn({ messages: [userMessage(id, text)] }));
    }
    await conversations.keepTurn(
      turn({ replaceFrom: 'a1', messages: [userMessage('a2', 'two again')] }),
    );
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.text)).toEqual([
      'one',
      'two again',
    ]);
  });

  test('an answer that was deleted meanwhile is not brought back', async () => {
    await keep('c1', 'one', 1);
    await conversations.delete('c1');
    await conversations.updateMessage(answerMessage('a1', 'late'));
    expect(await conversations.open('c1')).toBeUndefined();
    expect(await database.count('messages')).toBe(0);
  });

  test('a new title stays through the next turn', async () => {
    await keep('c1', 'first words', 1);
    await conversations.rename('c1', 'Chest pain');
    await keep('c1', 'more', 2);
    expect((await conversations.list()).records[0]?.title).toBe('Chest pain');
  });
}

function describeDamage(): void {
  test('a damaged header is reported and the others are listed', async () => {
    await keep('c1', 'whole', 1);
    await database.put('conversations', { id: 'c2', title: 7 } as never);
    const { records, damaged } = await conversations.list();
    expect(records.map((record) => record.id)).toEqual(['c1']);
    expect(damaged).toMatchObject([{ store: 'conversations', key: 'c2' }]);
    expect(damaged[0]?.reason).toContain('title');
  });

  test('a damaged turn is reported, the others are shown, and it stays where it is', async () => {
    await keep('c1', 'whole', 1);
    const half = { id: 'x', conversationId: 'c1', order: 1, state: 'complete' };
    await database.put('messages', half as never);
    await conversations.keepTurn(turn({ messages: [userMessage('u9', 'later')] }));
    const opened = await conversations.open('c1');
    expect(opened?.conversation.messages.map((message) => message.text)).toEqual([
      'whole',
      'later',
    ]);
    expect(opened?.damaged).toMatchObject([{ store: 'messages', key: 'x' }]);
    expect(await database.get('messages', 'x')).toBeDefined();
  });

  test('a record of a newer version is not touched', async () => {
    await database.put('conversations', {
      version: 2,
      id: 'c1',
      title: '',
      createdMs: 1,
      updatedMs: 1,
    } as never);
    expect((await conversations.list()).damaged).toHaveLength(1);
  });
}

function describeAbandoned(): void {
  test('an answer that a killed tab left growing is stopped, one that grows elsewhere is not', async () => {
    const growing = ['dead', 'alive'].map((id) =>
      answerMessage(id, 'so', { state: 'growing' }),
    );
    await conversations.keepTurn(turn({ messages: growing }));
    const stopped = await conversations.stopAbandoned((id) => id === 'alive');
    const opened = await conversations.open('c1');
    expect(stopped).toBe(1);
    expect(opened?.conversation.messages.map((message) => message.state)).toEqual([
      'stopped',
      'growing',
    ]);
    expect(opened?.conversation.messages[0]?.text).toBe('so');
  });
}

function describeImages(): void {
  test('an image goes with the last turn that shows it', async () => {
    const image = keptImage('a');
    for (const id of ['c1', 'c2']) {
      const messages = [userMessage(`${id}-u`, 'Look.', [image])];
      await conversations.keepTurn(
        turn({ conversationId: id, messages, images: [image] }),
      );
    }
    expect(await database.count('attachments')).toBe(1);
    await conversations.delete('c1');
    expect(await attachments.read(image.sha256)).toBeDefined();
    await conversations.delete('c2');
    expect(await database.count('attachments')).toBe(0);
  });

  test('an edit keeps the images it still shows and drops the others', async () => {
    const [a, b] = [keptImage('a'), keptImage('b')];
    const before = [userMessage('u1', 'Both.', [a, b])];
    await conversations.keepTurn(turn({ messages: before, images: [a, b] }));
    const after = [userMessage('u2', 'Only one.', [a])];
    await conversations.keepTurn(
      turn({ replaceFrom: 'u1', messages: after, images: [a] }),
    );
    expect(await attachments.read(a.sha256)).toBeDefined();
    expect(await attachments.read(b.sha256)).toBeUndefined();
  });
}

function describeSettings(): void {
  test('what was chosen comes back, what was forgotten does not', async () => {
    const settings = new SettingsStore(database);
    await settings.write({ language: 'zh', checkpointId: 'mini' });
    await settings.write({ checkpointId: undefined });
    expect(await settings.read()).toEqual({
      settings: { language: 'zh' },
      damaged: [],
    });
  });

  test('a choice that cannot be read is reported, the others hold', async () => {
    const settings = new SettingsStore(database);
    await settings.write({ theme: 'dark' });
    await database.put('settings', 'klingon', 'language');
    const read = await settings.read();
    expect(read.settings).toEqual({ theme: 'dark' });
    expect(read.damaged).toMatchObject([{ store: 'settings', key: 'language' }]);
  });
}

function turn(given: Partial<Turn>): Turn {
  return {
    conversationId: 'c1',
    title: 'A title',
    messages: [],
    images: [],
    nowMs: 1,
    ...given,
  };
}

async function keep(
  conversationId: string,
  text: string,
  nowMs: number,
): Promise<void> {
  const id = `${conversationId}-${nowMs}`;
  const messages = [userMessage(id, text)];
  await conversations.keepTurn(turn({ conversationId, title: text, messages, nowMs }));
}
