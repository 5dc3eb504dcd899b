/**
 * Something that set-up needs cannot be had. The message is the whole story, written for the person at the terminal.
 */
export class SetUpError extends Error {
  override readonly name = "SetUpError";
}

/** Tells the person at the terminal what is going on, a line at a time. */
export type Say = (line: string) => void;
