import { Problem } from "./problem.ts";

/** What comes, up to so many bytes. @throws Problem 413 `invalid` for more */
export async function* capped(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most)
      throw new Problem("invalid", `The file is too large: send at most ${most / 1_000_000} MB at once.`, {
        status: 413,
      });
    yield chunk;
  }
}
