import { type Browser, chromium } from 'playwright-core'
import { runnableChromium } from './chromium/runnable.ts'

/**
 * A headless Chromium for a test: the one that CHROME_PATH names, else the one inside @sparticuz/chromium.
 * Rejects with a message that names CHROME_PATH where neither can run.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await runnableChromium()
  // Playwright's newer way to take screenshots fails on a busy machine with this Chromium: "Unable to capture screenshot".
  process.env['PLAYWRIGHT_LEGACY_SCREENSHOT'] ??= '1'
  const launched = chromium.launch({
    executablePath,
    args: launchArguments,
    chromiumSandbox: false,
    env: { ...process.env, ...env },
  })
  return launched.catch((error: unknown) => {
    throw new Error(
      `${executablePath} did not start as a browser: set CHROME_PATH to an installed Chrome or Chromium`,
      { cause: error },
    )
  })
}

// The package's own list also has --single-process, which dies with its first closed page, and --disable-web-security,
// under which a page that reaches outside its origin would pass unseen. Without a sandbox it runs as root and in containers.
const launchArguments = ['--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--no-pings']
