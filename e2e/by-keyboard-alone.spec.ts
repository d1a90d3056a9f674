import type { Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { expect, slowTest as slowBase, test as base } from './clinic-test.ts';
import { Keyboard } from './keyboard.ts';

const FILM = 'src/testing/golden/plain/image-0.png';
const PASSPHRASE = 'correct horse battery';

interface ByKeyboard {
  readonly keyboard: Keyboard;
}

const withKeyboard = {
  keyboard: async (
    { page }: { page: Page },
    use: (keyboard: Keyboard) => Promise<void>,
  ) => {
    const keyboard = await Keyboard.alone(page);
    await use(keyboard);
    keyboard.expectNoPointer();
  },
};
const test = base.extend<ByKeyboard>(withKeyboard);
const slowTest = slowBase.extend<ByKeyboard>(withKeyboard);

// whoever accepts it does so by keyboard, too
test.use({ acceptsUse: false });
slowTest.use({ acceptsUse: false });

test('the first start leads to the accepted use and to the first answer', async ({
  keyboard,
  page,
  site,
}) => {
  const clinic = await begin(keyboard, page, site.url);
  await keyboard.type('What causes chest pain?');
  await page.keyboard.press('Enter');
  await clinic.isFinished();
  await keyboard.isOn(clinic.message);
});

slowTest(
  'a consultation: facts, an image, a stop, another answer, a branch, a review',
  async ({ keyboard, page, site }) => {
    const clinic = await begin(keyboard, page, site.url);
    const show = page.getByRole('button', { name: 'Show the case' });
    await keyboard.push(show);
    await keyboard.tabTo(page.getByRole('textbox', { name: 'Patient’s age' }));
    await keyboard.type('54');
    await keyboard.tabTo(page.getByRole('textbox', { name: 'Known allergies' }));
    await keyboard.type('penicillin');
    await keyboard.push(page.getByRole('button', { name: 'Close the case' }));
    await keyboard.isOn(show);

    const chooser = page.waitForEvent('filechooser');
    await keyboard.push(page.getByRole('button', { name: 'Add images' }));
    await (await chooser).setFiles(FILM);
    await expect(clinic.imagesToSend.getByRole('listitem')).toHaveCount(1);
    await keyboard.hasVisibleFocus();
    await keyboard.tabTo(page.getByRole('textbox', { name: 'Caption of image-0.png' }));
    await keyboard.type('Left knee');
    await keyboard.tabTo(clinic.message);
    await keyboard.type('What do you see?');
    await page.keyboard.press('Enter');

    await clinic.hasGrown(250); // the note on images is 120 of them
    await keyboard.push(clinic.stopButton);
    await clinic.isFinished();
    await keyboard.isOn(clinic.message);

    await keyboard.push(page.getByRole('button', { name: 'Regenerate' }));
    await keyboard.hasVisibleFocus();
    await clinic.hasGrown(250); // the note on images is 120 of them
    await keyboard.push(clinic.stopButton, ' ');
    await clinic.isFinished();
    await keyboard.isOn(clinic.message);

    await keyboard.push(page.getByRole('button', { name: 'Earlier version' }));
    await keyboard.isOn(page.getByRole('group', { name: 'Version 1 of 2' }));

    const correct = page.getByRole('button', { name: 'Reviewed: correct it' });
    await keyboard.push(correct);
    const dialog = page.getByRole('dialog', { name: 'Reviewed: correct it' });
    await keyboard.tabTo(dialog.getByRole('textbox', { name: 'Your version' }));
    await page.keyboard.press('Control+a');
    await keyboard.type('Take an ECG first.');
    await keyboard.push(dialog.getByRole('button', { name: 'Save' }));
    await expect(dialog).toHaveCount(0);
    await keyboard.isOn(correct);
    await expect(clinic.answers.last()).toContainText('Take an ECG first.');
  },
);

test('searching, and opening what is found; beginning another', async ({
  keyboard,
  page,
  site,
}) => {
  const clinic = await begin(keyboard, page, site.url);
  await askByKeyboard(clinic, keyboard, 'Is it asthma?');
  await keyboard.push(clinic.list.getByRole('button', { name: 'New consultation' }));
  await keyboard.isOn(clinic.message);
  await askByKeyboard(clinic, keyboard, 'Is it gout?');

  const search = page.getByRole('combobox', { name: 'Search consultations' });
  await keyboard.tabTo(search);
  await keyboard.type('asthma');
  await expect(page.getByRole('option')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(clinic.questions).toContainText(['Is it asthma?']);
  await keyboard.hasVisibleFocus();

  await keyboard.tabTo(search);
  await keyboard.press('Escape');
  await expect(search).toHaveValue('');
  const other = clinic.list.getByRole('button', { name: 'Is it gout?', exact: true });
  await keyboard.push(other);
  await expect(clinic.questions).toContainText(['Is it gout?']);
  await keyboard.isOn(clinic.message);

  const actions = page.getByRole('button', { name: 'Actions for “Is it gout?”' });
  await keyboard.push(actions);
  const menu = page.getByRole('menu');
  await keyboard.isOn(menu.getByRole('menuitem', { name: 'Details' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Consultation details' });
  await keyboard.tabTo(details.getByRole('textbox', { name: 'Tags' }));
  await keyboard.type('foot');
  await page.keyboard.press('Enter');
  await expect(details).toHaveCount(0);
  await keyboard.isOn(actions);
});

test('locking and unlocking', async ({ keyboard, page, site }) => {
  const clinic = await begin(keyboard, page, site.url);
  await askByKeyboard(clinic, keyboard, 'First.');
  const security = page.getByRole('button', { name: 'Security' });
  await keyboard.push(security);
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await keyboard.tabTo(dialog.getByLabel('New passphrase'));
  await keyboard.type(PASSPHRASE);
  await keyboard.tabTo(dialog.getByLabel('The same once more'));
  await keyboard.type(PASSPHRASE);
  await keyboard.push(dialog.getByRole('button', { name: 'Set a passphrase' }));
  const written = dialog.getByRole('button', { name: 'I have written it down' });
  await expect(written).toBeVisible();
  await keyboard.isOn(dialog.getByRole('status', { name: 'Recovery code' }));
  await keyboard.push(written);
  await expect(dialog).toHaveCount(0);
  await keyboard.isOn(security);

  await keyboard.push(page.getByRole('button', { name: 'Lock now' }));
  const typed = page.getByLabel('Passphrase or recovery code');
  await keyboard.isOn(typed);
  await keyboard.type(`${PASSPHRASE}!`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('neither');
  await keyboard.tabTo(typed);
  await page.keyboard.press('Control+a');
  await keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(clinic.questions).toContainText(['First.']);
  await keyboard.isOn(clinic.message);
});

test('every dialog of the menu opens, holds the focus and gives it back', async ({
  keyboard,
  page,
  site,
}) => {
  await begin(keyboard, page, site.url);
  const menu = page.getByRole('button', { name: 'Menu' });
  for (const [entry, title] of [
    ['Checkpoints…', 'Checkpoints'],
    ['Backup and export…', 'Backup'],
    ['Storage', 'Storage'],
    ['Security', 'Security'],
    ['templates', 'templates'],
    ['Requests', 'Requests'],
    ['Keyboard', 'Keyboard'],
    ['Intended use', 'Intended use'],
  ] as const) {
    await keyboard.push(menu);
    const item = page.getByRole('menuitem', { name: new RegExp(entry, 'i') });
    await expect(item).toBeVisible();
    await keyboard.hasVisibleFocus();
    for (let presses = 0; presses < 10; presses++) {
      if (await item.evaluate((it) => it === document.activeElement)) break;
      await keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: new RegExp(title, 'i') });
    await expect(dialog).toBeVisible();
    await keyboard.hasVisibleFocus();
    await keyboard.tabTo(
      dialog.getByRole('button', { name: 'Close' }).first(),
      'Shift+Tab',
    );
    await keyboard.press('Tab');
    expect(await dialog.evaluate((it) => it.contains(document.activeElement))).toBe(
      true,
    );
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await keyboard.isOn(menu);
  }
});

test('looking at an image: zoom, a region, and back to where one was', async ({
  keyboard,
  page,
  site,
}) => {
  const clinic = await begin(keyboard, page, site.url);
  const chooser = page.waitForEvent('filechooser');
  await keyboard.push(page.getByRole('button', { name: 'Add images' }));
  await (await chooser).setFiles(FILM);
  const view = page.getByRole('button', { name: 'View image-0.png' });
  await keyboard.push(view);
  const viewer = page.getByRole('dialog', { name: 'image-0.png' });
  const stage = viewer.getByRole('group', { name: /^image-0\.png/ });
  await keyboard.isOn(stage);
  const size = viewer.getByRole('status', { name: 'Zoom' });
  const before = await size.innerText();
  await keyboard.press('+');
  await expect(size).not.toHaveText(before);
  await keyboard.press('=');
  await keyboard.push(viewer.getByRole('button', { name: 'Region', exact: true }));
  const region = viewer.getByRole('application', { name: /^Region of/ });
  await keyboard.isOn(region);
  const drawn = await region.getAttribute('aria-label');
  await keyboard.press('Shift+ArrowLeft');
  await expect(region).not.toHaveAttribute('aria-label', drawn ?? '');
  await keyboard.press('Escape');
  await expect(region).toHaveCount(0);
  await keyboard.hasVisibleFocus();
  await keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await keyboard.isOn(view);

  await page.keyboard.press('Enter');
  await keyboard.push(viewer.getByRole('button', { name: 'Region', exact: true }));
  await keyboard.push(viewer.getByRole('button', { name: 'Ask about this region' }));
  await expect(viewer).toHaveCount(0);
  await keyboard.isOn(clinic.message);
});

/** The page, ready, its intended use accepted. */
async function begin(keyboard: Keyboard, page: Page, url: string): Promise<Clinic> {
  const clinic = new Clinic(page);
  await page.goto(url);
  const dialog = page.getByRole('dialog', { name: 'Intended use' });
  await expect(dialog).toBeVisible();
  await keyboard.push(
    dialog.getByRole('button', { name: 'I have read this and accept it' }),
  );
  await expect(dialog).toHaveCount(0);
  await keyboard.isOn(clinic.message);
  await clinic.isReady();
  return clinic;
}

/** Types into the message, which has the focus, and waits for the answer. */
async function askByKeyboard(
  clinic: Clinic,
  keyboard: Keyboard,
  question: string,
): Promise<void> {
  await keyboard.type(question);
  await clinic.page.keyboard.press('Enter');
  await expect(clinic.questions.last()).toContainText(question);
  await clinic.isFinished();
}
