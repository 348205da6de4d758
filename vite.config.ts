import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/**
 * One server build holds the web server, the command line and the workers, so that they share one
 * copy of every module: two database clients in one process would block each other on SQLite.
 */
function programs(): Plugin {
  return {
    name: 'vouch-programs',
    config: (_config, { isSsrBuild, command }) =>
      command === 'build' && isSsrBuild
        ? {
            build: {
              target: 'node20',
              rollupOptions: {
                input: {
                  server: './server.ts',
                  vouch: './app/cli/vouch.ts',
                  'awarding-worker': './app/domain/awarding-worker.server.ts',
                  'certificate-worker': './app/documents/certificate-worker.ts',
                  'calendar-worker': './app/domain/calendar-worker.server.ts',
                  'cohort-worker': './app/domain/cohort-worker.server.ts',
                  'heic-worker': './app/lib/heic-worker.server.ts',
                  'paper-worker': './app/documents/paper-worker.server.ts',
                  'picture-program': './app/lib/picture-program.server.ts',
                  'signing-worker': './app/domain/signing-worker.server.ts',
                  'sqlite-writer-worker': './app/lib/sqlite-writer-worker.server.ts',
                  'verification-worker': './app/domain/verification-worker.server.ts',
                },
                output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
              },
            },
          }
        : undefined,
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), programs()],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  server: { host: '127.0.0.1' },
  // Found in routes by the scan for what browsers need, though only servers import it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
})
