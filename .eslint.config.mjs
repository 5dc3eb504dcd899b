// What the compiler does not catch and a reader should not have to. Each rule: why.
import tseslint from "typescript-eslint";

const SPECS = ["**/*.spec.ts", "test/**"];

export default tseslint.config(
  { ignores: ["node_modules/", ".local/", "coverage/", "apps/api/client/{client,example}.ts"] },
  {
    files: ["**/*.ts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { ts: tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // A promise nobody waits for fails where nobody looks.
      "ts/no-floating-promises": "error",
      // An async function where a plain one is called loses its failure, and a promise is always true.
      "ts/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      // What is awaited and is no promise is a mistake about what is being waited for.
      "ts/await-thenable": "error",
      // `any` switches the compiler off for all that touches it.
      "ts/no-explicit-any": "error",
      // A comment that silences the compiler hides the next fault too.
      "ts/ban-ts-comment": "error",
      // A switch over a union that misses a case is a state nobody thought of.
      "ts/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // Types imported as types: at run time they are not there.
      "ts/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports", prefer: "type-imports", disallowTypeAnnotations: false },
      ],
      // What is not used is read all the same.
      "ts/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // A failure that is swallowed is found last; a comment in the block says why it may be.
      "no-empty": ["error", { allowEmptyCatch: false }],
      // What is thrown must carry a stack.
      "ts/only-throw-error": "error",
      // A file is read in one sitting.
      "max-lines": ["error", { max: 300 }],
      // A function fits on a screen.
      "max-lines-per-function": ["error", { max: 70 }],
      // What Prettier cannot break is two thoughts. A regular expression has no place to be broken at.
      "max-len": ["error", { code: 120, ignoreRegExpLiterals: true, ignorePattern: "^import " }],
      // == converts in ways nobody remembers.
      eqeqeq: "error",
      // Logs go through the log, with its fields; a program for the terminal writes to the terminal.
      "no-console": "error",
    },
  },
  {
    files: ["apps/console/**/*.ts", "libs/words/**/*.ts"],
    rules: {
      // A sentence is made of facts where it is shown (apps/console/naming.ts); one that is edited afterwards says
      // something else as soon as somebody words it anew.
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.regex]",
          message: "Nothing edits English by pattern: take the facts, and say them as their reader does.",
        },
      ],
    },
  },
  {
    files: SPECS,
    rules: {
      // A describe block is as long as its cases.
      "max-lines-per-function": "off",
      // A test that is alone, or not run, tells nothing about the others.
      "no-restricted-properties": [
        "error",
        ...["it", "test", "describe"].flatMap((object) =>
          ["only", "skip", "todo"].map((property) => ({ object, property })),
        ),
      ],
    },
  },
);
