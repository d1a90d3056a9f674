// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import type { Message } from '../clinic/conversation.ts';
import { anyProfile, fill, imageOf } from '../testing/any-profile.ts';
import { archiveOwner, writeToMemory } from '../testing/archives.ts';
import { PASSPHRASE, TestProfile } from '../testing/profiles.ts';
import { answerMessage, userMessage } from '../testing/turns.ts';
import { archiveFaultOf } from './archive/archive-faults.ts';
import { FIXED_BYTES, MAGIC } from './archive/archive-format.ts';
import { writePreamble } from './archive/archive-header.ts';
import { mergeConsultation } from './merge-consultation.ts';
import type { ArchiveRecord } from './archive/archive-records.ts';

const opened: TestProfile[] = [];
afterEach(() => {
  for (const profile of opened.splice(0)) profile.close();
});

async function newProfile(): Promise<TestProfile> {
  const profile = await TestProfile.create();
  opened.push(profile);
  return profile;
}

/** A question and an answer to it. */
async function filled(): Promise<TestProfile> {
  const profile = await newProfile();
  const image = await imageOf(1);
  await profile.keep('c1', at(1, userMessage('u1', 'It hurts.', [image])), [image]);
  await profile.keep('c1', at(2, answerMessage('a1', 'Where?', { parentId: 'u1' })));
  return profile;
}

function at(createdMs: number, message: Message): Message {
  return { ...message, createdMs };
}

async function turnsOf(profile: TestProfile, id = 'c1'): Promise<readonly string[]> {
  const conversation = must(await profile.conversations.open(id), 'it is there');
  expect(conversation.damaged).toEqual([]);
  return conversation.conversation.messages.map((message) => message.id);
}

