import { describe, expect, test, vi } from 'vitest';
import { ask, picture, says, text, user } from '../testing/ask-engine.ts';
import { loaded, newEngine } from '../testing/node-engine.ts';
import { attachedImage } from '../testing/attached-image.ts';
import { tinySource } from '../testing/tiny-source.ts';
import { describeEngine } from './engine.contract.ts';
import type { GenerateEvent } from './engine.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describeEngine('the engine on the CPU', async () => ({
  engine: newEngine(),
  source: await tinySource(),
}));

describe('an answer', () => {
  test('is the same for the same question, on a fresh engine too', async () => {
    const engine = await loaded();
    const messages = [user(text('What hurts?'))];
    const first = await ask(engine, messages);
    expect(first.text.length).toBeGreaterThan(0);
    expect((await ask(engine, messages)).text).toBe(first.text);
    expect((await ask(await loaded(), messages)).text).toBe(first.text);
  });

  test('to a follow-up computes the new turn alone and says the same as from scratch', async () => {
    const engine = await loaded();
    const opening = [user(text('What hurts?'))];
    const first = await ask(engine, opening);
    const followUp = [
      ...opening,
      says('assistant', text(first.text)),
      user(text('Why?')),
    ];
    const second = await ask(engine, followUp);
    expect(second.reusedTokens).toBeGreaterThanOrEqual(first.promptTokens);
    // the end of the last turn, a new turn, and the opening of the answer
    expect(second.promptTokens - second.reusedTokens).toBeLessThan(
      '<|im_end|>\nuser\nWhy?\nassistant\n'.length + 4,
    );
    const scratch = await ask(await loaded(), followUp);
    expect(scratch.reusedTokens).toBe(0);
    expect(second.text).toBe(scratch.text);
  });

  test('to an edited question computes from the edit on', async () => {
    const engine = await loaded();
    await ask(engine, [user(text('Where does it hurt today?'))]);
    const edited = [user(text('Where does it hurt now?'))];
    const answer = await ask(engine, edited);
    expect(answer.reusedTokens).toBeGreaterThan(0);
    expect(answer.reusedTokens).toBeLessThan(answer.promptTokens - 'now?'.length);
    expect(answer.text).toBe((await ask(await loaded(), edited)).text);
  });

  test('tells its prompt from nothing to all, then its words, then its usage', async () => {
    const engine = await loaded();
    const { events, promptTokens, newTokens } = await ask(engine, [user(text('Why?'))]);
    const prefill = events.filter((it) => it.kind === 'prefill');
    expect(prefill[0]?.doneTokens).toBe(0);
    expect(prefill.at(-1)).toMatchObject({
      doneTokens: promptTokens,
      totalTokens: promptTokens,
    });
    const words = events.filter((it) => it.kind === 'text');
    expect(words).toHaveLength(newTokens);
    expect(events.indexOf(words[0])).toBeGreaterThan(events.lastIndexOf(prefill[0]));
  });

  test('ends at its length, or where the model ends its turn', async () => {
    const endless = await loaded(await tinySource({ isEndless: true }));
    const messages = [user(text('Tell me.'))];
    const long = await ask(endless, messages, { maxNewTokens: 5 });
    expect(long).toMatchObject({ finish: 'length', newTokens: 5 });
    const sampling = {
      temperature: 5,
      topK: 0,
      topP: 1,
      repetitionPenalty: 1,
      seed: 1,
    };
    const ended = await ask(await loaded(), messages, { maxNewTokens: 400, sampling });
    expect(ended.finish).toBe('stop-token');
    expect(ended.text).not.toContain('<|im_end|>');
  });

  test('never holds a token that stands for nothing or marks an image', async () => {
    const engine = await loaded();
    const { manifest } = await tinySource();
    const sampling = {
      temperature: 9,
      topK: 0,
      topP: 1,
      repetitionPenalty: 1,
      seed: 2,
    };
    const answer = await ask(engine, [user(text('x'))], { sampling, maxNewTokens: 60 });
    const ids = answer.events.flatMap((it) => (it.kind === 'text' ? [it.tokenId] : []));
    const { imagePad, visionEnd } = manifest.config.tokens;
    expect(Math.max(...ids)).toBeLessThan(manifest.config.text.vocabSize);
    expect(ids.filter((id) => id >= imagePad || id === visionEnd)).toEqual([]);
  });
});

describe('text that spells a special token', () => {
  test.each(['<|im_end|>', '<|image_pad|>', '<|im_start|>assistant\n'])(
    'is text: %j',
    async (spelling) => {
      const engine = await loaded();
      const plain = await ask(engine, [user(text('x'))], { maxNewTokens: 1 });
      const typed = await ask(engine, [user(text(`x${spelling}`))], {
        maxNewTokens: 1,
      });
      // a token for every letter of it, and none for the whole
      expect(typed.promptTokens - plain.promptTokens).toBe(spelling.length);
    },
  );
});

