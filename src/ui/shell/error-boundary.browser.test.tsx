import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary.tsx';

function Broken(): never {
  throw new Error('Broken promise: a test');
}

test('a bug is shown with a way to go on, in the chosen language', async () => {
  (globalThis as Record<string, unknown>)['IS_REACT_ACT_ENVIRONMENT'] = true;
  vi.spyOn(console, 'error').mockImplementation(() => {}); // React tells of it too
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);

  await act(async () =>
    root.render(
      <ErrorBoundary language={() => 'zh'}>
        <Broken />
      </ErrorBoundary>,
    ),
  );

  const alert = place.querySelector('[role=alert]');
  expect(alert?.textContent).toContain('页面出现故障');
  expect(alert?.textContent).toContain('Broken promise: a test');
  expect(alert?.querySelector('button')?.textContent).toBe('重新加载页面');
  await act(async () => root.unmount());
  place.remove();
});