describe('what two profiles know of one consultation', () => {
  test('branches that grew apart are both there, in the order of writing', async () => {
    const [ours, theirs] = [await filled(), await newProfile()];
    await theirs.restore(await ours.archive());
    await ours.keep('c1', at(5, answerMessage('a5', 'Ours', { parentId: 'u1' })));
    await theirs.keep('c1', at(3, answerMessage('a3', 'Theirs', { parentId: 'u1' })));
    const film = await imageOf(2);
    const next = { ...userMessage('u4', 'Here.', [film]), parentId: 'a3' };
    await theirs.keep('c1', at(4, next), [film]);

    const result = await ours.restore(await theirs.archive());
    expect(result).toMatchObject({ added: 0, changed: 1, turns: 3, images: 1 });
    expect(await turnsOf(ours)).toEqual(['u1', 'a1', 'a3', 'u4', 'a5']);
    const conversation = must(await ours.conversations.open('c1'), 'kept').conversation;
    expect(conversation.leafId).toBe('a5'); // changed last
    expect(conversation.messages[3]).toEqual(at(4, next));
    const kept = await ours.attachments.read('c1', film.sha256);
    expect(new Uint8Array(await must(kept, 'restored').arrayBuffer())).toEqual(
      new Uint8Array(film.bytes),
    );
    await theirs.restore(await ours.archive());
    expect(await theirs.contents()).toEqual(await ours.contents());
  });

  test('any two that grew apart from a common beginning become the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, anyProfile, async (one, other) => {
        const [ours, theirs] = [await newProfile(), await newProfile()];
        await fill(ours, one);
        await theirs.restore(await ours.archive());
        await addTo(ours, one, 'x', 1);
        await addTo(theirs, one, 'y', other.consultations.length);
        const union = new Set([...(await allIds(ours)), ...(await allIds(theirs))]);
        await ours.restore(await theirs.archive());
        await theirs.restore(await ours.archive());
        expect(new Set(await allIds(ours))).toEqual(union);
        const { consultations } = await ours.contents();
        expect((await theirs.contents()).consultations).toEqual(consultations);
        for (const { conversation, damaged } of consultations) {
          expect(damaged).toBe(0);
          expectParentsFirst(conversation.messages);
        }
      }),
      { seed: 8, numRuns: 10 },
    );
  }, 60_000);

  test('a finished answer wins over a growing one, on either side', async () => {
    const growing = at(
      2,
      answerMessage('a1', 'Whe', { parentId: 'u1', state: 'growing' }),
    );
    const [early, late] = [await newProfile(), await filled()];
    await early.keep('c1', at(1, userMessage('u1', 'It hurts.')));
    await early.keep('c1', growing);
    const [before, after] = [await early.archive(), await late.archive()];
    await late.restore(before);
    await early.restore(after);
    for (const profile of [early, late]) {
      const { conversation } = must(await profile.conversations.open('c1'), 'kept');
      expect(conversation.messages[1]).toMatchObject({
        text: 'Where?',
        state: 'complete',
      });
    }
  });

  test('an answer that is growing here goes on growing', async () => {
    const profile = await filled();
    const growing = at(
      3,
      answerMessage('a3', 'A', { parentId: 'u1', state: 'growing' }),
    );
    await profile.keep('c1', growing);
    const archive = await profile.archive();
    await profile.conversations.updateMessage({ ...growing, text: 'A longer' });
    await profile.restore(archive);
    await profile.conversations.updateMessage({ ...growing, text: 'A longer answer' });
    const { conversation } = must(await profile.conversations.open('c1'), 'kept');
    expect(conversation.messages[2]).toMatchObject({ text: 'A longer answer' });
  });

  test('the newer title, tags and patient win', async () => {
    const [ours, theirs] = [await filled(), await newProfile()];
    await theirs.restore(await ours.archive());
    await ours.conversations.change('c1', { title: 'Old', tags: ['old'] });
    await theirs.patients.keep({ id: 'p1', name: 'Wang', createdMs: 1, updatedMs: 9 });
    await theirs.conversations.change('c1', { title: 'New', patientId: 'p1' });
    await theirs.keep('c1', at(9, userMessage('u9', 'later')));
    await ours.restore(await theirs.archive());
    expect(await ours.conversations.header('c1')).toMatchObject({
      title: 'New',
      tags: [],
      patientId: 'p1',
    });
    expect(await ours.patients.conversationsOf('p1')).toEqual(['c1']);
    await ours.patients.keep({
      id: 'p1',
      name: 'Wang X.',
      createdMs: 1,
      updatedMs: 12,
    });
    await ours.restore(await theirs.archive());
    expect((await ours.patients.list()).records[0]?.name).toBe('Wang X.');
  });

  test('a turn written meanwhile stays', async () => {
    const [ours, theirs] = [await filled(), await newProfile()];
    await theirs.restore(await ours.archive());
    await theirs.keep('c1', at(3, answerMessage('a3', 'T', { parentId: 'u1' })));
    const plan = await ours.read(await theirs.archive());
    const late = at(9, answerMessage('a9', 'L', { parentId: 'u1' }));
    const writing = ours.keep('c1', late);
    for await (const event of plan.restore()) expect(event.kind).toBeDefined();
    await writing;
    expect((await turnsOf(ours)).toSorted()).toEqual(['a1', 'a3', 'a9', 'u1']);
  });

  test('what is written of a turn while it moves to another place stays', async () => {
    const [ours, theirs] = [await filled(), await newProfile()];
    await theirs.restore(await ours.archive());
    const early = { ...userMessage('u0', 'Before.'), createdMs: 0 };
    const { root } = ours.vault;
    const header = must(await ours.conversations.header('c1'), 'kept');
    let reads = 0;
    const bytes = async () => {
      const text = 'Where does it hurt?';
      const said = { ...answerMessage('a1', text, { parentId: 'u1' }), createdMs: 2 };
      if (reads++ === 0) await ours.conversations.updateMessage(said);
      return new Uint8Array(5);
    };
    const images = [{ sha256: 'f'.repeat(64), mediaType: 'image/png', bytes }];
    const parts = { images, reviews: [], comparisons: [] };
    const archived = { header, messages: [early], ...parts };
    expect(await mergeConsultation(ours.database, root, archived)).toMatchObject({
      turns: 3,
    });
    const { conversation } = must(await ours.conversations.open('c1'), 'kept');
    expect(conversation.messages.map(({ text }) => text)).toEqual([
      'Before.',
      'It hurts.',
      'Where does it hurt?',
    ]);
  });

  test('a damaged turn that the archive has not keeps its place among those that move', async () => {
    const [ours, theirs] = [await filled(), await newProfile()];
    await theirs.restore(await ours.archive());
    await theirs.keep('c1', at(0, userMessage('u0', 'Before.')));
    await ours.keep('c1', at(5, userMessage('u5', 'lost')));
    await ours.keep('c1', at(6, userMessage('u6', 'last')));
    const broken = must(await ours.database.get('messages', 'u5'), 'kept');
    await ours.database.put('messages', { ...broken, sealed: new ArrayBuffer(40) });
    await ours.restore(await theirs.archive());
    const { conversation, damaged } = must(await ours.conversations.open('c1'), 'kept');
    expect(conversation.messages.map(({ id }) => id)).toEqual(['u0', 'u1', 'a1', 'u6']);
    expect(damaged).toMatchObject([{ key: 'u5' }]);
    expect((await ours.database.get('messages', 'u5'))?.order).toBe(broken.order);
  });

  test('a damaged turn, image and header are mended', async () => {
    const profile = await filled();
    const [before, archive] = [await profile.contents(), await profile.archive()];
    for (const store of ['messages', 'attachments', 'conversations'] as const) {
      for (const record of await profile.database.getAll(store)) {
        const sealed = new Uint8Array(record.sealed);
        sealed[20] = (sealed[20] ?? 0) ^ 1;
        await profile.database.put(store, record);
      }
      await profile.restore(archive);
      expect(await profile.contents()).toEqual(before);
    }
  });
});

