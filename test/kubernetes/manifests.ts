// The manifests of Kubernetes as they are written, for what is checked of them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { top } from "../../apps/cli/setup/folders.ts";

/** Where they stand. */
export const FOLDER = join(top, "docker", "kubernetes");

/** What is read of any object. */
export interface Manifest {
  file: string;
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  spec?: {
    replicas?: number;
    maxUnavailable?: number;
    selector?: { matchLabels?: object };
    template?: { metadata: { labels: object }; spec: Pod };
  };
}
export interface Pod {
  automountServiceAccountToken?: boolean;
  securityContext?: { runAsNonRoot?: boolean; runAsUser?: number; seccompProfile?: { type: string } };
  terminationGracePeriodSeconds?: number;
  containers: Container[];
  volumes?: { name: string; secret?: { secretName: string }; persistentVolumeClaim?: { claimName: string } }[];
}
interface Probe {
  httpGet?: { path: string; port: string };
  exec?: { command: string[] };
}
export interface Container {
  name: string;
  image: string;
  args: string[];
  ports?: { name: string; containerPort: number }[];
  env?: { name: string; value?: string; valueFrom?: { secretKeyRef?: { name: string; key: string } } }[];
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  securityContext?: object;
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  lifecycle?: { preStop?: object };
  volumeMounts?: { name: string; mountPath: string }[];
}

interface Kustomization {
  resources: string[];
  images: { name: string; digest?: string; newTag?: string }[];
}
/** What `kubectl apply -k` takes. */
export const kustomization = parse(readFileSync(join(FOLDER, "kustomization.yaml"), "utf8")) as Kustomization;

/** The files that hold objects. */
export const FILES = readdirSync(FOLDER).filter((file) => file !== "kustomization.yaml");

/** Every object, in the order of the files. */
export const manifests: Manifest[] = FILES.flatMap((file) =>
  parseAllDocuments(readFileSync(join(FOLDER, file), "utf8")).map((one) => ({
    ...(one.toJS() as Omit<Manifest, "file">),
    file,
  })),
);
