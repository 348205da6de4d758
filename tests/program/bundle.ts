import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program made of the product's own modules, in one file so that it starts quickly. Answers its path. */
export async function bundle(name: string): Promise<string> {
  const outDir = join(root, '.cache/programs', name)
  await build({
    root, configFile: false, logLevel: 'error',
    resolve: { alias: { '~': join(root, 'app') } },
    build: {
      ssr: join(root, 'tests/program', `${name}.ts`), outDir, target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(outDir, `${name}.mjs`)
}
