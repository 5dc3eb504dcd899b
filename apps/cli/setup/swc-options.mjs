// How swc compiles this repository's TypeScript, the same when it runs and under jest.
export const swcOptions = {
  swcrc: false,
  // The source lies beside: a map that holds it too takes a tenth of the time in which the API loads.
  inlineSourcesContent: false,
  configFile: false,
  module: { type: "es6" },
  jsc: {
    target: "es2023",
    keepClassNames: true,
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
  },
};
