import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

const FILM = 'src/testing/golden/plain/image-0.png';
const OTHER = 'src/testing/golden/plain/image-1.png';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('an image is turned, zoomed and moved by keys, and reset', async ({
  clinic,
  page,
}) => {
  const { viewer, image, stage } = await opened(clinic);
  await expect(stage).toBeFocused();
  const fitted = await boxOf(image);

  await page.keyboard.press('+');
  expect((await boxOf(image)).width).toBeCloseTo(fitted.width * 1.25, 0);
  const zoomed = await boxOf(image);
  await page.keyboard.press('ArrowDown');
  expect((await boxOf(image)).y).toBeCloseTo(zoomed.y - 60, 0);
  await page.keyboard.press('=');
  expect(await boxOf(image)).toEqual(fitted);

  await page.keyboard.press('r');
  const turned = await boxOf(image);
  expect(turned.width / turned.height).toBeCloseTo(fitted.height / fitted.width, 2);
  await page.keyboard.press('i');
  await expect(image).toHaveCSS('filter', 'invert(1)');
  const invert = viewer.getByRole('button', { name: 'Invert' });
  await expect(invert).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  expect(await boxOf(image)).toEqual(fitted);
  await expect(image).toHaveCSS('filter', 'none');

  await page.keyboard.press('0');
  await expect(viewer.getByText('100 %').first()).toBeVisible();
  await viewer.getByRole('button', { name: 'Brightness and contrast' }).click();
  await viewer.getByRole('slider', { name: 'Brightness' }).press('ArrowRight');
  await expect(image).toHaveCSS('filter', 'brightness(1.05)');

  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'View image-0.png' })).toBeFocused();
});

test('an image is zoomed by the wheel and by two fingers, and dragged', async ({
  clinic,
  page,
}) => {
  const { image, stage } = await opened(clinic);
  const fitted = await boxOf(image);
  const { x, y, width, height } = await boxOf(stage);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, -400);
  await expect
    .poll(async () => (await boxOf(image)).width)
    .toBeGreaterThan(fitted.width * 1.5);
  const zoomed = await boxOf(image);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 - 50, { steps: 4 });
  await page.mouse.up();
  expect((await boxOf(image)).y).toBeCloseTo(zoomed.y - 50, 0);

  await page.keyboard.press('Space');
  await pinch(page, stage, 2);
  expect((await boxOf(image)).width / fitted.width).toBeCloseTo(2, 1);
});

test('the images of the consultation follow one another', async ({ clinic, page }) => {
  await clinic.attach(FILM);
  await clinic.askAndWait('And this?');
  await clinic.attach(OTHER);
  await page.getByRole('button', { name: 'View image-0.png' }).click();

  const first = page.getByRole('dialog', { name: 'image-0.png' });
  await expect(first.getByRole('status').first()).toHaveText('1 / 2');
  await page.keyboard.press('ArrowRight');
  const second = page.getByRole('dialog', { name: 'image-1.png' });
  await expect(second.getByRole('img', { name: 'image-1.png' })).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(first).toBeVisible();
});

test('what the model sees is shown with its patches and tokens', async ({
  clinic,
  page,
}) => {
  const { viewer } = await opened(clinic);
  await viewer.getByRole('button', { name: 'What the model sees' }).click();

  const seen = viewer.getByRole('img', { name: 'image-0.png as the model sees it' });
  await expect(seen).toBeVisible();
  const size = await seen.evaluate((canvas: HTMLCanvasElement) => ({
    width: canvas.width,
    height: canvas.height,
  }));
  const tokens = (size.width / 28) * (size.height / 28);
  await expect(viewer.getByRole('status').last()).toContainText(
    `Tiny is given ${size.width} × ${size.height} pixels`,
  );
  await expect(viewer.getByRole('status').last()).toContainText(`into ${tokens} token`);
  await expect(viewer).not.toContainText('Reduced');

  await page.keyboard.press('Escape');
  await attachLarge(page);
  await page.getByRole('button', { name: 'View large.png' }).click();
  const large = page.getByRole('dialog', { name: 'large.png' });
  await large.getByRole('button', { name: 'What the model sees' }).click();
  await expect(large).toContainText(/Reduced \d/);
});

test('a region drawn with the mouse is asked about, pixel for pixel', async ({
  clinic,
  page,
}) => {
  await attachLarge(page);
  await page.getByRole('button', { name: 'View large.png' }).click();
  const viewer = page.getByRole('dialog', { name: 'large.png' });
  await viewer.getByRole('button', { name: 'Actual pixels' }).click();
  await viewer.getByRole('button', { name: 'Region' }).click();
  const { x, y } = await boxOf(viewer.getByRole('img', { name: 'large.png' }));
  const at = {
    x: Math.ceil(Math.max(0, x)) + 300,
    y: Math.ceil(Math.max(120, y)) + 200,
  };
  await drag(page, { x: 40, y: 200 }, { x: 50, y: 210 });
  await expect(viewer).toContainText('a region has at least 28 on each side');
  await expect(
    viewer.getByRole('button', { name: 'Ask about this region' }),
  ).toBeDisabled();

  await drag(page, at, { x: at.x + 90, y: at.y + 60 });
  const rect = viewer.getByRole('application', { name: /^Region of/ });
  const label = (await rect.getAttribute('aria-label')) ?? '';
  const [width, height, left, top] = label.match(/\d+/g)?.map(Number) ?? [];
  await viewer.getByRole('button', { name: 'Ask about this region' }).click();

  await expect(viewer).toHaveCount(0);
  await expect(clinic.message).toBeFocused();
  const cut = clinic.imagesToSend.getByRole('button', {
    name: 'View large region.png',
  });
  await expect(cut).toBeVisible();
  const pixels = await cut.locator('img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const last = [canvas.width - 1, canvas.height - 1] as const;
    return {
      size: [canvas.width, canvas.height],
      first: [...(context?.getImageData(0, 0, 1, 1).data ?? [])],
      last: [...(context?.getImageData(...last, 1, 1).data ?? [])],
    };
  });
  expect(pixels.size).toEqual([width, height]);
  expect(pixels.first).toEqual(pixelAt(left ?? 0, top ?? 0));
  expect(pixels.last).toEqual(
    pixelAt((left ?? 0) + (width ?? 0) - 1, (top ?? 0) + (height ?? 0) - 1),
  );
});

