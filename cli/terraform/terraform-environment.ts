import { join } from "node:path";

/** Settings of the user's own Terraform and AWS that must not reach a rehearsal; the endpoint keeps it off real AWS. */
const foreign =
  /^(AWS_|TF_CLI_ARGS|TF_DATA_DIR$|TF_WORKSPACE$|TF_PLUGIN_CACHE|TF_CLI_CONFIG_FILE$|TF_REATTACH|TF_TOKEN_|TF_CLOUD_)/;

/** An account that exists in the emulator only. */
export const emulatedAccess = { accessKeyId: "rehearsal", secretAccessKey: "rehearsal" } as const;

export interface EmulatedAws {
  readonly url: string;
  readonly region: string;
  readonly folder: string;
}

/** What points any AWS client, the Terraform provider among them, at the emulator and at nothing else. */
export function awsSettings({ url, region, folder }: EmulatedAws): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: emulatedAccess.accessKeyId,
    AWS_SECRET_ACCESS_KEY: emulatedAccess.secretAccessKey,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
    // Files that do not exist: a profile of the user's could name another endpoint.
    AWS_CONFIG_FILE: join(folder, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "no-aws-credentials"),
  };
}

const quiet = {
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
  TF_INPUT: "0",
  // Reading the schema of the AWS provider is most of each command's work: a lazier garbage collector saves a quarter.
  GOGC: "200",
};

/** The environment of Terraform: the user's, without what is foreign, with the rehearsal's settings on top. */
export function terraformEnvironment(
  users: NodeJS.ProcessEnv,
  settings: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(users).filter(([name]) => !foreign.test(name));
  return { ...quiet, ...Object.fromEntries(kept), ...settings };
}
