// Branches of workflows (`patched`) that this release knows and does not take yet. A release that knows a branch comes
// before the one that takes it, so that there is one to go back to: see workflows/README.md.

export const NOT_YET: readonly string[] = [];
