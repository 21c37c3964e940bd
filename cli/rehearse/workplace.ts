import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noteProcess } from "../leftovers/processes";
import { TemporaryFolder } from "../leftovers/temporary-folder";
import { markKept } from "../../emulator/emulator-record";
import { cliConfig } from "../terraform/parts/cli-config";
import type { ProviderSource } from "../terraform/parts/provider";
import { recordGroups } from "../process/process-groups";

/** The address of a socket has 103 letters at most, of which its own name takes 20: https://man7.org/linux/man-pages/man7/unix.7.html */
const LONGEST_SOCKET_FOLDER = 83;

/** The temporary folder in which everything that a rehearsal writes comes to lie. */
export class Workplace {
  private readonly temporary = new TemporaryFolder("rehearsal");
  readonly folder = this.temporary.path;
  /** Stacks keep their state beside this folder. */
  readonly outdir = join(this.folder, "cdktf.out");
  readonly logs = join(this.folder, "logs");
  readonly emulatorSettings = join(this.folder, "emulator-settings.json");
  private readonly pluginCache = join(this.folder, "plugins");

  constructor() {
    mkdirSync(this.logs);
    recordGroups((pid) => noteProcess(this.folder, pid));
  }

  /** Providers put their sockets there: those of one that is killed go with the folder. */
  get scratch(): Record<string, string> {
    return this.folder.length < LONGEST_SOCKET_FOLDER ? { TMPDIR: this.folder } : {};
  }

  stackFolder(stack: string): string {
    return join(this.outdir, "stacks", stack);
  }

  logFile(stack: string, step: string): string {
    return join(this.logs, `${stack}.${step.replaceAll(" ", "-")}.log`);
  }

  /** Writes Terraform's configuration and names it, for the environment of every Terraform that is started. */
  providerSettings(source: ProviderSource): Record<string, string> {
    const file = join(this.folder, "terraform.rc");
    writeFileSync(file, cliConfig(source));
    const config = source.kind === "registry" ? (source.ownConfig ?? file) : file;
    if (source.kind === "mirror" && !source.mirror.packed) return { TF_CLI_CONFIG_FILE: config };
    // Unpacked or fetched once, then linked by every stack. Safe because stacks are initialized one after the other.
    mkdirSync(this.pluginCache, { recursive: true });
    return {
      TF_CLI_CONFIG_FILE: config,
      TF_PLUGIN_CACHE_DIR: this.pluginCache,
      TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true",
    };
  }

  /** Keeps what tells why something failed, and lets go of the large rest. */
  keepEvidence(): void {
    rmSync(this.pluginCache, { recursive: true, force: true });
    this.temporary.giveAway();
  }

  /** Leaves everything as it is, for `--end` to remove. */
  keep(): void {
    markKept(this.folder);
    this.temporary.handOver();
  }

  remove(): void {
    this.temporary.remove();
  }
}
