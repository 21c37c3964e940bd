import { join } from "node:path";

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folders in which Terraform itself looks for providers when nothing is configured.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function impliedFolders({ platform, home, folder, env }: Machine): string[] {
  const everywhere = [join(folder, "terraform.d", "plugins")];
  if (platform === "win32") {
    const roaming = env["APPDATA"] ?? join(home, "AppData", "Roaming");
    return [
      ...everywhere,
      join(roaming, "terraform.d", "plugins"),
      join(roaming, "HashiCorp", "Terraform", "plugins"),
    ];
  }
  const ownHome = [...everywhere, join(home, ".terraform.d", "plugins")];
  if (platform === "darwin") {
    const library = "Library/Application Support/io.terraform/plugins";
    return [...ownHome, join(home, library), join("/", library)];
  }
  return [...ownHome, ...xdgFolders(home, env).map((data) => join(data, "terraform", "plugins"))];
}

function xdgFolders(home: string, env: Machine["env"]): string[] {
  const own = present(env["XDG_DATA_HOME"]) ?? join(home, ".local", "share");
  const shared = present(env["XDG_DATA_DIRS"]) ?? "/usr/local/share:/usr/share";
  return [own, ...shared.split(":").filter((entry) => entry.startsWith("/"))];
}

function present(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

/** Where people and images put a mirror that Terraform has to be told of. */
export function usualRoots(home: string): string[] {
  return ["/usr/local", "/usr/share", "/opt", home];
}
