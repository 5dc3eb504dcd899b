import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "./folders.ts";
import { onPath, succeeds } from "./programs.ts";
import { SetUpError, type Say } from "./set-up-error.ts";

/** Where the two programs are: the server, and the tool that checks and tests what the server is to read. */
export interface PrometheusPrograms {
  prometheus: string;
  promtool: string;
}

const PACKAGE = "prometheus";

/**
 * Finds Prometheus, or gets it: from the PATH, from this user's cache, or as Debian's package, unpacked there without
 * being installed: no right of root's is needed. No registry of packages for languages has these programs.
 * @throws SetUpError with the one sentence on what to do
 */
export async function prometheusPrograms(say: Say, env: NodeJS.ProcessEnv = process.env): Promise<PrometheusPrograms> {
  const [prometheus, promtool] = [onPath("prometheus", env), onPath("promtool", env)];
  if (prometheus && promtool) return { prometheus, promtool };
  const folder = join(cacheFolder(env), "prometheus-of-debian");
  const programs = { prometheus: join(folder, "usr/bin/prometheus"), promtool: join(folder, "usr/bin/promtool") };
  if (existsSync(programs.promtool)) return programs;

  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-prometheus-"));
  try {
    const fault = await fromDebian(workplace, { say, env });
    if (fault)
      throw new SetUpError(
        `Prometheus is missing: ${fault}. Install it (https://prometheus.io/download) so that "prometheus" and ` +
          '"promtool" are on the PATH (for example "apt-get install prometheus").',
      );
    // Whoever was quicker has put the same there.
    await rename(join(workplace, "unpacked"), folder).catch((error: unknown) => {
      if (!existsSync(programs.promtool)) throw error;
    });
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  return programs;
}

/**
 * Puts the package into `folder`, with lists of packages of its own: those of the machine may be old or not there, and
 * are root's. apt holds what it gets to Debian's signatures.
 * @returns why not, if not
 */
async function fromDebian(
  folder: string,
  { say, env }: { say: Say; env: NodeJS.ProcessEnv },
): Promise<string | undefined> {
  const [apt, dpkg] = [onPath("apt-get", env), onPath("dpkg-deb", env)];
  if (!apt || !dpkg) return "this machine has no apt-get to get Debian's package by";
  say("Getting Prometheus from Debian (once, about half a minute) …");
  const [lists, cache] = [join(folder, "lists"), join(folder, "cache")];
  await Promise.all([lists, cache].map((each) => mkdir(join(each, "partial"), { recursive: true })));
  const own = [`Dir::State::lists=${lists}`, `Dir::Cache=${cache}`, "Acquire::Retries=1"];
  const how = ["-qq", ...["APT::Sandbox::User=root", ...own].flatMap((option) => ["-o", option])];
  const quietly = { env, quiet: true, cwd: folder };
  if (
    !(await succeeds(apt, [...how, "update"], quietly)) ||
    !(await succeeds(apt, [...how, "download", PACKAGE], quietly))
  )
    return "apt-get could not get Debian's package of it";
  const file = (await readdir(folder)).find((name) => name.endsWith(".deb"));
  if (file === undefined || !(await succeeds(dpkg, ["-x", join(folder, file), join(folder, "unpacked")], quietly)))
    return "Debian's package of it cannot be unpacked";
  return existsSync(join(folder, "unpacked/usr/bin/promtool")) ? undefined : "Debian's package of it has no promtool";
}
