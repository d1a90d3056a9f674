import { expect, test } from './clinic-test.ts';

test.use({ locale: 'zh-CN' });

test('a Chinese browser gets a Chinese page, and is told what the model speaks', async ({
  page,
  site,
}) => {
  await page.goto(site.url);

  await expect(page.getByRole('heading', { name: '请问有什么问题？' })).toBeVisible();
  await expect(page.getByText('科研软件，不是医疗器械')).toBeVisible();
  await expect(page.getByRole('button', { name: '模型与设备' })).toContainText(
    /CPU|WebGPU/,
    { timeout: 90_000 },
  );

  await expect(page.getByText('Tiny 只懂英语')).toHaveCount(1);
  await page.getByRole('button', { name: 'What are common causes' }).click();
  const message = page.getByRole('textbox', { name: '消息' });
  await expect(message).toHaveValue(/chest pain/);
  await message.fill('胸痛的常见原因有哪些？');
  await expect(page.getByText('Tiny 只懂英语，读不懂您写的内容')).toBeVisible();
  await message.press('Enter');

  await expect(page.getByRole('article', { name: '您' })).toContainText('胸痛');
  const answer = page.getByRole('article', { name: 'AI 草稿' });
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 90_000 });
  await expect(answer).toContainText('词元/秒');
});

test('Enter that picks a word of an input method does not send', async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  const message = page.getByRole('textbox', { name: '消息' });
  // ready to send, or an Enter that did nothing would say nothing
  await message.fill('x');
  await expect(page.getByRole('button', { name: '发送' })).toBeEnabled();
  await message.fill('');
  const keyboard = await page.context().newCDPSession(page);

  await keyboard.send('Input.imeSetComposition', {
    text: 'xiong',
    selectionStart: 5,
    selectionEnd: 5,
  });
  await message.press('Enter');
  await expect(page.getByRole('article', { name: '您' })).toHaveCount(0);
  await expect(message).toHaveValue(/xiong/);

  await keyboard.send('Input.insertText', { text: '胸痛' });
  await message.press('Enter');
  await expect(page.getByRole('article', { name: '您' })).toContainText('胸痛');
});

test('Shift+Enter starts a line, Enter sends', async ({ page, site }) => {
  await page.goto(site.url);
  const message = page.getByRole('textbox', { name: '消息' });
  await message.pressSequentially('一');
  await message.press('Shift+Enter');
  await message.pressSequentially('二');

  await expect(message).toHaveValue('一\n二');
  await expect(page.getByRole('button', { name: '发送' })).toBeEnabled();

  await message.press('Enter');
  await expect(page.getByRole('article', { name: '您' })).toContainText('一\n二');
});

test('what went wrong is said in Chinese, with the technical English behind it', async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  await expect(page.getByRole('textbox', { name: '消息' })).toBeVisible();
  await page
    .locator('input[type=file][accept^="image/*"]')
    .setInputFiles('package.json');

  const notice = page.getByRole('log');
  await expect(notice).toContainText('“package.json”已损坏，或不是本浏览器能读取的');
  const technical = notice.getByText('package.json is not an image');
  await expect(technical).toBeHidden();
  await notice.getByText('详情').click();
  await expect(technical).toBeVisible();
});
