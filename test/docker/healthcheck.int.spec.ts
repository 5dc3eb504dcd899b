// What compose asks a part whether it is alive, run as the container would, and asked of the same addresses as
// Kubernetes asks.

import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";
import { manifests } from "../kubernetes/manifests.ts";

const { services } = parse(readFileSync(join(top, "docker/compose.yaml"), "utf8"), { merge: true }) as {
  services: Record<string, { healthcheck?: { test: [kind: string, program: string, flag: string, script: string] } }>;
};

/** The program that a part is asked by, and the address in it. */
function askedBy(part: string): { script: string; url: URL } {
  const [kind, program, flag, script] = services[part]!.healthcheck!.test;
  expect([kind, program, flag]).toEqual(["CMD", "node", "-e"]);
  return { script, url: new URL(/'(http:[^']+)'/u.exec(script)![1]!) };
}

let server: Server;
let status = 200;
beforeAll(async () => {
  server = createServer((_request, response) => response.writeHead(status).end());
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void server.close());

describe.each([
  { part: "api", deployment: "school-journeys-web" },
  { part: "worker", deployment: "school-journeys-worker" },
])("compose asks $part", ({ part, deployment }) => {
  it("what Kubernetes asks it", () => {
    const found = manifests.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === deployment);
    const { livenessProbe, ports = [] } = found!.spec!.template!.spec.containers[0]!;
    const { path, port } = livenessProbe!.httpGet!;
    const { url } = askedBy(part);
    expect(path).toBe(url.pathname);
    expect(ports.find(({ name }) => name === port)?.containerPort).toBe(Number(url.port));
  });

  it.each([
    { answers: "well", with: 200, ends: 0 },
    { answers: "that it cannot", with: 503, ends: 1 },
  ])("and is told by how the program ends that it answers $answers", async ({ with: answer, ends }) => {
    status = answer;
    const { script, url } = askedBy(part);
    const here = script.replace(url.host, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await endOf(here)).toBe(ends);
  });

  it("and that it does not at all", async () => {
    const { script, url } = askedBy(part);
    // Nobody listens at port 1.
    expect(await endOf(script.replace(url.host, "127.0.0.1:1"))).toBe(1);
  });
});

/** How a program of Node ends. */
function endOf(script: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["-e", script], () => resolve(child.exitCode));
  });
}
