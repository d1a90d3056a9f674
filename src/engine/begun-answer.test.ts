import { describe, expect, test, vi } from 'vitest';
import { ask, text, user, type Reply } from '../testing/ask-engine.ts';
import { loaded } from '../testing/node-engine.ts';
import { tinySource } from '../testing/tiny-source.ts';
import type { Sampling } from './engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MESSAGES = [user(text('Tell me everything about 胸痛.'))];
const GREEDY: Sampling = {
  temperature: 0,
  topK: 1,
  topP: 1,
  repetitionPenalty: 1.05,
  seed: 0,
};
const endless = () => tinySource({ isEndless: true });
const idsOf = ({ events }: Reply) =>
  events.flatMap((it) => (it.kind === 'text' && it.tokenId >= 0 ? [it.tokenId] : []));
const begunOf = ({ events }: Reply) => events.find(({ kind }) => kind === 'begun');

describe('an answer that goes on', () => {
  test.each([1, 7, 16, 23])(
    'after %i tokens says what an uninterrupted one says',
    async (made) => {
      const source = await endless();
      const whole = await ask(await loaded(source), MESSAGES, {
        maxNewTokens: 24,
        sampling: GREEDY,
      });
      const engine = await loaded(source);
      const first = await ask(engine, MESSAGES, {
        maxNewTokens: made,
        sampling: GREEDY,
      });
      const begun = { text: first.text, tokenIds: idsOf(first) };
      for (const on of [engine, await loaded(source)]) {
        const second = await ask(on, MESSAGES, {
          begun,
          maxNewTokens: 24 - made,
          sampling: GREEDY,
        });
        const before = begunOf(second);
        expect([...begun.tokenIds, ...idsOf(second)]).toEqual(idsOf(whole));
        expect(before?.kind === 'begun' && before.text + second.text).toBe(whole.text);
        expect(second.promptTokens).toBe(first.promptTokens + made);
      }
    },
  );

  test('computes nothing again that is still there', async () => {
    const engine = await loaded(await endless());
    const first = await ask(engine, MESSAGES, { maxNewTokens: 10 });
    const second = await ask(engine, MESSAGES, {
      begun: { text: first.text, tokenIds: idsOf(first) },
      maxNewTokens: 2,
    });
    // the last token was said and not read yet
    expect(second.reusedTokens).toBe(second.promptTokens - 1);
  });

  test('is read from its text when its tokens do not spell it', async () => {
    const engine = await loaded(await endless());
    const begun = { text: 'Take <|im_end|>', tokenIds: [1, 2, 3] };
    const reply = await ask(engine, MESSAGES, { begun, maxNewTokens: 2 });
    const plain = await ask(engine, MESSAGES, { maxNewTokens: 1 });
    // a token for every letter, also of what spells a special token
    expect(reply.promptTokens - plain.promptTokens).toBe(begun.text.length);
    expect(begunOf(reply)).toMatchObject({ text: begun.text });
  });
});
