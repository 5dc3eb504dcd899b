// Where the rules turn a command down, and the text of the same file without that one rule.

import ts from "typescript";

/** One place that rejects: `without` is the whole file with the rule gone. */
export interface Site {
  file: string;
  line: number;
  code: string;
  without: string;
}

/** What these helpers of the rules reject with; `reject` names its code itself. */
const HELPERS: Readonly<Record<string, string>> = {
  notNow: "not-in-this-state",
  invalid: "invalid",
  needsReason: "reason-required",
  misdated: "in-the-future",
  unknown: "unknown-participant",
  unknownParticipant: "unknown-participant",
  unknownSession: "unknown-session",
  unknownProspectus: "not-found",
  alreadyReleased: "already-released",
};
/** A rule of a helper that is handed on: `if ("rejection" in found) return found`. */
const HANDED_ON = "handed on";

/** Every place in `source` at which a command is turned down. */
export function sitesOf(file: string, source: string): Site[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const sites: Site[] = [];
  const visit = (node: ts.Node): void => {
    const code = codeOf(node);
    if (code !== null) {
      const [from, to, text] = code === HANDED_ON ? [node.getStart(), node.getEnd(), "{}"] : gone(node);
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      sites.push({
        file,
        line,
        code,
        without: parses(source.slice(0, from) + text + source.slice(to), `${file}:${line}`),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return sites;
}

/** A file that does not even load would be noticed by every test, and prove nothing. */
function parses(text: string, where: string): string {
  const { diagnostics } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest, module: ts.ModuleKind.ESNext },
  });
  if (diagnostics && diagnostics.length > 0) throw new Error(`${where}: without its rule this is no TypeScript.`);
  return text;
}

function codeOf(node: ts.Node): string | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    const [first] = node.arguments;
    if (name === "reject") return first && ts.isStringLiteral(first) ? first.text : null;
    return HELPERS[name] ?? null;
  }
  if (ts.isReturnStatement(node) && node.expression && ts.isObjectLiteralExpression(node.expression)) {
    return /^\{\s*rejection: \{ code: "([a-z-]+)"/u.exec(node.expression.getText())?.[1] ?? null;
  }
  if (ts.isIfStatement(node) && /^"rejection" in \w+$/u.test(node.expression.getText())) return HANDED_ON;
  return null;
}

/** What to put in place of which stretch of the file, so that the rule no longer turns anything down. */
function gone(site: ts.Node): [from: number, to: number, text: string] {
  let node: ts.Node = site;
  while (ts.isAsExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && node !== parent.condition) {
    const other = node === parent.whenTrue ? parent.whenFalse : parent.whenTrue;
    return [parent.getStart(), parent.getEnd(), `(${other.getText()})`];
  }
  const back = ts.isReturnStatement(node) ? node : ts.isReturnStatement(parent) ? parent : null;
  if (!back) return [node.getStart(), node.getEnd(), `(${nothingWrong(node)})`];
  if (ts.isIfStatement(back.parent)) return [back.getStart(), back.getEnd(), "{}"];
  if (ts.isBlock(back.parent) && ts.isIfStatement(back.parent.parent)) return [back.getStart(), back.getEnd(), ""];
  return [back.getStart(), back.getEnd(), `return ${nothingWrong(back)} as never;`];
}

/** A decision that lets the command pass with no event; of a helper, that it found no fault. */
function nothingWrong(node: ts.Node): string {
  let within: ts.Node = node;
  while (!ts.isFunctionLike(within)) within = within.parent;
  const decides = within.type
    ? within.type.getText() === "Decision"
    : ts.isPropertyAssignment(within.parent) || ts.isCallExpression(within.parent);
  const isAnswer = ts.isReturnStatement(node) || ts.isArrowFunction(node.parent);
  return decides && isAnswer ? "{ events: [] }" : "null";
}
