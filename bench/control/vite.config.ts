import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from '../../remix.config.js'

/** The controls: an empty Remix page, and the list of fifty with its data already there. Same stack, same entry. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    tailwindcss(),
    remix({ ...remixConfig, appDirectory: 'app', buildDirectory: '../../.cache/bench/build', future: { ...remixConfig.future, v3_routeConfig: false } }),
  ],
  resolve: { alias: { '~': new URL('../../app', import.meta.url).pathname } },
})
