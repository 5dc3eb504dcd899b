// How swc compiles this repository's TypeScript, the same when it runs and under jest.
export const swcOptions = {
  swcrc: false,
  configFile: false,
  module: { type: "es6" },
  jsc: {
    target: "es2023",
    keepClassNames: true,
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
  },
};
