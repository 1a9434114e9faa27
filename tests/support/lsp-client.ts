import { once } from "node:events";
import { type Carrier, startedServer } from "./carriers";
import { appendContent, type Framed } from "./framing";

/** What either side of a conversation sends. */
interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The answer of a client that never answers. */
export const silence = Symbol();

type Answers = { readonly [method: string]: (params: any) => unknown };

/** A client that knows nothing of language servers but their framing, so that every byte of a test is its own. */
export class LspClient {
  readonly heard: Message[] = [];
  readonly #waiting = new Set<() => void>();
  #framed: Framed = { rest: Buffer.alloc(0), bodies: [] };
  #id = 0;
  errors = "";

  constructor(
    private readonly answers: Answers = {},
    private readonly server: Carrier = startedServer(),
  ) {
    server.out.on("data", (chunk: Buffer) => this.#hear(chunk));
    server.err?.on("data", (chunk) => (this.errors += chunk));
  }

  #hear(chunk: Buffer): void {
    this.#framed = appendContent(this.#framed.rest, chunk);
    for (const body of this.#framed.bodies) {
      const message: Message = JSON.parse(body);
      this.heard.push(message);
      if (message.method === undefined || message.id === undefined) continue;
      const result = this.answers[message.method]?.(message.params) ?? null;
      if (result instanceof Error) this.send({ id: message.id, error: { code: -32603, message: result.message } });
      else if (result !== silence) this.send({ id: message.id, result });
    }
    for (const look of [...this.#waiting]) look();
  }

  send(message: Message): void {
    this.raw(JSON.stringify({ jsonrpc: "2.0", ...message }));
  }

  /** Any body, sound or not. */
  raw(body: string): void {
    this.server.in.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method: string, params: unknown = {}): void {
    this.send({ method, params });
  }

  /** Answers with the number of a request, for a test that does not wait for the answer at once. */
  ask(method: string, params: unknown = {}): number {
    const id = ++this.#id;
    this.send({ id, method, params });
    return id;
  }

  answerTo(id: number): Promise<Message> {
    return this.until((message) => message.id === id && message.method === undefined, `the answer to ${id}`);
  }

  async request(method: string, params: unknown = {}): Promise<any> {
    const { result, error } = await this.answerTo(this.ask(method, params));
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** The first message of the conversation that is wanted, now or later; it is taken out of what was heard. */
  until(wanted: (message: Message) => boolean, what: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      const give = () => {
        const index = this.heard.findIndex(wanted);
        if (index < 0) return;
        stop();
        resolve(this.heard.splice(index, 1)[0]!);
      };
      const late = setTimeout(() => {
        stop();
        reject(new Error(`${what} did not come; heard ${JSON.stringify(this.heard)} ${this.errors}`));
      }, 30_000);
      const stop = () => (clearTimeout(late), this.#waiting.delete(give));
      this.#waiting.add(give);
      give();
    });
  }

  notified(method: string, wanted: (params: any) => boolean = () => true): Promise<any> {
    return this.until((message) => message.method === method && wanted(message.params), method).then(
      ({ params }) => params,
    );
  }

  async initialize(capabilities: object = {}, initializationOptions?: object, processId: number | null = null) {
    const params = { processId, rootUri: null, capabilities, initializationOptions };
    const result = await this.request("initialize", params);
    this.notify("initialized");
    return result;
  }

  open(uri: string, text: string, version = 1): void {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
  }

  /** One edit, or a whole new text. */
  change(uri: string, version: number, ...contentChanges: readonly object[]): void {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** The exit code; ends the conversation as it should end unless the process has gone already. */
  async end(): Promise<number | null> {
    if (this.server.process().exitCode === null) {
      await this.request("shutdown", undefined);
      this.notify("exit");
    }
    return this.exit();
  }

  async exit(): Promise<number | null> {
    const child = this.server.process();
    if (child.exitCode === null) await once(child, "exit");
    return child.exitCode;
  }

  hangUp(): void {
    this.server.in.end();
  }

  signal(name: NodeJS.Signals): void {
    this.server.process().kill(name);
  }

  /** The server is left, whatever it is doing. */
  kill(): void {
    this.server.leave();
  }
}
