// The manifests of Kubernetes held to the repository and to what every part may do: no cluster runs where tests do.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";
import { readApiEnvironment, readEnvironment, readWorkerEnvironment } from "../../libs/config/environment.ts";
import { VARIABLES } from "../../libs/config/variables.ts";
import { FILES, kustomization, manifests, type Container, type Manifest, type Pod } from "./manifests.ts";

const pods = manifests.flatMap((one) => {
  const pod = one.spec?.template?.spec;
  return pod === undefined ? [] : [{ name: one.metadata.name, kind: one.kind, one, pod }];
});
const containers = pods.flatMap(({ name, kind, pod }) =>
  pod.containers.map((container) => ({ name: `${name}/${container.name}`, kind, container })),
);
const serving = pods.filter(({ kind }) => kind === "Deployment");

/** What whoever runs it puts into the secrets, by name (docker/README.md). */
const SECRETS: Readonly<Record<string, Record<string, string>>> = {
  "school-journeys": {
    DATABASE_URL: "postgres://journeys_app:one@db.example:5432/journeys?sslmode=verify-full",
    PEOPLE_KEY: Buffer.alloc(32, 1).toString("base64"),
    SESSION_SECRET: "s".repeat(32),
    OIDC_CLIENT_SECRET: "secret",
    SMTP_URL: "smtps://user:one@mail.example:465",
    TEMPORAL_API_KEY: "key",
  },
  "school-journeys-owner": {
    DATABASE_URL: "postgres://journeys_owner:two@db.example:5432/journeys?sslmode=verify-full",
  },
};
const settings = manifests.find(({ kind }) => kind === "ConfigMap")?.data ?? {};

/** The environment of a container, as a cluster would make it. */
function environmentOf({ env = [], envFrom = [] }: Container): Record<string, string> {
  const from = envFrom.map(({ configMapRef, secretRef }) =>
    configMapRef ? settings : (SECRETS[secretRef?.name ?? ""] ?? { NOWHERE: secretRef?.name ?? "" }),
  );
  const own = env.map(({ name, value, valueFrom }) => {
    const ref = valueFrom?.secretKeyRef;
    return [name, ref ? (SECRETS[ref.name]?.[ref.key] ?? "") : (value ?? "")] as const;
  });
  return Object.assign({}, ...from, Object.fromEntries(own)) as Record<string, string>;
}
const containerOf = (main: string): Container =>
  containers.find(({ container }) => container.args.includes(main))!.container;

