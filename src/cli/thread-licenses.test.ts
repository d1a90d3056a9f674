import { expect, test } from 'vitest';
import { packageOf } from './thread-licenses.ts';

test('a module names the package it is of', () => {
  expect(packageOf('/app/node_modules/pdfjs-dist/legacy/build/pdf.mjs')).toBe(
    'pdfjs-dist',
  );
  expect(packageOf('/app/node_modules/@huggingface/gguf/dist/index.mjs?commonjs')).toBe(
    '@huggingface/gguf',
  );
  expect(packageOf('/app/node_modules/a/node_modules/b/index.js')).toBe('b');
  expect(packageOf('/app/src/main.tsx')).toBeUndefined();
});
