import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cliConfig } from "./parts/cli-config";
import type { ProviderSource } from "./parts/provider";

export const workplacePrefix = "frontyard-rehearsal-";

/** The temporary folder in which everything that a rehearsal writes comes to lie. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), workplacePrefix));
  /** Stacks keep their state beside this folder. */
  readonly outdir = join(this.folder, "cdktf.out");
  readonly logs = join(this.folder, "logs");
  readonly emulatorSettings = join(this.folder, "emulator-settings.json");
  private readonly pluginCache = join(this.folder, "plugins");

  constructor() {
    mkdirSync(this.logs);
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
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