describe("The manifests of Kubernetes", () => {
  it("are all applied, and every part is there", () => {
    expect([...kustomization.resources].sort()).toEqual([...FILES].sort());
    expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      "ConfigMap school-journeys",
      "Deployment school-journeys-web",
      "Deployment school-journeys-worker",
      "Job school-journeys-make-current",
      "Job school-journeys-migrate",
      "PersistentVolumeClaim school-journeys-erasures",
      "PodDisruptionBudget school-journeys-web",
      "PodDisruptionBudget school-journeys-worker",
      "Service school-journeys-web",
      "ServiceAccount school-journeys",
    ]);
  });

  it.each(containers)("$name runs a file of the repository, from the one image, which is named by digest", (one) => {
    expect(one.container.args.filter((file) => !existsSync(join(top, file)))).toEqual([]);
    expect(kustomization.images.map(({ name, newTag }) => ({ name, newTag }))).toEqual([
      { name: one.container.image, newTag: undefined },
    ]);
    expect(kustomization.images[0]?.digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });

  it.each(containers)("$name may do nothing but what it is for: not root, read-only, no capabilities", (one) => {
    expect(one.container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  it.each(pods)("$name is nobody to the cluster, and somebody of its own to the node", ({ pod }) => {
    const { automountServiceAccountToken, securityContext } = pod;
    expect(automountServiceAccountToken).toBe(false);
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(securityContext?.runAsUser).toBeGreaterThan(0);
  });

  it.each(containers)("$name says what it needs, and where it must stop", ({ container: { resources } }) => {
    expect(Object.keys(resources?.requests ?? {}).sort()).toEqual(["cpu", "memory"]);
    expect(Object.keys(resources?.limits ?? {})).toContain("memory");
  });

  it.each(serving)("$name is probed, runs twice, and is never taken away whole", ({ one, pod }) => {
    for (const { startupProbe, readinessProbe, livenessProbe } of pod.containers)
      for (const probe of [startupProbe, readinessProbe, livenessProbe])
        expect(probe?.httpGet?.path ?? probe?.exec?.command).toBeDefined();
    expect(one.spec?.replicas).toBeGreaterThanOrEqual(2);
    const budget = budgetOf(one);
    expect(budget?.spec?.maxUnavailable).toBe(1);
    expect(budget?.spec?.selector).toEqual(one.spec?.selector);
  });

  it.each(containers)("$name is given settings that the service knows", ({ container }) => {
    const known = new Set<string>(VARIABLES);
    expect(Object.keys(environmentOf(container)).filter((name) => !known.has(name))).toEqual([]);
  });

  it("has no secret in it", () => {
    const secret = /PASSWORD|SECRET|KEY|TOKEN|DATABASE_URL|SMTP_URL/u;
    const written = containers.flatMap(({ container }) => container.env ?? []);
    expect(written.filter(({ name, value }) => secret.test(name) && value !== undefined)).toEqual([]);
    expect(Object.keys(settings).filter((name) => secret.test(name))).toEqual([]);
    expect(manifests.filter(({ kind }) => kind === "Secret")).toEqual([]);
  });

  it("gives each app an environment that it accepts, and the owner of the schema to migrations alone", () => {
    const [web, worker, migrate, current] = ["web/main", "worker/main", "cli/migrate", "cli/make-current"].map((name) =>
      environmentOf(containerOf(`apps/${name}.ts`)),
    );
    expect(readApiEnvironment(web!)).toMatchObject({ host: "0.0.0.0", temporalNamespace: "school-journeys" });
    expect(readWorkerEnvironment(worker!).buildId).toBe("auto");
    expect(readEnvironment(migrate!).databaseUrl).toContain("journeys_owner");
    expect(() => readEnvironment(current!)).not.toThrow();
    expect([web, worker, current].filter((one) => one!["DATABASE_URL"]?.includes("owner"))).toEqual([]);
  });

  it("gives every process the time that it takes to stop", () => {
    // apps/worker/worker.ts: gone 20 seconds after a signal. apps/web: a command takes ten seconds at most.
    expect(podOf("worker").terminationGracePeriodSeconds).toBeGreaterThanOrEqual(25);
    expect(podOf("web").terminationGracePeriodSeconds).toBeGreaterThanOrEqual(8 + 10 + 10);
    expect(containerOf("apps/web/main.ts").lifecycle?.preStop).toEqual({ exec: { command: ["sleep", "8"] } });
  });

  it("mounts what there is, and says of each secret what is in it", () => {
    const page = readFileSync(join(top, "docker/README.md"), "utf8");
    for (const { pod } of pods) {
      const volumes = new Map((pod.volumes ?? []).map((one) => [one.name, one]));
      for (const { volumeMounts = [] } of pod.containers)
        expect(volumeMounts.filter(({ name }) => !volumes.has(name))).toEqual([]);
      const claims = [...volumes.values()].flatMap((one) => one.persistentVolumeClaim?.claimName ?? []);
      expect(claims.filter((name) => !manifests.some(({ metadata }) => metadata.name === name))).toEqual([]);
    }
    for (const name of [...Object.keys(SECRETS), "school-journeys-certificates"]) expect(page).toContain(`\`${name}\``);
  });
});

const podOf = (part: string): Pod => pods.find(({ name }) => name === `school-journeys-${part}`)!.pod;
const budgetOf = ({ metadata: { name } }: Manifest): Manifest | undefined =>
  manifests.find((one) => one.kind === "PodDisruptionBudget" && one.metadata.name === name);