describe('what was erased', () => {
  test('comes back only when the person says so', async () => {
    const profile = await filled();
    await profile.patients.keep({ id: 'p1', name: 'Wang', createdMs: 1, updatedMs: 2 });
    await profile.keep('c2', at(1, userMessage('u2', 'Cough.')));
    await profile.conversations.change('c2', { patientId: 'p1' });
    await profile.keep('c3', at(1, userMessage('u3', 'Stays.')));
    const archive = await profile.archive();
    await profile.erasures.eraseConversation('c1');
    await profile.erasures.erasePatient('p1');

    const { summary } = await profile.read(archive);
    expect(summary).toMatchObject({
      consultations: 3,
      newConsultations: 0,
      erasedConsultations: 2,
    });
    expect(await profile.restore(archive)).toMatchObject({
      leftErased: 2,
      patients: 0,
    });
    expect(await profile.conversations.ids()).toEqual(['c3']);
    expect((await profile.patients.list()).records).toEqual([]);

    const result = await profile.restore(archive, { bringBackErased: true });
    expect(result).toMatchObject({ leftErased: 0, added: 2, patients: 1 });
    expect(await profile.conversations.ids()).toEqual(['c1', 'c2', 'c3']);
    expect((await profile.read(archive)).summary.erasedConsultations).toBe(0);
  });

  test('is known as erased in the profile that its backup is restored to', async () => {
    const profile = await filled();
    const old = await profile.archive();
    await profile.erasures.eraseConversation('c1');
    const to = await newProfile();
    await to.restore(await profile.archive());
    expect(await to.restore(old)).toMatchObject({ leftErased: 1, added: 0 });
    expect(await to.erasures.certificates()).toEqual(
      await profile.erasures.certificates(),
    );
  });
});

test('a restore that was cut off is ended by doing it again', async () => {
  const from = await newProfile();
  for (const id of ['c1', 'c2', 'c3']) {
    await from.keep(id, at(1, userMessage(`u-${id}`, id)));
  }
  const before = await from.archive();
  await from.erasures.eraseConversation('c3');
  await from.restore(before, { bringBackErased: true }); // its certificate stays
  const archive = await from.archive();
  const to = await newProfile();
  const restoring = (await to.read(archive)).restore();
  await restoring.next();
  await restoring.return();
  expect(await to.conversations.ids()).toHaveLength(1);
  expect(await to.restore(archive)).toMatchObject({ same: 1, added: 2, leftErased: 0 });
  expect(await to.contents()).toEqual(await from.contents());
});

