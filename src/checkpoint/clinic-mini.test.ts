import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CLINIC_MINI_OPTIONS } from './clinic-mini.ts';
import { readManifest } from './read-manifest.ts';

it('is bundled with what its build says of it', async () => {
  const path = 'public/checkpoints/clinic-mini/manifest.json';
  const manifest = readManifest(JSON.parse(await readFile(path, 'utf8')));
  const { name, licence, source, languages } = CLINIC_MINI_OPTIONS;
  const { understandsImages, isDemonstration } = CLINIC_MINI_OPTIONS;
  expect(languages).toEqual(['en']);
  expect(manifest).toMatchObject({
    name,
    licence,
    source,
    languages,
    isDemonstration,
  });
  const [adapter] = manifest.adapters;
  // an adapter may have learned to see
  expect(adapter?.base ?? manifest).toMatchObject({ understandsImages });
});