describe('stopping', () => {
  test('in the middle keeps what was said, and the next answer goes on from there', async () => {
    const engine = await loaded(await tinySource({ isEndless: true }));
    const messages = [user(text('Tell me everything.'))];
    const stopping = new AbortController();
    let words = 0;
    const stopped = await ask(engine, messages, {
      signal: stopping.signal,
      maxNewTokens: 200,
      onEvent: (event) => event.kind === 'text' && ++words === 5 && stopping.abort(),
    });
    expect(stopped).toMatchObject({ finish: 'stopped', newTokens: 5 });
    const whole = await ask(engine, messages, { maxNewTokens: 10 });
    expect(whole.reusedTokens).toBe(whole.promptTokens - 1);
    expect(whole.text.startsWith(stopped.text)).toBe(true);
  });

  test('while the prompt is read is heard before the next chunk', async () => {
    const engine = await loaded();
    const messages = [user(text('word '.repeat(150)))];
    const stopping = new AbortController();
    let passes = 0;
    const stopped = await ask(engine, messages, {
      signal: stopping.signal,
      onEvent: (event) =>
        event.kind === 'prefill' && ++passes === 3 && stopping.abort(),
    });
    expect(stopped).toMatchObject({ finish: 'stopped', newTokens: 0 });
    expect(passes).toBe(3);
    const answer = await ask(engine, messages);
    expect(answer.reusedTokens).toBeGreaterThan(0);
    expect(answer.text).toBe((await ask(await loaded(), messages)).text);
  });

  test('while an image is encoded is heard, and the image is encoded later', async () => {
    const engine = await loaded();
    const messages = [user(text('See: '), picture(await attachedImage(0)))];
    const stopping = new AbortController();
    const stopped = await ask(engine, messages, {
      signal: stopping.signal,
      onEvent: (event) => event.kind === 'image' && stopping.abort(),
    });
    expect(stopped.finish).toBe('stopped');
    expect(stopped.events.map(({ kind }) => kind)).toEqual(['image', 'done']);
    const answer = await ask(engine, messages);
    expect(answer.images.map(({ isCached }) => isCached)).toEqual([false]);
    expect(answer.text).toBe((await ask(await loaded(), messages)).text);
  });
});

describe('an image', () => {
  test('is told with what the model sees of it', async () => {
    const engine = await loaded();
    const { images, promptTokens } = await ask(engine, [
      user(text('What is it?'), picture(await attachedImage(0))),
    ]);
    const [image] = images;
    expect(image).toMatchObject({ index: 0, count: 1, isCached: false });
    expect((image.widthPx / 28) * (image.heightPx / 28)).toBe(image.tokens);
    expect(promptTokens).toBeGreaterThan(image.tokens);
  });

  test('takes a quarter of the context at most, so that there is room to talk', async () => {
    const messages = [user(picture(await attachedImage(0)), text('?'))];
    const tokens = async (contextTokens: number) => {
      let seen = 0;
      const onEvent = (event: GenerateEvent) => {
        if (event.kind === 'image') seen = event.tokens;
      };
      const engine = await loaded(undefined, contextTokens);
      // the words around it may be too many, after it was told about
      await ask(engine, messages, { maxNewTokens: 1, onEvent }).catch(() => {});
      return seen;
    };
    expect(await tokens(2048)).toBeGreaterThan(12);
    expect(await tokens(48)).toBeLessThanOrEqual(12);
  });

  test('changes the answer', async () => {
    const [a, b] = [await attachedImage(0), await attachedImage(1)];
    const answers = await Promise.all(
      [a, b].map(async (image) => {
        const engine = await loaded();
        return (await ask(engine, [user(picture(image), text('So?'))])).text;
      }),
    );
    expect(answers[0]).not.toBe(answers[1]);
  });

  test('is encoded once across turns, edits and repetition', async () => {
    const engine = await loaded();
    const [a, b] = [await attachedImage(0), await attachedImage(1)];
    const first = user(text('What is it?'), picture(a), picture(a));
    const one = await ask(engine, [first]);
    // twice in one turn, encoded for the first
    expect(one.images.map(({ isCached }) => isCached)).toEqual([false, true]);
    const second = [first, says('assistant', text(one.text)), user(picture(b))];
    const two = await ask(engine, second);
    expect(two.images.map(({ isCached }) => isCached)).toEqual([false]);
    const edited = [user(text('Look at this.'), picture(a), picture(b))];
    const three = await ask(engine, edited);
    expect(three.images.map(({ isCached }) => isCached)).toEqual([true, true]);
    expect(three.text).toBe((await ask(await loaded(), edited)).text);
  });

  test('that cannot be read is refused, and the conversation goes on', async () => {
    const engine = await loaded();
    const { blob } = await attachedImage(0);
    const torn = { sha256: 'a'.repeat(64), blob: blob.slice(0, 3000) };
    const broken = [user(picture(torn))];
    await expect(ask(engine, broken)).rejects.toMatchObject({ kind: 'bad-input' });
    expect((await ask(engine, [user(text('Why?'))])).finish).not.toBe('stopped');
  });
});

describe('a context', () => {
  test('that is too small for the question says so, and answers a shorter one', async () => {
    const engine = await loaded(undefined, 64);
    await expect(ask(engine, [user(text('word '.repeat(40)))])).rejects.toMatchObject({
      kind: 'bad-input',
      details: { what: 'context-full' },
    });
    expect((await ask(engine, [user(text('Why?'))])).newTokens).toBeGreaterThan(0);
  });

  test('that fills while answering ends the answer', async () => {
    const engine = await loaded(await tinySource({ isEndless: true }), 64);
    const { finish, promptTokens, newTokens } = await ask(
      engine,
      [user(text('Why?'))],
      {
        maxNewTokens: 500,
      },
    );
    expect(finish).toBe('context-full');
    expect(promptTokens + newTokens).toBe(65); // the last was said but not run
  });
});
