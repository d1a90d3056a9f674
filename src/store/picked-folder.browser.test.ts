import { expect, test } from 'vitest';
import { openRoot } from './weights-folder.ts';
import { readPickedFolder } from './picked-folder.ts';

test('a picked handle gives the files right in it', async () => {
  const root = await openRoot();
  const folder = await root.getDirectoryHandle('Lingshu-7B', { create: true });
  for (const name of ['config.json', '.DS_Store']) {
    const stream = await (
      await folder.getFileHandle(name, { create: true })
    ).createWritable();
    await stream.write('{}');
    await stream.close();
  }
  await folder.getDirectoryHandle('onnx', { create: true });
  const { name, files } = await readPickedFolder({ kind: 'handle', handle: folder });
  expect(name).toBe('Lingshu-7B');
  expect([...files.keys()]).toEqual(['config.json']);
  expect(await files.get('config.json')?.text()).toBe('{}');
  await root.removeEntry('Lingshu-7B', { recursive: true });
});

test('the list of a webkitdirectory input gives the same', async () => {
  const files = ['Model/config.json', 'Model/.git', 'Model/onnx/model.onnx'].map(
    (path) => {
      const file = new File(['{}'], path.split('/').at(-1) ?? '');
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    },
  );
  const found = await readPickedFolder({ kind: 'files', files });
  expect(found.name).toBe('Model');
  expect([...found.files.keys()]).toEqual(['config.json']);
});

test('an empty folder is refused', async () => {
  await expect(readPickedFolder({ kind: 'files', files: [] })).rejects.toMatchObject({
    kind: 'bad-input',
    details: { what: 'folder' },
  });
});
