import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

const providerRoot = {
  regex: "^@cdktf/provider-[^/]+(/lib(/index|/lazy-index)?)?$",
  message:
    "Import a provider class by its deep path (@cdktf/provider-aws/lib/lb): the root loads 2,600 modules and costs 2.5 s and 500 MB.",
};
const terraformLibraries = {
  group: ["cdktf", "cdktf/*", "constructs", "@cdktf/*"],
  message:
    "This part knows Terraform JSON only, not our constructs or CDKTF: that is what lets any Terraform team use it.",
};
const upward = (group, message) => ({ group, message });

/** Which folder may import what. Arrows point one way: main -> stacks -> modules -> errors -> traffic, cli -> all of them. */
const layers = [
  {
    files: ["stacks/**/*.ts"],
    patterns: [
      upward(
        ["**/main", "**/cli/**", "**/traffic/**"],
        "A stack builds on modules; it never reaches up to main, commands or traffic.",
      ),
      upward(
        ["**/modules/*/**"],
        "A stack uses what a user may use: import from modules, not from a folder inside it.",
      ),
    ],
  },
  {
    files: ["modules/**/*.ts"],
    patterns: [
      upward(
        ["**/main", "**/stacks/**", "**/cli/**"],
        "Modules are the library: they know no stack, no command and no main.",
      ),
      upward(["**/traffic/*"], "Modules call traffic through its index only."),
    ],
  },
  {
    files: ["terraform-modules/**/*.ts"],
    patterns: [
      upward(
        ["**/main", "**/stacks/**", "**/cli/**", "**/traffic/**"],
        "Shared modules are made from the library alone; commands write them.",
      ),
    ],
  },
  {
    files: ["terraform-modules/engine/**/*.ts", "terraform-modules/pages/**/*.ts"],
    patterns: [
      upward(
        ["**/main", "**/stacks/**", "**/cli/**", "**/traffic/**", "**/modules/**"],
        "The engine and the pages know Terraform JSON and definitions, not what they are about.",
      ),
      terraformLibraries,
    ],
  },
  {
    files: ["modules/errors/**/*.ts"],
    patterns: [
      {
        regex: "^\\.\\./(?!\\.\\./traffic$)",
        message:
          "errors is the lowest layer: everything imports it, it imports nothing of ours but how traffic escapes a text.",
      },
    ],
  },
  {
    files: ["picture/**/*.ts"],
    patterns: [
      terraformLibraries,
      upward(
        ["**/main", "**/modules/**", "**/stacks/**", "**/cli/**"],
        "The picture draws what traffic found, and knows nothing of our constructs or commands.",
      ),
    ],
  },
  {
    files: ["emulator/**/*.ts"],
    patterns: [
      terraformLibraries,
      upward(
        [
          ...["**/main", "**/modules/**", "**/stacks/**", "**/terraform-modules/**", "**/traffic/**"],
          ...[
            "application",
            "check",
            "frontyard",
            "output",
            "picture",
            "pipeline",
            "rehearse",
            "terraform-modules",
          ].map((command) => `**/cli/${command}/**`),
        ],
        "The emulator answers AWS's API, whoever asks: it knows no command.",
      ),
    ],
  },
  {
    files: ["cli/**/*.ts"],
    patterns: [upward(["**/scripts/**"], "scripts/ is for maintainers: commands do not need it.")],
  },
  {
    files: ["traffic/**/*.ts"],
    patterns: [
      terraformLibraries,
      upward(
        ["**/modules/**", "**/stacks/**", "**/cli/**", "**/picture/**"],
        "traffic reads Terraform JSON and knows nothing of our constructs.",
      ),
    ],
  },
];

/**
 * Pure by default: a file of modules/ loads CDKTF only to define or to make a construct. The foundation, stack and state are
 * about CDKTF itself, and files named *-expressions.ts write Terraform expressions.
 */
const pureUnlessConstruct = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      pure: "This file makes no construct, so it decides by arithmetic and text alone. Import types only, or take what you need from foundation.",
    },
  },
  create(context) {
    const imports = [];
    const local = new Set();
    let holdsConstruct = false;
    return {
      ImportDeclaration(node) {
        if (node.importKind === "type" || !/^(cdktf|constructs|@cdktf\/)/.test(node.source.value)) return;
        const values = node.specifiers.filter((one) => one.importKind !== "type");
        if (values.length > 0) imports.push(node);
        for (const { local: name } of values) local.add(name.name);
      },
      "ClassDeclaration[superClass]": () => void (holdsConstruct = true),
      NewExpression(node) {
        if (local.has(node.callee.name)) holdsConstruct = true;
      },
      "Program:exit"() {
        if (!holdsConstruct) for (const node of imports) context.report({ node, messageId: "pure" });
      },
    };
  },
};

/** Functions of node:fs that make, change or remove files; mkdtempSync, which makes a folder of its own, is none. */
const writing =
  "^(appendFile|chmod|chown|copyFile|cp|createWriteStream|fchmod|fchown|ftruncate|futimes|lchmod|lchown|link|lutimes|mkdir|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile|promises)(Sync)?$";
const fileSystem = "source.value=/^(node:)?fs(\\u002fpromises)?$/";
const oneWriter =
  "Files of a user are written by cli/files alone, which touches nothing that somebody else wrote. If it is a temporary folder, add this file to the list in eslint.config.mjs, with the reason.";
