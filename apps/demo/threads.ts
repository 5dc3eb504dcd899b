// Each hub of a demonstration in a thread of its own: deciding takes more of a processor than PostgreSQL does.

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DemoHub } from "./cast.ts";
import type { Life, Lived } from "./life.ts";
import type { Asked, ThreadData } from "./hub-thread.ts";

const THREAD = new URL("./hub-thread.ts", import.meta.url);
const TYPESCRIPT = new URL("../cli/setup/typescript.mjs", import.meta.url);

/** Starts a thread for each hub. Rejects where one does not begin. */
export function livesInThreads(data: Omit<ThreadData, "hub">): (hubs: readonly DemoHub[]) => Promise<Life[]> {
  return (hubs) => Promise.all(hubs.map(({ code }) => lifeInThread({ ...data, hub: code })));
}

async function lifeInThread(workerData: ThreadData): Promise<Life> {
  const thread = new Worker(THREAD, { workerData, execArgv: ["--import", TYPESCRIPT.href] });
  // Rejects with the error by which the thread ends.
  const answer = async (): Promise<unknown> => (await once(thread, "message"))[0];
  const ask = (asked: Asked): Promise<unknown> => {
    const answered = answer();
    thread.postMessage(asked);
    return answered;
  };
  await answer();
  return {
    until: async (at) => void (await ask({ until: at })),
    end: async () => (await ask({ end: true })) as Lived,
    stop: async () => void (await thread.terminate()),
  };
}
