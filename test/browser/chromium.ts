// The browser of these tests. On Linux it comes with an npm package, with the libraries and fonts that it wants:
// nothing has to be installed, and every machine measures a text alike. Elsewhere it is the Chrome that is there.

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { cacheFolder, top } from "../../apps/cli/setup/folders.ts";
import { platform, succeeds } from "../../apps/cli/setup/programs.ts";

const FONTS = "fonts.conf";
/** Where its fonts are, and no other's. */
const fontsIn = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir>` +
  `<cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;
/** Where its processes share what they draw, and how much room they have there with ease. */
const SHARED = "/dev/shm";
const ROOM_BYTES = 512 * 1024 * 1024;
const UNPACK = fileURLToPath(new URL("./unpack.mjs", import.meta.url));

/** Starts it; close() in afterAll. The first time it is unpacked: some seconds. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch(platform === "linux_amd64" ? await fromPackage() : { channel: "chrome" });
}

async function fromPackage(): Promise<LaunchOptions> {
  const folder = await unpacked();
  return {
    executablePath: join(folder, "chromium"),
    // It shows pages of ours alone, and as root it starts no sandbox.
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    // What its processes share is kept in files where a container has little room for it: a twentieth of its time more.
    ignoreDefaultArgs: (await hasRoom(SHARED)) ? ["--disable-dev-shm-usage"] : [],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, FONTS) },
  };
}

async function hasRoom(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= ROOM_BYTES;
}

/** The folder with the program: unpacked once for every clone of this user, beside its place and named when whole. */
async function unpacked(): Promise<string> {
  const description = await readFile(join(top, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const folder = join(cacheFolder(), `chromium-${(JSON.parse(description) as { version: string }).version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder(), { recursive: true });
  const making = await mkdtemp(join(cacheFolder(), "unpacking-chromium-"));
  try {
    if (!(await succeeds(process.execPath, [UNPACK], { env: { ...process.env, TMPDIR: making } })))
      throw new Error("The Chromium of @sparticuz/chromium could not be unpacked.");
    await writeFile(join(making, FONTS), fontsIn(folder));
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
