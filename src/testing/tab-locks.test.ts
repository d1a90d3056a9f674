import { expect, test } from 'vitest';
import { describeLocks } from './tab-locks.contract.ts';
import { ImitatedTabs } from './tab-locks.ts';

const tabs = new ImitatedTabs();

describeLocks('of imitated tabs', () => tabs.open().locks);

test('a tab that ends releases its lock and leaves the line', async () => {
  const [holder, waiting, next] = [tabs.open(), tabs.open(), tabs.open()];
  const log: string[] = [];
  void holder.locks.request('name', {}, () => new Promise(() => {}));
  void waiting.locks.request('name', {}, async () => void log.push('waiting'));
  const last = next.locks.request('name', {}, async () => void log.push('next'));
  waiting.end();
  holder.end();
  await last;
  expect(log).toEqual(['next']);
});

test('a frozen tab keeps its lock, and hears when it thaws, in order', async () => {
  const [frozen, other] = [tabs.open(), tabs.open()];
  const heard: unknown[] = [];
  const [from, to] = [other.channel(), frozen.channel()];
  to.addEventListener('message', ({ data }) => heard.push(data));
  frozen.freeze();
  from.postMessage(1);
  from.postMessage(2);
  const late = frozen.hears(Promise.resolve('late'));
  await new Promise((done) => setImmediate(done));
  expect(heard).toEqual([]);
  frozen.thaw();
  expect(await late).toBe('late');
  await new Promise((done) => setImmediate(done));
  expect(heard).toEqual([1, 2]);
});
