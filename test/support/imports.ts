// Imports of the register on a test's own database, at one moment.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "../../libs/calendar/instants.ts";
import { importRegister, type ImportDeps } from "../../libs/service/register/import-register.ts";
import type { Report } from "../../libs/service/register/report.ts";
import { LINK_COLUMNS, writeExtract, type Row } from "./register.ts";
import type { TestStore } from "./store.ts";

export const STARTS: Instant = "2020-06-02T08:00:00Z";
export const SECONDARY: Row = { "PhaseOfEducation (name)": "Secondary" };

const away = () => ({ unknown: "There is no Temporal server yet." });

/** Imports with files in a folder of their own; `store`: where to. */
export class Imports {
  private readonly folder = mkdtempSync(join(tmpdir(), "import-"));
  private files = 0;

  constructor(private readonly store: () => TestStore) {}

  /** A path that nothing stands at. */
  path(): string {
    return join(this.folder, `${++this.files}.csv`);
  }

  /** A file of schools, or of links. */
  extract(...rows: Row[]): Promise<string> {
    return writeExtract(this.path(), rows);
  }

  links(...rows: Row[]): Promise<string> {
    return writeExtract(this.path(), rows, LINK_COLUMNS);
  }

  /** Takes in files; Temporal is away unless told where it is. */
  take(file: string, linkFile: string | null = null, temporal: ImportDeps["temporal"] = away): Promise<Report> {
    const database = { open: async () => this.store().app };
    return importRegister({ database, temporal, now: () => STARTS }, file, linkFile);
  }

  /** All that imports write, and how often each row was written. */
  async written(): Promise<unknown> {
    const { owner } = this.store();
    return [
      await owner.query("select *, xmin::text from schools order by urn"),
      await owner.query("select *, xmin::text from school_links order by urn, link_urn, type"),
      await owner.query("select *, xmin::text from school_questions order by journey"),
      await owner.query("select count(*) from events"),
    ];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
