import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { archiveViewer } from './src/cli/build-viewer.ts';
import { CHROMIUM_ARGS, findChromium } from './src/cli/chromium.ts';
import { ISOLATION_HEADERS } from './src/cli/headers.ts';
import { ORT_VERSION, ortFiles } from './src/cli/ort-files.ts';
import { noteThreadPackages, threadLicenses } from './src/cli/thread-licenses.ts';
import { WEB_MANIFEST } from './src/cli/web-manifest.ts';

const serviceWorker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'service-worker.ts',
  injectRegister: null,
  manifest: WEB_MANIFEST,
  injectManifest: {
    globPatterns: ['**/*.{html,js,mjs,css,svg,png,woff2,wasm,md,bcmap,pfb,ttf}'],
    globIgnores: ['ort/**', 'checkpoints/**'],
    maximumFileSizeToCacheInBytes: 16 * 2 ** 20,
  },
});

const chromiumPath = findChromium();

export default defineConfig({
  plugins: [ortFiles(), archiveViewer(), react(), threadLicenses(), serviceWorker],
  define: { ORT_VERSION: JSON.stringify(ORT_VERSION) },
  resolve: {
    // onnxruntime-web then reads its binaries from /ort/ and bundles none.
    conditions: [
      'onnxruntime-web-use-extern-wasm',
      'module',
      'browser',
      'development|production',
    ],
    alias: {
      // The browser's variant makes HTML from strings, which Trusted Types refuse.
      'decode-named-character-reference': new URL(
        './node_modules/decode-named-character-reference/index.js',
        import.meta.url,
      ).pathname,
    },
  },
  server: { headers: ISOLATION_HEADERS },
  worker: { format: 'es', plugins: () => [noteThreadPackages()] },
  optimizeDeps: {
    exclude: ['onnxruntime-web'],
    // Found late, in a worker or a test, these would reload the page halfway.
    include: [
      '@base-ui/react/menu',
      '@bufbuild/protobuf/wire',
      '@huggingface/gguf',
      '@huggingface/jinja',
      '@huggingface/tokenizers',
      '@tanstack/react-virtual',
      'fast-check',
      'fast-png',
      'hash-wasm',
      'idb',
      'libheif-js/libheif-wasm/libheif-bundle.mjs',
      'pdfjs-dist/legacy/build/pdf.mjs',
      'pdfjs-dist/legacy/build/pdf.worker.mjs',
      'react',
      'react-dom/client',
      'react-markdown',
      'react/jsx-dev-runtime',
      'rehype-sanitize',
      'remark-gfm',
      'remend',
      'valibot',
    ],
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    sourcemap: true,
    rolldownOptions: {
      output: {
        // What changes seldom stays where it is when the app changes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'markdown',
              test: /node_modules\/(micromark|mdast|hast|remark|rehype|character-)/,
            },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.browser.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...CHROMIUM_ARGS],
                ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
