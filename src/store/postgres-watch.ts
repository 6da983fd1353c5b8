import { spawn } from 'node:child_process'
import type { Place } from './postgres-place.ts'

/** Stops the server (and removes a temporary folder) once every process that used it has gone without closing. */
export function watch(place: Place, temporary: boolean): void {
  if (process.platform === 'win32') return
  const script = `
while sleep 1; do
  [ -f "$1/data/postmaster.pid" ] || break
  for owner in "$1"/owners/*; do
    pid="\${owner##*/}"
    case "$(cat "/proc/$pid/stat" 2>/dev/null)" in *") Z "*) continue ;; esac
    kill -0 "$pid" 2>/dev/null && continue 2
  done
  kill -INT "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null
  for second in 1 2 3 4 5 6 7 8 9 10; do [ -f "$1/data/postmaster.pid" ] && sleep 1; done
  [ "$2" = temporary ] && rm -rf "$1"
  break
done`
  const mode = temporary ? 'temporary' : 'kept'
  const watcher = spawn('sh', ['-c', script, 'parallax-postgres-watch', place.home, mode], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  })
  watcher.on('error', () => {
    // Without a shell there is no watcher: a killed process then leaves its server running, and the next one uses it.
  })
  watcher.unref()
}
