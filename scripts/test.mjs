// npm test: everything, from a bare clone; npm run check: the quick part. Ends with one line of counts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { build, generate, install, root, say } from './prepare.mjs'

const isQuick = process.argv.includes('--quick')
const QUICK = ['architecture', 'standards', 'sqlite']
const count = { passed: 0, failed: 0, skipped: 0 }
const failures = []

install()
await (isQuick ? generate() : build())
step('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
step('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'])
for (const project of isQuick ? QUICK : [...QUICK, 'postgresql', 'program', 'browser']) tests(project)

// Said once more at the end: whoever reads only the last page of a long run reads what to mend.
for (const failure of failures) process.stdout.write(`\nfailed: ${failure}\n`)
process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
process.exit(count.failed > 0 ? 1 : 0)

function step(name, args) {
  say(`\n${name}`)
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root })
  count[status === 0 ? 'passed' : 'failed']++
  if (status !== 0) failures.push(name)
}

function tests(project) {
  say(`\n${project}`)
  mkdirSync('.cache', { recursive: true })
  const report = `.cache/tests-${project}.json`
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root })
  const result = readReport(report)
  count.passed += result.numPassedTests
  // A file that cannot even be read fails without failing a test.
  count.failed += Math.max(result.numFailedTests, status === 0 ? 0 : 1)
  count.skipped += result.numPendingTests + result.numTodoTests
  const told = failuresIn(result)
  failures.push(...told.map((failure) => `${project}: ${failure}`))
  if (status !== 0 && told.length === 0) failures.push(`${project}, outside of any test: see above`)
}

/** A line for each failed test and each file that could not be read, followed by what it said. */
function failuresIn({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [`${file}\n${message}`]
    return failed.map((test) => `${file} > ${test.fullName}\n${test.failureMessages.join('\n')}`)
  })
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    say(`${report} was not written`)
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
  }
}
