import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import { FileTooLargeError, type Io, type Output, type Pager } from './system/io.ts';
import { type OnTermination, writeFolder } from './system/write-folder.ts';

const writeTo = (stream: NodeJS.WritableStream, text: string) =>
  new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

function toOutput(stream: NodeJS.WriteStream): Output {
  // Without a listener, a closed pipe or a full disk would end the process with a stack trace. The callback of each
  // write reports the error.
  stream.on('error', () => {});
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    rows: stream.rows,
    write: (text) => writeTo(stream, text),
  };
}

async function read(path: string, limit: number): Promise<Uint8Array> {
  const stats = path === '-' ? undefined : statSync(path);
  if (stats?.isFile()) {
    if (stats.size > limit) throw new FileTooLargeError();
    return readFileSync(path);
  }
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new FileTooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Starts a pager through the shell. SIGINT is left to the pager, whose exit status is then ignored, because some
 * pagers fail on it (`less -K`).
 */
async function openPager(command: string): Promise<Pager> {
  const { spawn } = await import('node:child_process');
  const env = { LESS: 'FRX', LV: '-c', ...process.env };
  let isInterrupted = false;
  const onInterrupt = () => {
    isInterrupted = true;
  };
  process.on('SIGINT', onInterrupt);
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env });
  child.stdin.on('error', () => {});
  const ended = new Promise<number>((resolve) => {
    child.on('close', (status) => resolve(isInterrupted ? 0 : (status ?? 0)));
    child.on('error', () => resolve(127));
  });
  return {
    write: (text) => writeTo(child.stdin, text),
    end: async () => {
      child.stdin.end();
      const status = await ended;
      process.off('SIGINT', onInterrupt);
      return status;
    },
  };
}

const terminationSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `undo` when a termination signal arrives, then lets the signal end the process. Returns a function that removes
 * the handlers.
 */
const onTermination: OnTermination = (undo) => {
  const stop = () => {
    for (const one of terminationSignals) process.off(one, end);
  };
  const end = (signal: NodeJS.Signals) => {
    undo();
    stop();
    process.kill(process.pid, signal);
  };
  for (const one of terminationSignals) process.on(one, end);
  return stop;
};

const io: Io = {
  stdout: toOutput(process.stdout),
  stderr: toOutput(process.stderr),
  env: process.env,
  openPager,
  bundledFile: (name) => join(__dirname, '..', 'data', name),
  read,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  writeFolder: (folder, files, replace) => writeFolder(folder, files, replace, onTermination),
};

void main(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
});
