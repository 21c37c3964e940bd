import { S3Backend, type TerraformStack } from "cdktf";
import { addCheck, type Fault, problems } from "../errors";
import { reserveName } from "../foundation/reserved-names";
import { literals } from "../foundation/literals";
import { providerRegion } from "../foundation/region";
import { DEFAULT_KEY, nameFor, s3Faults, type S3StateProps } from "./s3-settings";
import { unknownSettings } from "./settings";
import { secretsIn } from "./secrets";
import type { State } from "./state";
import { expectCall } from "../foundation/shapes";

/**
 * State in an S3 bucket, encrypted, and locked by a file beside it while somebody applies. One object serves all
 * stacks of an app: each has a key of its own. It costs cents a month. https://aws.amazon.com/s3/pricing/
 * https://developer.hashicorp.com/terraform/language/backend/s3
 *
 * @example
 * const state = s3State({ bucket: "acme-terraform-state", region: "eu-west-1" });
 * new AwsStack(app, "shop", { region: "eu-west-1", state });
 */
export function s3State(props: S3StateProps): State {
  return {
    attachTo(stack: TerraformStack): void {
      expectCall(stack, "s3State", { props });
      const region = props.region ?? providerRegion(stack);
      const key = nameFor(stack.node.id, props.key ?? DEFAULT_KEY);
      addCheck(stack, () => findings(stack, props, key, region));
      const backend = new S3Backend(stack, written(props, key, region));
      backend.addOverride("use_lockfile", true); // CDKTF 0.21 does not know it; the data source must not have it
    },
  };
}

function written(props: S3StateProps, key: string, region: string | undefined) {
  const { bucket, kmsKeyId, profile, roleArn, endpoint } = props;
  const foreign = { usePathStyle: true, skipCredentialsValidation: true, skipRequestingAccountId: true };
  return {
    ...{ bucket, key, region, encrypt: true, kmsKeyId, profile },
    ...(roleArn === undefined ? {} : { assumeRole: { roleArn } }),
    ...(endpoint === undefined ? {} : { ...foreign, endpoints: { s3: endpoint } }),
  };
}

function findings(
  stack: TerraformStack,
  props: S3StateProps,
  key: string,
  region: string | undefined,
): Fault[] {
  const secrets = secretsIn(props, "s3State");
  if (secrets.length > 0) return secrets;
  const known = literals({ ...props, region });
  const unknown = unknownSettings({ ...props, region });
  if (unknown.length > 0) return unknown;
  const { endpoint = "", bucket } = props;
  return [
    ...s3Faults({ ...props, ...known }, key, region),
    ...reserveName(
      stack.node.root,
      problems.stateFileShared,
      `s3://${bucket}/${key}${endpoint && ` at ${endpoint}`}`,
      stack,
    ),
  ];
}
