// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { TestProfile } from '../testing/profiles.ts';
import { userMessage } from '../testing/turns.ts';

test('the facts that were edited last win, whichever header does', async () => {
  const [ours, theirs] = [await TestProfile.create(), await TestProfile.create()];
  await ours.keep('c1', { ...userMessage('u1', 'It hurts.'), createdMs: 1 });
  await ours.conversations.change('c1', { facts: { notes: 'one', editedMs: 1 } });
  await theirs.restore(await ours.archive());
  await ours.conversations.change('c1', { facts: { notes: 'ours', editedMs: 3 } });
  await theirs.conversations.change('c1', {
    facts: { notes: 'theirs', editedMs: 2 },
    shelf: 'pinned',
  });
  const later = userMessage('u9', 'later');
  await theirs.keep('c1', { ...later, parentId: 'u1', createdMs: 9 });
  await ours.restore(await theirs.archive());
  const header = await ours.conversations.header('c1');
  expect(header).toMatchObject({ facts: { notes: 'ours' }, shelf: 'pinned' });
  await theirs.restore(await ours.archive());
  expect(await theirs.conversations.header('c1')).toEqual(header);
  for (const profile of [ours, theirs]) profile.close();
});
