/** @file What a browser's locks promise, asked of them and of their imitation. */
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import type { LeaseLocks } from '../store/lock-line.ts';

const EXCLUSIVE = { mode: 'exclusive' } as const;
const GRANTED = 'granted';

/** @param client - the locks as one tab or page has them; all of them share the names */
export function describeLocks(where: string, client: () => LeaseLocks): void {
  describe(`locks ${where}`, () => {
    test('are granted to one at a time, in the order of asking', async () => {
      const name = crypto.randomUUID();
      const log: string[] = [];
      const ask = (who: string) =>
        client().request(name, EXCLUSIVE, async () => {
          log.push(`${who} has it`);
          await pause();
          log.push(`${who} is done`);
        });
      await Promise.all(['a', 'b', 'c'].map(ask));
      expect(log).toEqual(
        ['a', 'b', 'c'].flatMap((who) => [`${who} has it`, `${who} is done`]),
      );
    });

    test('of different names have nothing to do with one another', async () => {
      const log: string[] = [];
      const held = await hold(client(), crypto.randomUUID());
      await client().request(crypto.randomUUID(), EXCLUSIVE, async () => {
        log.push('other');
      });
      expect(log).toEqual(['other']);
      held.release();
      await held.ended;
    });

    test('are released by an error, which the request gives', async () => {
      const name = crypto.randomUUID();
      const broken = new Error('It broke.');
      await expect(
        client().request(name, EXCLUSIVE, () => Promise.reject(broken)),
      ).rejects.toBe(broken);
      await client().request(name, EXCLUSIVE, async () => {});
    });

    test('that are stolen end the request with an AbortError, before anyone in line', async () => {
      const name = crypto.randomUUID();
      const log: string[] = [];
      const held = await hold(client(), name);
      const ended = held.ended.catch((error: unknown) => error);
      const inLine = client().request(
        name,
        EXCLUSIVE,
        async () => void log.push('line'),
      );
      await client().request(name, { ...EXCLUSIVE, steal: true }, async () => {
        log.push('thief');
      });
      await inLine;
      expect(await ended).toBeInstanceOf(DOMException);
      expect(await ended).toMatchObject({ name: 'AbortError' });
      expect(log).toEqual(['thief', 'line']);
    });

    test('that were stolen are known to be before a later request is answered', async () => {
      const name = crypto.randomUUID();
      const victim = client();
      const held = await hold(victim, name);
      let hasHeard = false;
      const ended = held.ended.catch(() => {
        hasHeard = true;
      });
      const thief = await hold(client(), name, { steal: true });
      await victim.request(name, { ...EXCLUSIVE, ifAvailable: true }, async (lock) => {
        expect(lock).toBeNull();
      });
      expect(hasHeard).toBe(true);
      thief.release();
      await Promise.all([ended, thief.ended]);
    });

    test('are not waited for after the signal, whose reason the request gives', async () => {
      const name = crypto.randomUUID();
      const held = await hold(client(), name);
      const leaving = new AbortController();
      const log: string[] = [];
      const left = client()
        .request(name, { ...EXCLUSIVE, signal: leaving.signal }, async () => {
          log.push('left');
        })
        .catch((error: unknown) => error);
      const next = client().request(name, EXCLUSIVE, async () => void log.push('next'));
      await pause();
      leaving.abort();
      expect(await left).toMatchObject({ name: 'AbortError' });
      held.release();
      await Promise.all([held.ended, next]);
      expect(log).toEqual(['next']);
    });

    test('are kept when the signal comes after they were granted', async () => {
      const leaving = new AbortController();
      const { signal } = leaving;
      const held = await hold(client(), crypto.randomUUID(), { signal });
      leaving.abort();
      await pause();
      held.release();
      await expect(held.ended).resolves.toBeUndefined();
    });

    test('asked for if available come at once, as null when they are not', async () => {
      const name = crypto.randomUUID();
      const given: unknown[] = [];
      const ask = () =>
        client().request(name, { ...EXCLUSIVE, ifAvailable: true }, async (lock) => {
          given.push(lock === null ? null : GRANTED);
        });
      const held = await hold(client(), name);
      await ask();
      held.release();
      await held.ended;
      await ask();
      expect(given).toEqual([null, GRANTED]);
    });

    test.each<LockOptions>([
      { steal: true, ifAvailable: true },
      { steal: true, signal: new AbortController().signal },
      { ifAvailable: true, signal: new AbortController().signal },
    ])('refuse what does not go together: %o', async (options) => {
      await expect(
        client().request(
          crypto.randomUUID(),
          { ...EXCLUSIVE, ...options },
          async () => {},
        ),
      ).rejects.toMatchObject({ name: 'NotSupportedError' });
    });
  });
}

interface Held {
  readonly release: () => void;
  /** The request. */
  readonly ended: Promise<void>;
}

/** Resolves when the lock is granted. */
async function hold(
  locks: LeaseLocks,
  name: string,
  options: LockOptions = {},
): Promise<Held> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let ended: Promise<void> | undefined;
  await new Promise<void>((granted) => {
    ended = locks.request(name, { ...EXCLUSIVE, ...options }, () => {
      granted();
      return released;
    });
    ended.catch(() => {}); // whoever needs it looks at `ended`
  });
  return { release, ended: must(ended, 'it was asked for') };
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}
