// Many schools apply at once, by a file of their hub: looked at first, then confirmed. The file is kept nowhere.

import { instantFromMs } from "../../calendar/instants.ts";
import { namesOf } from "../../store/schools/schools.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import type { CommandSender } from "../commands/command-sender.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { confirm, outcomesOf, preview as lookAt, type LineOutcome } from "./bulk-applications.ts";
import { readBulk, type BulkFile } from "./bulk-file.ts";

export const BULK_ROLES = {
  send: ["hub-coordinator", "hub-lead"],
  read: ["hub-coordinator", "hub-lead", "operator", "auditor"],
} as const satisfies Record<string, Roles>;

/** What would come, or came, of each line of a file; `id`: of these very rows at this hub. */
export interface Bulk {
  id: string;
  hub: string;
  accepted: number;
  rejected: number;
  waiting: number;
  lines: LineOutcome[];
}

/** A file with what is wrong in it: `because` of each row; null where nothing is. */
export interface BulkFaults {
  header: readonly string[];
  rows: readonly { record: readonly string[]; because: LineOutcome["because"] }[];
}

export class BulkApplications {
  constructor(
    private readonly database: Database,
    private readonly sender: CommandSender,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * What would come of every line of a file, now. Writes nothing.
   * @throws Refusal `forbidden`, `not-found`, `invalid`
   */
  async look(caller: Principal, hub: string, file: AsyncIterable<Buffer>): Promise<Bulk> {
    maySend(caller, hub);
    return this.looked(caller, hub, await readBulk(file, hubCode(hub)));
  }

  private async looked(caller: Principal, hub: string, read: BulkFile): Promise<Bulk> {
    const at = instantFromMs(this.settings.clock());
    const source = await this.database.open();
    const lines = await lookAt(source, caller, read, at, await rulesNow(source, this.settings));
    return counted(read.id, hub, lines);
  }

  /**
   * Sends every line of the file that was looked at, as `id`: each once, however often it is confirmed, for as long as
   * one waits for an answer; the rest is `waiting`. `request`: in which it is asked. `preview`: look once more.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for another file
   */
  async confirm(
    { caller, request, preview = false }: Pick<Asked, "caller" | "request" | "preview">,
    hub: string,
    id: string,
    file: AsyncIterable<Buffer>,
  ): Promise<Bulk> {
    maySend(caller, hub);
    const read = await readBulk(file, hubCode(hub));
    if (read.id !== id) {
      const detail = "This is not the file that was looked at: look at this one first, then confirm it by its own id.";
      throw new Refusal("invalid", detail, { errors: [{ pointer: "", detail }] });
    }
    if (preview) return this.looked(caller, hub, read);
    return counted(read.id, hub, await confirm(this.sender, caller, request, hub, read));
  }

  /**
   * The file as it came, each row with what is wrong with it; rows that were taken when it was confirmed are left out.
   * Writes nothing. @throws Refusal `forbidden`, `not-found`, `invalid`
   */
  async toPutRight(caller: Principal, hub: string, file: AsyncIterable<Buffer>): Promise<BulkFaults> {
    maySend(caller, hub);
    const read = await readBulk(file, hubCode(hub));
    const { lines } = await this.looked(caller, hub, read);
    const came = new Map(
      (await outcomesOf(await this.database.open(), hubCode(hub), read.id)).map((one) => [one.line, one]),
    );
    const rows = read.rows.flatMap(({ line, record }, index) => {
      const sent = came.get(line);
      if (sent?.outcome === "accepted") return [];
      return [{ record, because: (sent?.outcome === "rejected" ? sent : lines[index])?.because ?? null }];
    });
    return { header: read.header, rows };
  }

  /** What became of the lines of a file that was confirmed. @throws Refusal `forbidden`, `not-found` */
  async outcome(caller: Principal, hub: string, id: string): Promise<Bulk> {
    mustHold(caller, BULK_ROLES.read);
    sameHub(caller, hub);
    const lines = await outcomesOf(await this.database.open(), hubCode(hub), id);
    if (lines.length === 0) throw new Refusal("not-found", "No file with this id was confirmed at this hub.");
    return counted(id, hub, lines);
  }

  /** What the schools of these lines are called, by URN, so far as they are known. */
  async names({ lines }: Pick<Bulk, "lines">): Promise<ReadonlyMap<string, string>> {
    return namesOf(
      await this.database.open(),
      lines.flatMap(({ urn }) => (urn === null ? [] : [urn])),
    );
  }
}

function maySend(caller: Principal, hub: string): void {
  mustHold(caller, BULK_ROLES.send);
  sameHub(caller, hub);
}

function counted(id: string, hub: string, lines: LineOutcome[]): Bulk {
  const count = (outcome: LineOutcome["outcome"]): number => lines.filter((one) => one.outcome === outcome).length;
  return { id, hub, accepted: count("accepted"), rejected: count("rejected"), waiting: count("waiting"), lines };
}
