import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** What lies beside the built files and is named by the page. */
const BESIDE = ['./icon.svg', './app.webmanifest'];

/** Tells the service worker which files this build has; their names carry the hashes of their bytes, so the list names the build. */
const listed: Plugin = {
  name: 'passby-files',
  enforce: 'post',
  generateBundle(_, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') return;
    const files = [...BESIDE, ...Object.keys(bundle).filter((name) => name.startsWith('assets/')).map((name) => `./${name}`)].sort();
    const build = createHash('sha256').update(files.join(' ')).digest('hex').slice(0, 16);
    worker.code = worker.code.replaceAll('__FILES__', JSON.stringify(files)).replaceAll('__BUILD__', JSON.stringify(build));
  },
};

/**
 * Two sites, built apart: the app for the people of the city, and with --mode public the page for everybody. The files of each
 * lie beside each other under one path, wherever that is served.
 */
export default defineConfig(({ mode }) => {
  const isPublic = mode === 'public';
  const [root, outDir] = isPublic ? ['public-page', '../target/site/public'] : ['app', '../target/site/app'];
  return {
    root,
    base: './',
    plugins: isPublic ? [] : [listed],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: isPublic ? 'public-page/index.html' : { index: 'app/index.html', sw: 'app/worker/sw.ts' },
        output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      },
    },
  };
});
