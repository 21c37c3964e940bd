import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** The region of the stack's default AWS provider, as it was given: a literal or a token. */
export function providerRegion(scope: IConstruct): string | undefined {
  return TerraformStack.of(scope)
    .node.children.filter((child) => child instanceof AwsProvider)
    .find((provider) => provider.alias === undefined)?.region;
}
