import { SecurityGroup, type AwsStack } from "../../../../modules";
import { network } from "../../../support/parts";
import { bad, type BadInputs } from "./case";

const group = (
  scope: AwsStack,
  id: string,
  name = id,
  description = "a group",
  within = network(scope, {}, `${id}Net`),
) => new SecurityGroup(scope, id, { network: within, name, description });

export const securityGroups: BadInputs<"2"> = {
  FY201: bad((scope) => group(scope, "Group", "sg-mine")),
  FY202: bad((scope) => group(scope, "Group", "mine", "it's mine")),
  FY203: bad((scope) => group(scope, "Group").admitInternet(0)),
  FY204: bad((scope) => group(scope, "Group").admitBlock("10.0.0.1/8", 80)),
  FY205: bad(
    (scope) => {
      const full = group(scope, "Group");
      [80, 443].forEach((port) => full.admitInternet(port));
    },
    { rulesPerSecurityGroup: 1 },
  ),
  FY206: bad((scope) => {
    const home = network(scope);
    ["One", "ONE"].forEach((id) => group(scope, id, id, id, home));
  }),
  FY207: bad((scope) => group(scope, "Server").admit(group(scope, "Client"), 80)),
  FY208: bad(
    (scope) => {
      const home = network(scope);
      ["One", "Two"].forEach((id) => group(scope, id, id, id, home));
    },
    { securityGroupsPerRegion: 1 },
  ),
  FY209: bad((scope) => group(scope, "Group").admitIpv6Block("2001:DB8::1/32", 80)),
};
