import { afterEach, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { browserBackupFiles } from './backup-file.ts';
import type { BackupTarget } from './backup-target.ts';

const { open, read, removeTemporary } = browserBackupFiles;

afterEach(removeTemporary);

/** A file that was picked: those of OPFS are written in the same way. */
async function picked(): Promise<{ target: BackupTarget; read(): Promise<string> }> {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle('picked.pulsemind', { create: true });
  const text = async () => (await handle.getFile()).text();
  return { target: { kind: 'picked', handle }, read: text };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

test('the temporary file is there after a flush, and is gone on with where it was cut', async () => {
  const file = await open({ kind: 'temporary' }, 0);
  await file.write(bytes('whole and '));
  expect(await file.flush()).toBe(true);
  await file.write(bytes('half'));
  await file.close();
  const again = await open({ kind: 'temporary' }, 10);
  await again.write(bytes('more'));
  await again.close();
  expect(await must(await read(), 'it was written').text()).toBe('whole and more');
  await expect(open({ kind: 'temporary' }, 100)).rejects.toMatchObject({
    kind: 'bad-data',
    details: { path: 'backup:gone' },
  });
});

test('a picked file keeps what it was until it is closed, and can be gone on with', async () => {
  const { target, read: text } = await picked();
  const first = await open(target, 0);
  await first.write(bytes('whole and half'));
  expect(await first.flush()).toBe(false);
  expect(await text()).toBe('');
  await first.close();
  const again = await open(target, 10);
  await again.write(bytes('more'));
  await again.close();
  expect(await text()).toBe('whole and more');
  const dropped = await open(target, 0);
  await dropped.write(bytes('nothing'));
  await dropped.discard();
  expect(await text()).toBe('whole and more');
});

test('two backups at once are refused in words', async () => {
  const file = await open({ kind: 'temporary' }, 0);
  await expect(open({ kind: 'temporary' }, 0)).rejects.toMatchObject({
    details: { path: 'backup:unwritable' },
  });
  await file.close();
});