test('a region is made, moved, sized and sent by keys alone', async ({
  clinic,
  page,
}) => {
  const { viewer } = await opened(clinic);
  await viewer.getByRole('button', { name: 'Region' }).focus();
  await page.keyboard.press('Enter');
  const region = viewer.getByRole('application', { name: /^Region of/ });
  await expect(region).toBeFocused();
  const before = await region.getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await expect(region).not.toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Escape');
  await expect(region).toHaveCount(0);
  await viewer.getByRole('button', { name: 'Region' }).press('Enter');
  await expect(region).toBeFocused();
  const ask = viewer.getByRole('button', { name: 'Ask about this region' });
  await ask.focus();
  await page.keyboard.press('Enter');
  await expect(viewer).toHaveCount(0);
  await expect(clinic.imagesToSend).toContainText('image-0 region.png');

  await clinic.askAndWait('What is this part?');
  const asked = clinic.questions.last();
  await asked.getByRole('button', { name: 'View image-0 region.png' }).click();
  const cut = page.getByRole('dialog', { name: 'image-0 region.png' });
  await expect(cut).toContainText('A region of another image');
});

test('images of the draft change places by keys and by dragging', async ({
  clinic,
  page,
}) => {
  await clinic.attach(FILM, OTHER);
  const names = clinic.imagesToSend.getByRole('listitem');
  await expect(names).toContainText(['image-0.png', 'image-1.png']);
  const button = page.getByRole('button', { name: 'Move image-1.png to the left' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(names).toContainText(['image-1.png', 'image-0.png']);
  await expect(button).toBeFocused();
  await names.first().dragTo(names.last());
  await expect(names).toContainText(['image-0.png', 'image-1.png']);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the viewer passes axe, wide and on a phone', async ({ clinic, page }) => {
      await expect(clinic.message).toBeVisible();
      await attachLarge(page);
      await isAccessible(page);
      await page.getByRole('button', { name: 'View large.png' }).click();
      const viewer = page.getByRole('dialog', { name: 'large.png' });
      await viewer.getByRole('button', { name: 'Brightness and contrast' }).click();
      await isAccessible(page);
      await viewer.getByRole('button', { name: 'What the model sees' }).click();
      await expect(viewer).toContainText(/Reduced \d/);
      await viewer.getByRole('button', { name: 'Region' }).click();
      await isAccessible(page);
      await page.setViewportSize({ width: 390, height: 800 });
      await isAccessible(page);
    });
  });
}

/** A sent image, opened. */
async function opened(clinic: Clinic) {
  await clinic.attach(FILM);
  await clinic.askAndWait('What do you see?');
  await clinic.page.getByRole('button', { name: 'View image-0.png' }).click();
  const viewer = clinic.page.getByRole('dialog', { name: 'image-0.png' });
  const image = viewer.getByRole('img', { name: 'image-0.png', exact: true });
  await expect(image).toBeVisible();
  const stage = viewer.getByRole('group', { name: /^image-0\.png/ });
  return { viewer, image, stage };
}

const LARGE = { width: 2400, height: 1600 };

/** What `attachLarge` paints at a pixel. */
function pixelAt(x: number, y: number): number[] {
  return [x % 256, y % 256, (x * 7 + y * 13) % 256, 255];
}

/** Attaches a picture larger than the model is given, every pixel of which says where it is. */
async function attachLarge(page: Page): Promise<void> {
  const files = await page.evaluateHandle(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const pixels = new ImageData(width, height);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      pixels.data.set([x % 256, y % 256, (x * 7 + y * 13) % 256, 255], i * 4);
    }
    canvas.getContext('2d')?.putImageData(pixels, 0, 0);
    const transfer = new DataTransfer();
    transfer.items.add(new File([await canvas.convertToBlob()], 'large.png'));
    return transfer;
  }, LARGE);
  await page
    .locator('input[type=file][accept^="image/*"]')
    .evaluate((input: HTMLInputElement, transfer) => {
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, files);
  await expect(page.getByRole('button', { name: 'View large.png' })).toBeVisible();
}

interface At {
  readonly x: number;
  readonly y: number;
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box;
}

async function drag(page: Page, from: At, to: At): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** Two fingers that move apart until their distance is `factor` times as long. */
async function pinch(page: Page, stage: Locator, factor: number): Promise<void> {
  const { x, y, width, height } = await boxOf(stage);
  const middle = { x: x + width / 2, y: y + height / 2 };
  const touch = await page.context().newCDPSession(page);
  const points = (half: number) => [
    { x: middle.x - half, y: middle.y, id: 1 },
    { x: middle.x + half, y: middle.y, id: 2 },
  ];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', half?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: half === undefined ? [] : points(half),
    });
  await send('touchStart', 50);
  for (let step = 1; step <= 5; step++) {
    await send('touchMove', 50 * factor ** (step / 5));
  }
  await send('touchEnd');
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(300); // what opens or closes has done so
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    ),
  ).toEqual([]);
}
