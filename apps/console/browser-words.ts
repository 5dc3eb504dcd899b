// Which of one's browsers a session is in: enough to tell two apart, too little to tell people apart.

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//u, "Edge"],
  [/\bOPR\//u, "Opera"],
  [/\bFirefox\//u, "Firefox"],
  [/\bChrome\/|\bCriOS\//u, "Chrome"],
  [/\bSafari\//u, "Safari"],
];
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/u, "Android"],
  [/\biPhone\b|\biPad\b/u, "iPhone or iPad"],
  [/\bWindows\b/u, "Windows"],
  [/\bMac OS X\b/u, "Mac"],
  [/\bLinux\b|\bCrOS\b/u, "Linux"],
];

/** `Firefox on Windows`, from what a browser says of itself; `A browser` where it says nothing that we know. */
export function browserIn(userAgent: string | undefined): string {
  const first = (known: typeof PROGRAMS): string | undefined => known.find(([says]) => says.test(userAgent ?? ""))?.[1];
  const machine = first(MACHINES);
  return `${first(PROGRAMS) ?? "A browser"}${machine === undefined ? "" : ` on ${machine}`}`;
}
