import { defineConfig } from 'vite';

/**
 * Two sites, built apart: the app for the people of the city, and with --mode public the page for everybody. The files of each
 * lie beside each other under one path, wherever that is served.
 */
export default defineConfig(({ mode }) => {
  const [root, outDir] = mode === 'public' ? ['public-page', '../target/site/public'] : ['app', '../target/site/app'];
  return {
    root,
    base: './',
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  };
});
