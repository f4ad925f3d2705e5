/** The Astro language server, as the Astro extension of an editor's program runs it: questions about a document. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the program would show of the document that is open. */
export interface Assistance {
  /** Opens a document of the folder with the given text, in the place of the last one. */
  readonly open: (file: string, text: string) => void;
  /** Words offered at a line and column, both counted from 0. */
  readonly complete: (line: number, character: number) => Promise<string[]>;
  readonly hover: (line: number, character: number) => Promise<string>;
  /** The problems it underlines, each as `line: message`, lines counted from 1. */
  readonly problems: () => Promise<string[]>;
  readonly close: () => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const server = createRequire(join(nodeModules, '@astrojs/check/package.json')).resolve(
  '@astrojs/language-server/bin/nodeServer.js',
);

/** Starts a program whose folder is `root`. */
export async function startProgram(root: string): Promise<Assistance> {
  const program = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (message: Message) => void>();
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    program.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let read = Buffer.alloc(0);
  program.stdout.on('data', (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    for (;;) {
      const head = read.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(read.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || read.length < head + 4 + length) return;
      const message = JSON.parse(read.subarray(head + 4, head + 4 + length).toString()) as Message;
      read = read.subarray(head + 4 + length);
      // The server asks for settings; there are none.
      if (message.id !== undefined && message.method !== undefined) {
        send({ id: message.id, result: message.params?.items?.map(() => null) ?? null });
      } else if (message.id !== undefined) waiting.get(message.id)?.(message);
    }
  });
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    const { promise, resolve } = Promise.withResolvers<Message>();
    const id = waiting.size + 1;
    waiting.set(id, resolve);
    send({ id, method, params });
    return (await promise).result as Result;
  };
  const rootUri = pathToFileURL(root).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'edition' }],
    capabilities: {},
    initializationOptions: {
      typescript: { tsdk: join(nodeModules, 'typescript/lib') },
      contentIntellisense: true,
    },
  });
  send({ method: 'initialized', params: {} });
  let uri = '';
  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });
  return {
    open(file, text) {
      if (uri !== '') send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
      uri = pathToFileURL(join(root, file)).href;
      const textDocument = { uri, languageId: 'mdx', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
    },
    complete: async (line, character) => {
      const { items } = await ask<{ items: { label: string }[] }>('textDocument/completion', at(line, character));
      return items.map(({ label }) => label);
    },
    hover: async (line, character) => {
      const shown = await ask<{ contents: { value: string } }>('textDocument/hover', at(line, character));
      return shown.contents.value;
    },
    problems: async () => {
      const { items } = await ask<{
        items: { range: { start: { line: number } }; message: string }[];
      }>('textDocument/diagnostic', { textDocument: { uri } });
      return items.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    },
    close: () => program.kill(),
  };
}
