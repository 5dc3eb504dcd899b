// A list of journeys to be looked at, from which one, or several at once, take a few at a time.

/** So many are taken at a time: some tenths of a second's work, so that all who take come to an end together. */
const A_PIECE = 50;

/** `taken`: how many pieces are; threads that are given the list share it. */
export interface Pieces {
  ids: readonly string[];
  taken: Int32Array;
}

/** The journeys of a list, of which nobody has taken any. */
export const piecesOf = (ids: readonly string[]): Pieces => ({
  ids,
  taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
});

/** The next few that nobody has taken; none where there are no more. */
export function takeFrom({ ids, taken }: Pieces): readonly string[] {
  const start = Atomics.add(taken, 0, 1) * A_PIECE;
  return ids.slice(start, start + A_PIECE);
}
