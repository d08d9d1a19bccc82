import { defineConfig } from '@playwright/test';

/** Tests that need neither a browser nor a city. */
export default defineConfig({ testDir: 'test/unit', testMatch: '*.test.ts', outputDir: 'target/unit', reporter: [['list']] });
