/** @file How the page presents itself once it is installed. */

import type { ManifestOptions } from 'vite-plugin-pwa';

export const WEB_MANIFEST: Partial<ManifestOptions> = {
  id: '/',
  name: 'PulseMind',
  short_name: 'PulseMind',
  description: 'A clinical research assistant that answers on this device.',
  lang: 'en',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0f5c6e',
  categories: ['medical', 'education'],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    {
      src: '/icons/icon-maskable-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'maskable',
    },
  ],
};
