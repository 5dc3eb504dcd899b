// The plain side of figures in Temporal: a worker and a caller, each a process, on the same server as ours.

import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { cpuOf } from "../measure/cpu.ts";
import type { PlainCall, PlainCalled } from "../plain/caller.ts";
import { startChild, type Child } from "./child.ts";
import type { Home, Service } from "./service.ts";

const WORKER = new URL("../plain/worker.ts", import.meta.url);
const CALLER = new URL("../plain/caller.ts", import.meta.url);

export interface PlainSide {
  worker: Child;
  caller: Child;
  /** What this side has taken of the processor so far, the server included. */
  cpu(): Record<"caller" | "worker" | "temporal", number>;
  call(call: PlainCall): Promise<PlainCalled>;
}

/** Of the service that figures share. */
export function plainSide(bench: Bench, service: Service): Promise<PlainSide> {
  return bench.once("plain-side", async () => {
    const { folder } = service.country;
    const side: PlainSide = {
      worker: await startPlainWorker(service.home, folder),
      caller: await startChild(CALLER, [service.home.temporal.address], join(folder, "plain-caller.log")),
      cpu: () => ({
        caller: cpuOf([side.caller.pid]),
        worker: cpuOf([side.worker.pid]),
        temporal: cpuOf(service.serverPids),
      }),
      call: (call) => side.caller.ask<PlainCalled>(call),
    };
    bench.atEnd(async () => {
      await side.caller.kill();
      await side.worker.kill();
    });
    return side;
  });
}

/** A worker of the plain workflows; `inspect`: the port at which its heaps can be looked at. */
export function startPlainWorker(
  { temporal, namespace }: Pick<Home, "temporal" | "namespace">,
  folder: string,
  inspect?: number,
): Promise<Child> {
  const flags = inspect === undefined ? [] : [`--inspect=127.0.0.1:${inspect}`];
  return startChild(WORKER, [temporal.address, namespace], join(folder, "plain-worker.log"), flags);
}

/** So many names of plain workflows. */
export const plainIds = (count: number, name = "plain"): string[] =>
  Array.from({ length: count }, (_, no) => `${name}/${no}`);
