// What a Node process and its threads hold on their heaps once all that is of no use any more has been thrown away, by
// its inspector. (What it holds of the machine's memory says little: that goes up and down with what was thrown away.)

interface Message {
  id?: number;
  result?: { usedSize?: number };
  method?: string;
  params?: { sessionId?: string; message?: string };
}

/** Megabytes, of a process started with `--inspect=127.0.0.1:{port}`. */
export async function heapOf(port: number): Promise<number> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { webSocketDebuggerUrl: string }[];
  const inspector = await Inspector.open(targets[0]?.webSocketDebuggerUrl ?? "");
  try {
    return (await inspector.usedByAll()) / 2 ** 20;
  } finally {
    inspector.close();
  }
}

class Inspector {
  private readonly threads: string[] = [];
  private readonly waiting = new Map<string, (message: Message) => void>();
  private next = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener("message", ({ data }) => this.hear(JSON.parse(String(data)) as Message, ""));
  }

  static async open(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve, { once: true });
      socket.addEventListener("error", () => reject(new Error("the inspector does not answer")), { once: true });
    });
    return new Inspector(socket);
  }

  close(): void {
    this.socket.close();
  }

  /** Bytes. */
  async usedByAll(): Promise<number> {
    // Threads that run already are told of before it answers.
    await this.ask("", "NodeWorker.enable", { waitForDebuggerOnStart: false });
    let used = 0;
    for (const thread of ["", ...this.threads]) {
      await this.ask(thread, "HeapProfiler.collectGarbage");
      await this.ask(thread, "HeapProfiler.collectGarbage");
      used += (await this.ask(thread, "Runtime.getHeapUsage")).result?.usedSize ?? 0;
    }
    return used;
  }

  private ask(thread: string, method: string, params: object = {}): Promise<Message> {
    const id = ++this.next;
    const text = JSON.stringify({ id, method, params });
    const answer = new Promise<Message>((resolve) => this.waiting.set(`${thread}/${id}`, resolve));
    if (thread === "") this.socket.send(text);
    else {
      const inThread = { sessionId: thread, message: text };
      this.socket.send(JSON.stringify({ id: ++this.next, method: "NodeWorker.sendMessageToWorker", params: inThread }));
    }
    return answer;
  }

  private hear({ id, method, params, ...rest }: Message, thread: string): void {
    if (method === "NodeWorker.attachedToWorker") this.threads.push(params?.sessionId ?? "");
    else if (method === "NodeWorker.receivedMessageFromWorker")
      this.hear(JSON.parse(params?.message ?? "{}") as Message, params?.sessionId ?? "");
    else if (id !== undefined) this.waiting.get(`${thread}/${id}`)?.({ id, ...rest });
  }
}
