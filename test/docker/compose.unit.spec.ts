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
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  privileged?: boolean;
  security_opt?: string[];
  stop_grace_period?: string;
}

const folder = join(top, "docker");
// As compose fills it in where nobody has set more than it insists on: ${NAME:-default} is its default, ${NAME:?why} is
// set by whoever runs it.
const SET: Readonly<Record<string, string>> = {
  OIDC_ISSUER: "https://sign-in.example",
  PUBLIC_URL: "https://journeys.example",
  PEOPLE_KEY: Buffer.alloc(32, 1).toString("base64"),
  SESSION_SECRET: "s".repeat(32),
  POSTGRES_PASSWORD: "p1",
  JOURNEYS_OWNER_PASSWORD: "p2",
  JOURNEYS_APP_PASSWORD: "p3",
  TEMPORAL_PASSWORD: "p4",
};
const written = readFileSync(join(folder, "compose.yaml"), "utf8");
const text = written
  .replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1")
  .replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_whole, name: string) => SET[name] ?? `nobody set ${name}`);
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
      "grafana",
      "mailpit",
      "migrate",
      "postgres",
      "prometheus",
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

  it.each(ours)("$name has the time to end what is under way", ({ service }) => {
    expect(service.stop_grace_period).toBe("30s");
  });

  it.each(all)("$name is open to this machine only", ({ service }) => {
    expect((service.ports ?? []).filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  it.each(all)(
    "$name may do nothing but what it is for: read-only, no capabilities, no new privileges",
    ({ service }) => {
      const { read_only, cap_drop, cap_add, privileged, security_opt, network_mode } = service;
      expect({ read_only, cap_drop, cap_add, privileged, security_opt, network_mode }).toEqual({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
    },
  );

  it("has no secret in it: whoever runs it sets each", () => {
    const secret = /PASSWORD|PWD|SECRET|KEY|TOKEN/;
    const given = Object.entries(
      (parse(written, { merge: true }) as { services: Record<string, Service> }).services,
    ).flatMap(([name, { environment = {} }]) =>
      Object.entries(environment).map(([key, value]) => ({ name: `${name} ${key}`, key, value: String(value) })),
    );
    const secrets = given.filter(({ key }) => secret.test(key));
    expect(secrets.length).toBeGreaterThan(8);
    expect(secrets.filter(({ value }) => !/^\$\{\w+(:\?[^}]+|:-)\}$/.test(value))).toEqual([]);
    const urls = given.filter(({ value }) => /:\/\/[^/]*@/.test(value));
    expect(urls.filter(({ value }) => !/:\/\/\w+:\$\{\w+:\?[^}]+\}@/.test(value))).toEqual([]);
    expect([...text.matchAll(/nobody set \w+/g)]).toEqual([]);
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
