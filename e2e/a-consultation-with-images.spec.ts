import { must } from '../src/base/assert.ts';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';
const OLDER_FILM = 'src/testing/golden/plain/image-1.png';

test('a consultation with two images runs over three turns', async ({ clinic }) => {
  await clinic.attach(FILM, OLDER_FILM);
  await clinic.askAndWait('Compare the two films.');

  const shown = clinic.questions.first().getByRole('img');
  await expect(shown).toHaveCount(2);
  for (const image of await shown.all()) {
    await expect(image).toHaveJSProperty('complete', true);
    expect(
      await image.evaluate((one: HTMLImageElement) => one.naturalWidth),
    ).toBeGreaterThan(0);
  }

  await clinic.askAndWait('Which is newer?');
  await clinic.askAndWait('What is still missing?');

  await expect(clinic.questions).toHaveCount(3);
  await expect(clinic.answers).toHaveCount(3);
  await expect(clinic.imagesToSend).toHaveCount(0);
});

test('a follow-up turn reads only its own tokens', async ({ clinic }) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');
  await clinic.askAndWait('And now?');

  const provenance = await clinic.answers
    .last()
    .getByRole('list', { name: 'Where this answer came from' })
    .innerText();

  const [, prompt, reused] = must(
    /([\d,]+) read \(([\d,]+) reused\)/.exec(provenance),
    provenance,
  );
  const newTokens = count(prompt) - count(reused);
  expect(count(reused)).toBeGreaterThan(60);
  expect(newTokens).toBeLessThan(40);
});

test('an answer says that it is a draft, where it came from, and that images are not understood', async ({
  clinic,
}) => {
  await clinic.attach(FILM);
  await expect(
    clinic.page.getByText('Tiny does not understand images yet'),
  ).toBeVisible();
  await clinic.askAndWait('What do you see?');

  const answer = clinic.answers.last();
  await expect(answer.getByText('AI draft, not reviewed')).toBeVisible();
  await expect(answer.getByText('Tiny does not understand images yet')).toBeVisible();
  const provenance = answer.getByRole('list', { name: 'Where this answer came from' });
  await expect(provenance).toContainText(/Tiny/);
  await expect(provenance).toContainText(/CPU|WebGPU/);
  await expect(provenance).toContainText(/\d tokens\/s/);
});

function count(text: string | undefined): number {
  return Number(text?.replaceAll(',', ''));
}
