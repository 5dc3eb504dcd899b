import type { Principal } from "../access/principal.ts";

/** Who asks for what, and by which request: it stands with the events that come of it. */
export interface Asked {
  caller: Principal;
  /** The fields, as they came: whoever carries it out checks them. */
  body: unknown;
  request: string;
  /** The caller's own name for it: the same key, the same command. */
  key: string;
  /** The version that was looked at, or any of several: what has moved on since is not changed unseen. */
  seen?: number | readonly number[] | undefined;
  /** Answered from a letter: nobody has signed in; the caller is whom the letter was for. */
  via?: "letter";
  /** Only ask what would come of it: nothing is kept, nothing is sent. */
  preview?: boolean;
}
