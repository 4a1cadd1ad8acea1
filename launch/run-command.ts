import { spawn } from 'node:child_process'

type Options = { env?: NodeJS.ProcessEnv; cwd?: string; quiet?: boolean; signal?: AbortSignal | undefined }
export type CommandResult = { code: number; output: string }

/**
 * Runs a program to its end, or until `signal`, and gives its exit code and output; with `quiet`, the output is not shown
 * meanwhile.
 */
export function runCommand(
  command: string,
  args: string[],
  { env = process.env, cwd, quiet = true, signal }: Options = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, ...(cwd && { cwd }), ...(signal && { signal }) })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (!quiet) process.stdout.write(chunk)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
