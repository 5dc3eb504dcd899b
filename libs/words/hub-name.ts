// How people call a hub, by its code: `great-north` as `Great North`, `kent-and-medway` as `Kent and Medway`.

/** What of a code is written otherwise than with a capital. */
const WRITTEN: Readonly<Record<string, string>> = {
  and: "and",
  bbo: "BBO",
  code: "CODE",
  glow: "GLOW",
  ne: "NE",
  nnw: "NNW",
  nw: "NW",
  shaw: "SHaW",
};

/** The hub's name; "" for a code of nothing. */
export function hubNameOf(code: string): string {
  return code
    .split("-")
    .filter(Boolean)
    .map((word) => WRITTEN[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
