/** `TypeError at libs/journey/decide.ts:12`: enough to find a defect, and nothing of the data it met. */
export function whereItBroke(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const frame = /((?:apps|activities|libs|workflows|node_modules)\/[\w./@-]+:\d+)/.exec(
    error.stack?.slice(error.stack.indexOf("\n    at ")) ?? "",
  );
  return frame?.[1] === undefined ? error.name : `${error.name} at ${frame[1]}`;
}
