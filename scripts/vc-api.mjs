// npm run vc-api: what the conformance suites of W3C talk to, on loopback (docs/standards.md).
import { spawnSync } from 'node:child_process'
import { install, root } from './prepare.mjs'

install()
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/vc-api/run.ts'], { stdio: 'inherit', cwd: root })
process.exit(status ?? 1)
