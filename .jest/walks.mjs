// After the walks of `npm run test:browser`: how many pages, clicks and fields each of them took.
import { existsSync, readFileSync, rmSync } from "node:fs";

export default class Walks {
  onRunComplete() {
    const gathered = process.env.WALKS;
    if (gathered === undefined || !existsSync(gathered)) return;
    process.stderr.write(readFileSync(gathered, "utf8"));
    rmSync(gathered);
  }
}