describe('a file that is not whole leaves the profile byte for byte as it was', () => {
  const owner = archiveOwner(PASSPHRASE);

  async function faultOf(profile: TestProfile, bytes: Uint8Array<ArrayBuffer>) {
    const before = await profile.bytes();
    let fault: string | undefined;
    try {
      await profile.restore(bytes);
    } catch (error) {
      const { kind } = error as { kind: string };
      fault = archiveFaultOf(error) ?? kind;
    }
    expect(await profile.bytes()).toBe(before);
    return fault;
  }

  async function archiveOf(...records: ArchiveRecord[]) {
    return (await writeToMemory(await owner, records)).bytes;
  }

  test('cut short anywhere', async () => {
    const profile = await filled();
    const archive = await (await filled()).archive();
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), async (size) => {
        const fault = await faultOf(profile, archive.slice(0, size));
        expect(fault).toBe(size === 0 ? 'no-archive' : 'truncated');
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('with any bit flipped', async () => {
    const profile = await filled();
    const archive = await (await filled()).archive();
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length * 8 - 1), async (bit) => {
        const changed = archive.slice();
        const byte = bit >> 3;
        changed[byte] = (changed[byte] ?? 0) ^ (1 << (bit & 7));
        expect(await faultOf(profile, changed)).toMatch(
          /^(changed|truncated|no-archive)$/,
        );
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('under another passphrase', async () => {
    const profile = await filled();
    const before = await profile.bytes();
    const reading = profile.read(await profile.archive(), 'wrong');
    await expect(reading).rejects.toMatchObject({ kind: 'bad-input' });
    expect(await profile.bytes()).toBe(before);
  });

  test('of a newer version, and with a kind of record of a newer one', async () => {
    const profile = await filled();
    const archive = await profile.archive();
    const length = new DataView(archive.buffer).getUint32(MAGIC.length + 4, true);
    const json = new TextDecoder().decode(
      archive.slice(FIXED_BYTES, FIXED_BYTES + length),
    );
    const newer = await writePreamble(json);
    new DataView(newer.buffer).setUint32(MAGIC.length, 2, true);
    const hashAt = newer.length - 32;
    const hash = await crypto.subtle.digest('SHA-256', newer.slice(0, hashAt));
    newer.set(new Uint8Array(hash), hashAt);
    expect(await faultOf(profile, newer)).toBe('newer');
    const unknown = await archiveOf({ kind: 'voice-note', meta: {} });
    expect(await faultOf(profile, unknown)).toBe('newer');
  });

  test('that claims sizes it cannot have', async () => {
    const profile = await filled();
    const archive = await profile.archive();
    for (const claimed of [0xffff_ffff, 0x7fff_ffff, 2 * 1024 * 1024]) {
      const header = archive.slice();
      new DataView(header.buffer).setUint32(MAGIC.length + 4, claimed, true);
      expect(await faultOf(profile, header)).toBe('changed');
      const chunk = archive.slice();
      const length = new DataView(chunk.buffer).getUint32(MAGIC.length + 4, true);
      new DataView(chunk.buffer).setUint32(
        FIXED_BYTES + length + 32 + 1,
        claimed,
        true,
      );
      expect(await faultOf(profile, chunk)).toMatch(/^(changed|truncated)$/);
    }
  });

  test('whose records do not fit together', async () => {
    const profile = await filled();
    const header = {
      kind: 'conversation',
      meta: { id: 'c9', title: '', tags: [], createdMs: 1, updatedMs: 1 },
    };
    const message = {
      kind: 'message',
      meta: { ...userMessage('u9', 'x'), conversationId: 'c9' },
    };
    const image = {
      kind: 'attachment',
      meta: { conversationId: 'c9', sha256: 'a'.repeat(64), mediaType: 'image/png' },
    };
    for (const records of [
      [message],
      [header, header],
      [header, message, message],
      [header, image],
      [header, { kind: 'message', meta: { ...message.meta, text: 7 } }],
    ]) {
      expect(await faultOf(profile, await archiveOf(...records))).toBe('mismatch');
    }
    await profile.restore(await archiveOf(header, message));
    expect(await turnsOf(profile, 'c9')).toEqual(['u9']);
  });
});

test('a turn whose id another consultation has here is not taken from there', async () => {
  const [ours, theirs] = [await filled(), await newProfile()];
  await theirs.keep('c2', at(1, userMessage('u1', 'Mine.')));
  await theirs.restore(await ours.archive());
  expect(await turnsOf(theirs, 'c2')).toEqual(['u1']);
  expect(await turnsOf(theirs, 'c1')).toEqual(['a1']);
});

/** Adds answers to the first turns of each consultation. */
async function addTo(
  profile: TestProfile,
  given: { consultations: readonly unknown[] },
  name: string,
  count: number,
): Promise<void> {
  for (const consultation of given.consultations.keys()) {
    const id = `c${consultation}`;
    for (let number = 0; number < count; number++) {
      const parentId = `${id}-0`;
      const added = answerMessage(`${name}-${id}-${number}`, name, { parentId });
      const createdMs = 10 + number * 2 + (name === 'x' ? 0 : 1);
      await profile.keep(id, at(createdMs, added));
    }
  }
}

const allIds = ({ database }: TestProfile) => database.getAllKeys('messages');

function expectParentsFirst(messages: readonly Message[]): void {
  const seen = new Set<string | null>([null]);
  for (const { id, parentId } of messages) {
    expect(seen.has(parentId)).toBe(true);
    seen.add(id);
  }
}
