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

export const worker = service("worker", "The worker");
export const api = service("api", "The API");
/** In the order in which they start. */
export const services = [worker, api];

function service(folder: string, name: string): Service {
  return {
    name,
    main: join(top, "apps", folder, "main.ts"),
    log: join(localFolder, "logs", `${folder}.log`),
    pidFile: join(localFolder, `${folder}.pid`),
  };
}
