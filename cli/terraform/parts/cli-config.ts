import type { ProviderSource } from "./provider";

const provider = "registry.terraform.io/hashicorp/aws";

/**
 * Terraform's CLI configuration for one rehearsal: hashicorp/aws from the mirror, anything else from where it comes from.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export function cliConfig(source: ProviderSource): string {
  if (source.kind === "registry") return "provider_installation {\n  direct {}\n}\n";
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(source.mirror.folder).replaceAll("${", () => "$${")}
    include = ["${provider}"]
  }
  direct {
    exclude = ["${provider}"]
  }
}
`;
}
