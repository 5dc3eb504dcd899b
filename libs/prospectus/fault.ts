// What is wrong with the catalogue, all of it at once: whoever adds a prospectus mends it in one go.

/** One fault: in which file, at which path in it (`commitments.meetings.due`; `` for the file as a whole). */
export interface Fault {
  file: string;
  path: string;
  fault: string;
}

/**
 * Thrown when the catalogue, or a what-if over it, cannot be used. Its message lists every fault on a line of its own.
 */
export class CatalogueFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(
      ({ file, path, fault }) => `  ${[file, path].filter((part) => part !== "").join(": ")}: ${fault}`,
    );
    super(
      `The catalogue of prospectuses has ` +
        `${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${lines.join("\n")}`,
    );
    this.name = "CatalogueFault";
    this.faults = faults;
  }
}
