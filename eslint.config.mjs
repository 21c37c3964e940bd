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

/** Which folder may import what. Arrows point one way: main -> stacks -> modules -> errors, commands -> traffic. */
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
    files: [
      "modules/network/{address-plan,cidr,cidr6,growth-plan,network-findings,zones}.ts",
      "modules/network/{nat/modes,nat/instance-script,endpoints/services}.ts",
      "modules/network/{flow-logs/flow-log-rules,existing/existing-findings}.ts",
      "modules/security-group/rules.ts",
      "modules/fargate/{policies,logs,stop-timeout}.ts",
      "modules/fargate/container/{container-findings,container-json,folder-findings,secret,secret-findings,start-order,template-json}.ts",
      "modules/fargate/task/{log-router,secret-policies,sessions,task-findings,task-settings,task-size}.ts",
      "modules/network-sharing/{contract-values,network-ids}.ts",
      "modules/state/{bucket-policy,hcp-settings,s3-settings,secrets,state-address}.ts",
      "modules/load-balancer/{attributes,health-check}.ts",
      "modules/security/{bucket-parts,log-bucket-findings,policies,web-acl-rules}.ts",
      "modules/pipeline/{actions,permissions,trust}.ts",
      "modules/registry/repository-rules.ts",
      "modules/load-balancer/routes/{conditions,outcome,patterns,priorities,sign-in,source-blocks}.ts",
      "modules/load-balancer/listeners/tls-policies.ts",
      "modules/domain/names.ts",
      "modules/foundation/{log-retention,names,policy-document,tags}.ts",
      "modules/fargate/deployment/{deployment-arguments,deployment-findings}.ts",
      "modules/scaling/{scaling-findings,schedule-expression}.ts",
      "modules/variables/placeholder-image.ts",
      "modules/monitoring/{alarm-findings,dashboard-body,metric,topic-policies,what-to-watch}.ts",
    ],
    patterns: [
      {
        ...terraformLibraries,
        message: "This file decides, by arithmetic and text alone; constructs wire what it decided.",
      },
    ],
  },
  {
    files: ["traffic/**/*.ts"],
    patterns: [
      terraformLibraries,
      upward(
        ["**/modules/**", "**/stacks/**", "**/cli/**"],
        "traffic reads Terraform JSON and knows nothing of our constructs.",
      ),
    ],
  },
];

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
  "build/bundle.mjs", // dist/, which git ignores
  "build/types-verdict.cjs", // the same
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
