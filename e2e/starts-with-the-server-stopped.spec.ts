import { expect, keptForOffline, test } from './test.ts';

test('after one visit the page starts with the server stopped, isolated as before', async ({
  site,
  profile,
}) => {
  const first = await profile.open(site.url);
  await keptForOffline(first);
  await profile.closeBrowser();
  await site.stop();

  const page = await profile.open(site.url);

  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('with the server stopped the runtime is compiled from what was kept', async ({
  site,
  profile,
}) => {
  const page = await profile.open(site.url);
  await keptForOffline(page);
  await site.stop();

  const exported = await page.evaluate(async () => {
    const response = await fetch('/ort/ort-wasm-simd-threaded.wasm');
    return WebAssembly.Module.exports(await WebAssembly.compileStreaming(response))
      .length;
  });

  expect(exported).toBeGreaterThan(0);
});

test('an address inside the app starts with the server stopped too', async ({
  site,
  profile,
}) => {
  const page = await profile.open(site.url);
  await keptForOffline(page);
  await site.stop();

  await page.goto(`${site.url}somewhere`);

  await expect(page.locator('#root')).not.toBeEmpty();
});
