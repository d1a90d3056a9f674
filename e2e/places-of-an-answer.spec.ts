import { AxeBuilder } from '@axe-core/playwright';
import type { WrittenConsultation } from './writer/page-api.ts';
import { expect, test } from './writer/writer-test.ts';

const PLACES = [
  { bbox_2d: [4, 4, 20, 20], label: 'left infiltrate' },
  { bbox_2d: [30, 4, 9000, 20] },
  { point_2d: [10, 10], label: 'tip of the catheter' },
  { bbox_2d: [5000, 5000, 6000, 6000], label: 'outside' },
];

const ANSWER = `There:\n\n\`\`\`json\n${JSON.stringify(PLACES, null, 2)}\n\`\`\``;

const ONE: WrittenConsultation = {
  id: 'one',
  title: 'One film',
  turns: [
    { role: 'user', text: 'Where?', images: [{ name: 'film.png', number: 1 }] },
    { role: 'assistant', text: ANSWER },
  ],
};
const TWO: WrittenConsultation = {
  id: 'two',
  title: 'Two films',
  turns: [
    {
      role: 'user',
      text: 'Where?',
      images: [
        { name: 'older.png', number: 1 },
        { name: 'newer.png', number: 2 },
      ],
    },
    { role: 'assistant', text: ANSWER },
  ],
};

test('what an answer points at is drawn on the image, and listed', async ({
  openWritten,
  page,
}) => {
  await openWritten(ONE);
  await page.getByRole('button', { name: 'Show on the image' }).click();

  const viewer = page.getByRole('dialog', { name: 'film.png' });
  const places = viewer.getByRole('list', { name: 'What the model points at' });
  await expect(places.getByRole('button')).toHaveCount(3);
  await expect(places.getByRole('button').nth(1)).toHaveAccessibleName(/^Place 2: /);
  await expect(viewer.getByText('1 place lies outside this image')).toBeVisible();
  const marks = viewer.getByTestId('places').locator('> div');
  await expect(marks).toHaveCount(3);
  const image = await viewer.getByRole('img', { name: 'film.png' }).boundingBox();
  for (const mark of await marks.all()) {
    const box = await mark.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual((image?.x ?? 0) - 9);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      (image?.x ?? 0) + (image?.width ?? 0) + 9,
    );
  }
  const [first] = await places.getByRole('button').all();
  await first?.press('Enter');
  await expect(places.getByRole('button', { pressed: true })).toHaveAccessibleName(
    /^left infiltrate: \d+ × \d+ pixels/,
  );
  const { violations } = await new AxeBuilder({ page })
    .include('[role=dialog]')
    .analyze();
  expect(violations).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Show on the image' })).toBeFocused();
});

test('of several images one chooses on which', async ({ openWritten, page }) => {
  await openWritten(TWO);
  await page.getByRole('button', { name: 'Show on the image' }).press('Enter');
  await page.getByRole('menuitem', { name: 'older.png' }).press('Enter');

  const viewer = page.getByRole('dialog', { name: 'older.png' });
  await expect(viewer.getByTestId('places')).toBeVisible();
  await viewer.getByRole('button', { name: 'Next image' }).click();
  const other = page.getByRole('dialog', { name: 'newer.png' });
  await expect(other.getByTestId('places')).toHaveCount(0);
});

test('places that another checkpoint named are not drawn as if this one had', async ({
  openWritten,
  page,
}) => {
  const [question, answer] = ONE.turns;
  if (question === undefined || answer === undefined) throw new Error('Two turns.');
  const turns = [question, { ...answer, checkpoint: 'Another-7B' }];
  await openWritten({ ...ONE, turns });

  await expect(page.getByText('Load Another-7B to see them')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show on the image' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save as a picture' })).toHaveCount(0);
});
