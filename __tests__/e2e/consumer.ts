import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Running, type Ended } from "./command";

const ROOT = join(__dirname, "..", "..");

export interface Packed {
  readonly filename: string;
  readonly integrity: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** A project outside of this tree that installs the package as its users do. */
export class Consumer {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "frontyard-consumer-")));
  readonly packed: Packed;

  /** Packs, and installs the tarball beside the versions of its peers that this project is tested with. */
  constructor() {
    this.packed = this.pack();
    this.write("package.json", JSON.stringify({ name: "consumer", version: "1.0.0", private: true }));
    const { devDependencies, peerDependencies } = manifest();
    const peers = Object.keys(peerDependencies).map((name) => `${name}@${devDependencies[name]}`);
    const options = ["--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
    this.npm(["install", ...options, `./${this.packed.filename}`, ...peers]);
  }

  /** Builds and packs this project, as its `prepack` says. */
  pack(): Packed {
    const said = execFileSync("npm", ["pack", "--json", "--pack-destination", this.folder], {
      ...quiet,
      cwd: ROOT,
    });
    const [packed] = JSON.parse(said) as Packed[];
    if (packed === undefined) throw new Error(`npm pack said ${said}`);
    return packed;
  }

  npm(args: readonly string[]): string {
    return execFileSync("npm", [...args], { ...quiet, cwd: this.folder });
  }

  /**
   * Lends what a project has for its own work: compiler, test runner, types. Always single packages, and after the last
   * install: npm would prune what a link to a whole scope leads to.
   */
  lend(...names: readonly string[]): void {
    for (const name of names) {
      if (/^@[^/]+$/.test(name)) throw new Error(`${name} is a scope, and only single packages are lent`);
      const place = join(this.folder, "node_modules", name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(realpathSync(join(ROOT, "node_modules", name)), place);
    }
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  /** Runs node with these arguments in a folder of the project. */
  node(args: readonly string[], env: NodeJS.ProcessEnv = {}, below = "."): Promise<Ended> {
    const options = { cwd: join(this.folder, below), env: { ...process.env, CI: "1", ...env } };
    return new Running([process.execPath, ...args], options).ended;
  }

  /** `npx frontyard` without npx, which adds a second for each. */
  frontyard(args: readonly string[], env?: NodeJS.ProcessEnv, below?: string): Promise<Ended> {
    return this.node([join(this.folder, "node_modules", ".bin", "frontyard"), ...args], env, below);
  }

  /** The compiler, with the settings of one kind of project. */
  tsc(options: object, ...files: readonly string[]): Promise<Ended> {
    const usual = { target: "ES2022", strict: true, types: ["node"], noEmit: true };
    this.write("tsconfig.json", JSON.stringify({ compilerOptions: { ...usual, ...options }, files }));
    return this.node([join("node_modules", "typescript", "bin", "tsc"), "-p", "."]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const quiet: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
};

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
}
