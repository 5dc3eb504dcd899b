import { join } from "node:path";
import { localFolder, top } from "../setup/folders.ts";

export const postgresFolder = join(localFolder, "postgres");
export const temporalFolder = join(localFolder, "temporal");
export const mailFolder = join(localFolder, "mail");
export const signInFolder = join(localFolder, "sign-in");

export interface Service {
  /** What people call it. */
  name: string;
  /** The file that Node runs. */
  main: string;
  log: string;
  pidFile: string;
}

export const worker = service("worker", "The worker", "worker");
export const api = service("api", "The API", "web");
/** In the order in which they start. */
export const services = [worker, api];

/** `key`: what its files are called; `app`: the folder of its program. */
function service(key: string, name: string, app: string): Service {
  return {
    name,
    main: join(top, "apps", app, "main.ts"),
    log: join(localFolder, "logs", `${key}.log`),
    pidFile: join(localFolder, `${key}.pid`),
  };
}
