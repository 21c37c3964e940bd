import { TerraformVariable } from "cdktf";
import type { NetworkProps } from "../../../../modules";
import { network as made, ZONES } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const network = (props: Partial<NetworkProps>, quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => made(scope, props), quotas);

export const networks: BadInputs<"1"> = {
  FY101: network({ cidrBlock: "ten" }),
  FY102: network({ cidrBlock: "10.0.0.0/24" }),
  FY103: network({ cidrBlock: "10.0.0.1/16" }),
  FY104: network({ zones: [] }),
  FY105: network({ zones: ["us-east-1z"] }),
  FY106: network({ zones: ["us-east-1a", "us-east-1a"] }),
  FY107: network({ zones: ["eu-west-1a"] }),
  FY108: bad((scope) => made(scope, { zones: new TerraformVariable(scope, "zones", {}).listValue })),
  FY109: network({ nat: "double" as "single" }),
  FY110: network({
    nat: "per-zone",
    zones: ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`),
  }),
  FY111: bad((scope) => ["One", "Two"].forEach((id) => made(scope, { zones: ZONES }, id)), {
    vpcsPerRegion: 1,
  }),
};
