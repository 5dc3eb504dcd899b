// The Docker files held to the repository: no engine runs where tests do, so what they name is looked up.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";
import { TEMPORAL_SERVER, TEMPORAL_UI } from "../../apps/cli/setup/temporal-program.ts";
import { readApiEnvironment, readEnvironment, readWorkerEnvironment } from "../../libs/config/environment.ts";

interface Service {
  build?: { context: string; dockerfile: string };
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: string[] | Record<string, unknown>;
  network_mode?: string;
}

const folder = join(top, "docker");
// As compose fills it in where nobody has set anything: ${NAME:-default} is its default; ${NAME:?why} it insists on,
// and it is an address here.
const text = readFileSync(join(folder, "compose.yaml"), "utf8")
  .replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1")
  .replaceAll(/\$\{\w+:\?[^}]*\}/g, "https://sign-in.example");
const { services, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const all = Object.entries(services).map(([name, service]) => ({ name, service }));
const ours = all.filter(({ service }) => service.build);
const dockerfile = readFileSync(join(folder, "Dockerfile"), "utf8");
const instructions = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].map(([, rest]) => rest ?? "");

describe("compose", () => {
  it("has every part", () => {
    expect(Object.keys(services).sort()).toEqual([
      "api",
      "current",
      "mailpit",
      "migrate",
      "postgres",
      "temporal",
      "temporal-namespace",
      "temporal-schema",
      "temporal-ui",
      "worker",
    ]);
  });

  it.each(ours)("$name runs a file of the repository, from the Dockerfile", ({ service }) => {
    expect(service.command?.filter((file) => !existsSync(join(top, file)))).toEqual([]);
    expect(existsSync(join(folder, service.build!.context, service.build!.dockerfile))).toBe(true);
  });

  it("has the Temporal that `npm start` and the tests run on", () => {
    expect(
      ["temporal", "temporal-namespace", "temporal-schema", "temporal-ui"].map((name) => services[name]!.image),
    ).toEqual([
      `temporalio/server:${TEMPORAL_SERVER}`,
      `temporalio/admin-tools:${TEMPORAL_SERVER}`,
      `temporalio/admin-tools:${TEMPORAL_SERVER}`,
      `temporalio/ui:${TEMPORAL_UI}`,
    ]);
  });

  it("makes the version current that the worker polls as", () => {
    expect(services["current"]!.environment!["BUILD_ID"]).toBe(services["worker"]!.environment!["BUILD_ID"]);
  });

  it.each(all)("$name waits for services, mounts files and takes volumes that exist", ({ service }) => {
    const awaited = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
    expect(awaited.filter((name) => !(name in services))).toEqual([]);
    const sources = (service.volumes ?? []).map((volume) => volume.split(":")[0]!);
    expect(
      sources.filter((source) => (source.startsWith(".") ? !existsSync(join(folder, source)) : !(source in volumes))),
    ).toEqual([]);
  });

  it.each(all)("$name is open to this machine only", ({ service }) => {
    expect((service.ports ?? []).filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  it("gives each app an environment that it accepts, with a role that fits", () => {
    const role = (name: string) => new URL(services[name]!.environment!["DATABASE_URL"]!).username;
    const asText = (name: string) =>
      Object.fromEntries(Object.entries(services[name]!.environment!).map(([key, value]) => [key, String(value)]));
    expect(() => readApiEnvironment(asText("api"))).not.toThrow();
    expect(() => readWorkerEnvironment(asText("worker"))).not.toThrow();
    expect(() => readEnvironment(asText("migrate"))).not.toThrow();
    expect(() => readEnvironment(asText("current"))).not.toThrow();
    expect([role("api"), role("worker"), role("migrate")]).toEqual(["journeys_app", "journeys_app", "journeys_owner"]);
  });
});

describe("the Dockerfile", () => {
  it("copies and runs what is there", () => {
    const copied = instructions("COPY")
      .filter((rest) => !rest.startsWith("--from"))
      .flatMap((rest) => rest.split(" ").slice(0, -1));
    const started = [...instructions("ENTRYPOINT"), ...instructions("CMD")]
      .flatMap((list) => JSON.parse(list) as string[])
      .filter((word) => word.includes("/"));
    expect([...copied, ...started].filter((path) => !existsSync(join(top, path)))).toEqual([]);
    expect(started).toContain("apps/web/main.ts");
  });

  it("does not run as root", () => {
    expect(instructions("USER")).toEqual(["node"]);
  });

  it("has the Node that the tests run on", () => {
    const major = process.version.replace(/^v(\d+)\..*$/, "$1");
    expect(instructions("FROM").every((image) => image.startsWith(`node:${major}-`))).toBe(true);
  });
});
