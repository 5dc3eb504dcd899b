// A disk that can be full: a small file system in memory, for root alone.

import { execFile } from "node:child_process";
import { open, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MEGABYTE = Buffer.alloc(1_048_576);

export interface Disk {
  folder: string;
  /** Takes all that is left. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Makes one at `folder`; null where this machine does not let us. */
export async function makeDisk(folder: string, megabytes: number): Promise<Disk | null> {
  await mkdir(folder, { recursive: true });
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder]);
  } catch {
    return null;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    async fill() {
      const file = await open(filler, "w");
      try {
        for (let piece = MEGABYTE; piece.length > 0;)
          await file.write(piece).catch(() => {
            piece = piece.subarray(0, Math.floor(piece.length / 2));
          });
      } finally {
        await file.close();
      }
    },
    free: () => rm(filler, { force: true }),
    async remove() {
      await run("umount", ["-l", folder]);
    },
  };
}
