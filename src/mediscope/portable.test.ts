import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** What may come out differently on another machine, day or run. */
const UNSTABLE =
  /Math\.(random|sin|cos|tan|a?sinh?|a?cosh?|a?tanh?2?|exp|expm1|log\w*|pow|hypot|cbrt)\b|\*\*|\bDate\b|localeCompare|toLocale|Intl\.|performance\.|crypto\.(random|get)/;

test('nothing in the clinic depends on the machine, the day or the run', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter(
    (name) =>
      name.endsWith('.ts') &&
      !name.endsWith('.test.ts') &&
      !name.startsWith('evaluation'), // measures doctors, and makes nothing
  );
  expect(sources.length).toBeGreaterThan(50);
  const found = sources.filter((name) => {
    const code = readFileSync(join(folder, name), 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      '',
    );
    return UNSTABLE.test(code);
  });
  expect(found).toEqual([]);
});
