import { expect, test } from './test.ts';

test('the page starts without breaking its content security policy', async ({
  site,
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto(site.url);
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.evaluate(() => navigator.serviceWorker.ready);

  expect(complaints).toEqual([]);
});

test('scripts from elsewhere and HTML from strings are refused', async ({
  site,
  page,
}) => {
  await page.goto(site.url);

  const refused = await page.evaluate(() => {
    const attempts = [
      () => new Worker('https://example.org/worker.js'),
      () => new Worker(URL.createObjectURL(new Blob(['']))),
      () => {
        document.createElement('p').innerHTML = '<b>bold</b>';
      },
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'ran';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });

  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('nothing is asked of another origin', async ({ site, page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && `${origin}/` !== site.url) {
      elsewhere.push(request.url());
    }
  });

  await page.goto(site.url);
  await page.evaluate(() => navigator.serviceWorker.ready);

  expect(elsewhere).toEqual([]);
});
