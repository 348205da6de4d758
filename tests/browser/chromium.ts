import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** A real Chromium: the system's, else the one that comes as a package where it starts, else Debian's. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = systemBrowser() ?? (await packagedBrowser()) ?? debianBrowser()
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}

function systemBrowser() {
  for (const name of NAMES) {
    const { stdout, status } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (status === 0 && starts(stdout.trim())) return stdout.trim()
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : undefined
}

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  return starts(path) ? path : undefined
}

function debianBrowser() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const installed = systemBrowser()
    if (installed) return installed
  }
  throw new Error('The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run `npm test` again.')
}

function starts(path: string) {
  const profile = mkdtempSync(join(tmpdir(), 'vouch-chromium-'))
  const { status } = spawnSync(path, ['--headless', ...FLAGS, `--user-data-dir=${profile}`, '--dump-dom', 'about:blank'], { timeout: 30_000 })
  return status === 0
}
