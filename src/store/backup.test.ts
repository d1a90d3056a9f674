// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { concatBytes } from '../base/bytes.ts';
import type { Message } from '../clinic/conversation.ts';
import { anyProfile, fill, imageOf } from '../testing/any-profile.ts';
import { PASSPHRASE, TestProfile } from '../testing/profiles.ts';
import { answerMessage, userMessage } from '../testing/turns.ts';
import { readArchive } from './archive/read-archive.ts';
import { archiveCheckpoint } from './archive/write-archive.ts';
import { quickStretch } from '../testing/quick-stretch.ts';

const opened: TestProfile[] = [];
afterEach(() => {
  for (const profile of opened.splice(0)) profile.close();
});

async function newProfile(isProtected = true): Promise<TestProfile> {
  const profile = await TestProfile.create(isProtected);
  opened.push(profile);
  return profile;
}

type Contents = Awaited<ReturnType<TestProfile['contents']>>;

/** As it is once restored elsewhere: nobody makes a growing answer there. */
function stopped({ consultations, ...rest }: Contents): Contents {
  return {
    ...rest,
    consultations: consultations.map(({ conversation, ...parts }) => ({
      ...parts,
      conversation: {
        ...conversation,
        messages: conversation.messages.map((message): Message => {
          const { state } = message;
          return { ...message, state: state === 'growing' ? 'stopped' : state };
        }),
      },
    })),
  };
}

describe('a backup brings everything back', () => {
  test('into an empty profile: equal, and whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, async (given) => {
        const [from, to] = [await newProfile(), await newProfile()];
        await fill(from, given);
        const archive = await from.archive();
        const result = await to.restore(archive);
        expect(await to.contents()).toEqual(stopped(await from.contents()));
        expect(result.added).toBe(given.consultations.length);
      }),
      { seed: 3, numRuns: 25 },
    );
  }, 60_000);

  test('a second time nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, async (given) => {
        const [from, to] = [await newProfile(), await newProfile()];
        await fill(from, given);
        const archive = await from.archive();
        await to.restore(archive);
        const [before, own] = [await to.bytes(), await from.bytes()];
        const { same } = await to.restore(archive);
        await from.restore(archive);
        expect(await to.bytes()).toBe(before);
        expect(await from.bytes()).toBe(own);
        expect(same).toBe(given.consultations.length);
      }),
      { seed: 4, numRuns: 8 },
    );
  }, 60_000);

  test('with the recovery code, and by the passphrase it was made under', async () => {
    const from = await newProfile(false);
    const code = await from.vault.protect('first words');
    await from.keep('c1', userMessage('u1', 'It hurts.'));
    const archive = await from.archive();
    await from.vault.changePassphrase('first words', 'other words');
    const to = await newProfile();
    for (const typed of [code.toLowerCase(), 'first words']) {
      expect((await to.read(archive, typed)).summary).toMatchObject({ turns: 1 });
    }
    await expect(to.read(archive, 'other words')).rejects.toMatchObject({
      kind: 'bad-input',
    });
  });

  test('without a passphrase, one for backups is asked for once', async () => {
    const from = await newProfile(false);
    await from.keep('c1', userMessage('u1', 'It hurts.'));
    expect(await from.backups.hasKey()).toBe(false);
    await expect(from.archive()).rejects.toMatchObject({ kind: 'bad-input' });
    await from.backups.setPassphrase(PASSPHRASE);
    const archives = [await from.archive(), await from.archive()];
    for (const archive of archives) {
      expect((await (await newProfile()).restore(archive)).added).toBe(1);
    }
  });

  test('the settings that are chosen here stay, the others come', async () => {
    const [from, to] = [await newProfile(), await newProfile()];
    await from.settings.write({ theme: 'dark', language: 'zh', checkpointId: 'x' });
    await to.settings.write({ theme: 'light' });
    await to.restore(await from.archive());
    const { settings } = await to.settings.read();
    expect(settings).toEqual({ theme: 'light', language: 'zh' });
  });
});

describe('an interrupted backup', () => {
  test('goes on from any checkpoint and is whole', async () => {
    const from = await newProfile();
    for (let at = 0; at < 12; at++) {
      const image = await imageOf(4);
      const message = userMessage(`u${at}`, `Turn ${at}`, [image]);
      await from.keep(`c${at % 6}`, { ...message, createdMs: at }, [image]);
    }
    const begun = await from.backups.begin('0.1.0', 7);
    const whole = await from.archiveFrom(begun);
    const checkpoints = whole.events.flatMap((event) =>
      event.kind === 'progress' && event.checkpoint ? [event.checkpoint] : [],
    );
    expect(checkpoints.length).toBeGreaterThan(4);
    const to = await newProfile();
    await to.restore(whole.bytes);
    for (const checkpoint of checkpoints) {
      const kept = v.parse(archiveCheckpoint, JSON.parse(JSON.stringify(checkpoint)));
      const rest = await from.archiveFrom(kept);
      const head = whole.bytes.subarray(0, kept.sizeBytes);
      const archive = new Uint8Array(concatBytes([head, rest.bytes]));
      expect(rest.events.at(-1)).toEqual(whole.events.at(-1));
      const again = await newProfile();
      await again.restore(archive);
      expect(await again.contents()).toEqual(await to.contents());
    }
  });

  test('cannot go on once the passphrase for backups is another', async () => {
    const from = await newProfile(false);
    await from.backups.setPassphrase(PASSPHRASE);
    const begun = await from.backups.begin('0.1.0', 7);
    await from.backups.setPassphrase('another');
    await expect(from.archiveFrom(begun)).rejects.toMatchObject({ kind: 'bad-data' });
  });

  test('ends when the page is locked', async () => {
    const from = await newProfile();
    await from.keep('c1', userMessage('u1', 'It hurts.'));
    const begun = await from.backups.begin('0.1.0', 7);
    const sink = { write: async () => from.vault.lock() };
    const writing = from.backups.write({ from: begun, sink });
    await expect(writing.next()).rejects.toMatchObject({ kind: 'aborted' });
  });
});

test('what does not open is left out and counted; the archive is whole', async () => {
  const from = await newProfile();
  await from.keep('c1', userMessage('u1', 'one'));
  await from.keep('c1', answerMessage('a1', 'two', { parentId: 'u1', createdMs: 2 }));
  await from.keep('c2', userMessage('u2', 'three'));
  const broken = await from.database.get('messages', 'a1');
  await from.database.put('messages', { ...broken, order: 7 } as never);
  await from.database.put('conversations', { id: 'c3', updatedMs: 7 } as never);
  const { bytes, events } = await from.archiveFrom(await from.backups.begin('1', 7));
  expect(events.at(-1)).toMatchObject({
    kind: 'done',
    counts: { consultations: 2, turns: 2, damaged: 2 },
  });
  expect((await (await newProfile()).restore(bytes)).added).toBe(2);
});

test('drafts are not in it, nor is a word of it in the clear', async () => {
  const from = await newProfile();
  await from.keep('c1', userMessage('u1', 'Canary in the mine'));
  const archive = await from.archive();
  const text = new TextDecoder('latin1').decode(archive);
  expect(text).not.toContain('Canary');
  const kinds = new Set<string>();
  for await (const { kind } of readArchive(
    new Blob([archive]),
    PASSPHRASE,
    quickStretch,
  )) {
    kinds.add(kind);
  }
  expect([...kinds]).toEqual(['settings', 'conversation', 'message']);
});
