// npm run bench -- [--json] [--only NAME]: what pages and signatures cost, against controls in the same run.
import { spawnSync } from 'node:child_process'
import { build, install, root } from './prepare.mjs'

install()
await build()
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], { stdio: 'inherit', cwd: root })
process.exit(status ?? 1)