const noWriting = [
  `ImportDeclaration[${fileSystem}] ImportSpecifier[imported.name=/${writing}/]`,
  `ImportDeclaration[${fileSystem}] > :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)`,
  `ImportDeclaration[source.value=/^(node:)?fs\\u002fpromises$/]`,
  `ImportExpression[${fileSystem}]`,
  `TSImportEqualsDeclaration[moduleReference.expression.value=/^(node:)?fs/]`,
  `CallExpression[callee.name='require'][arguments.0.value=/^(node:)?fs/]`,
].map((selector) => ({ selector, message: oneWriter }));

/** Who else writes, and where to; a test holds that nobody else is in this list. */
const otherWriters = [
  "cli/application/application.ts", // removes the temporary folder that it made
  "scripts/bench/measure.ts", // the same
  "cli/output/lock.ts", // what Terraform reads in a temporary folder
  "cli/pipeline/{pipeline,deployment}.ts", // a folder of its own; appends to files that the job names
  "scripts/cdktn/{prove,sources,outputs,standing,steps}.ts", // a temporary copy; --write renames in committed sources
  "scripts/cdktn/fork.ts", // packages that npm installs in scripts/cdktn/fork
  "cli/leftovers/{processes,temporary-folder}.ts", // temporary folders, and notes in them
  "cli/rehearse/{kept,workplace}.ts", // temporary folders of rehearsals
  "emulator/{emulator,emulator-record,moto}.ts", // the same
  "cli/rehearse/steps/{stack-steps,protection}.ts", // the same
  "cli/process/logged-run.ts", // the same
  "terraform-modules/template/synthesized.ts", // removes the temporary folder that it made
  "build/package.mjs", // removes the temporary folder that it made
  "build/replace-file.cjs", // dist/, which git ignores
  "build/types-verdict.cjs", // writes nothing: it reads the verdict
  "build/uncaught.cjs", // writes nothing: it reads the source map
];

/** What reaches a terminal or a job's log unseen by cli/application/say.ts, which escapes it. */
const noPrinting = [
  "MemberExpression[object.name='process'][property.name=/^std(out|err)$/]",
  "MemberExpression[object.name='process'][computed=true]",
  "VariableDeclarator[init.name='process']",
  "ImportDeclaration[source.value=/^(node:)?(process|console)$/]",
  `ImportDeclaration[${fileSystem}] ImportSpecifier[imported.name=/^writev?(Sync)?$/]`,
  "Property[key.name='stdio'] Literal[value='inherit']",
  "Property[key.name='stdio'] :matches(Literal[value=1], Literal[value=2])",
].map((selector) => ({
  selector,
  message:
    "A plan's names may hold commands to terminals and to the forges' logs: say, complain, write or Relay of cli/application/say.ts take them out. Who has nothing of a plan to say is in a list in eslint.config.mjs, with the reason.",
}));

/** Who touches these streams besides; a test holds that nobody else is in this list. */
const ownVoices = [
  "cli/application/say.ts", // the one way out
  "cli/screen/screen.ts", // asks whether a person looks, writes nothing
  "cli/process/interruption.ts", // hears that nobody reads any longer
  "scripts/cdktn/run.ts", // the compiler and the tests of this project's copy, for its maintainers
  "scripts/bench/{measure,peak-memory}.ts", // the same, for its own subjects; asks for its own memory
];

export default tseslint.config(
  { ignores: ["dist/", "share/", "cdktf.out/", "node_modules/"] },
  ...tseslint.configs.strict,
  {
    // The square of a long text's length is minutes: names and values may come from anybody's plan.
    files: ["**/*.ts"],
    ignores: ["__tests__/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignorePartial: false }],
    },
  },
  {
    files: ["**/*.ts"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [providerRoot] }],
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      eqeqeq: "error",
    },
  },
  {
    files: ["modules/**/*.ts"],
    ignores: ["modules/{foundation,stack,state}/**", "modules/**/*-expressions.ts"],
    plugins: { frontyard: { rules: { "pure-unless-construct": pureUnlessConstruct } } },
    rules: { "frontyard/pure-unless-construct": "error" },
  },
  {
    // Tables, a row a problem.
    files: ["modules/errors/problems/*.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["cli/**/*.ts"],
    ignores: ["cli/application/say.ts"],
    rules: { "no-console": "error" },
  },
  ...layers.map(({ files, patterns }) => ({
    files,
    rules: { "no-restricted-imports": ["error", { patterns: [providerRoot, ...patterns] }] },
  })),
  {
    files: ["**/*.{ts,mjs,cjs}"],
    ignores: ["cli/files/**", "__tests__/**", ...otherWriters],
    rules: { "no-restricted-syntax": ["error", ...noWriting] },
  },
  {
    files: ["cli/**/*.ts"],
    ignores: ["cli/files/**", ...otherWriters, ...ownVoices],
    rules: { "no-restricted-syntax": ["error", ...noWriting, ...noPrinting] },
  },
  {
    files: ["cli/files/**/*.ts", ...otherWriters.filter((file) => file.startsWith("cli/"))],
    ignores: ownVoices,
    rules: { "no-restricted-syntax": ["error", ...noPrinting] },
  },
  {
    files: ["__tests__/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        require: "readonly",
        module: "writable",
        process: "readonly",
        jest: "readonly",
        __filename: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
