import type { FormGap } from "./gap";

const GROUP_OF_INTERFACE = /^NetworkInterface\.1\.SecurityGroupId\.(\d+)$/;

/** A NAT instance that has a public address from its launch is asked for with a network interface. */
export const instanceGroupsGap: FormGap = {
  name: "EC2 forgets the security groups of an instance that is launched with a network interface",
  aws: "the security groups of the first network interface are those of the instance",
  moto: "the network interface has them, and the instance has none",
  reword: (fields) => {
    if (fields.get("Action") !== "RunInstances") return fields;
    const groups = [...fields].flatMap(([name, value]): [string, string][] => {
      const [, place] = GROUP_OF_INTERFACE.exec(name) ?? [];
      return place === undefined ? [] : [[`SecurityGroupId.${place}`, value]];
    });
    return new URLSearchParams([...fields, ...groups]);
  },
  amend: (_, answer) => answer,
  probe: {
    service: "ec2",
    ask: ({ groupId, subnetIds: [subnetId = ""] }) => ({
      Action: "RunInstances",
      Version: "2016-11-15",
      ImageId: "ami-12c6146b",
      MinCount: "1",
      MaxCount: "1",
      "NetworkInterface.1.DeviceIndex": "0",
      "NetworkInterface.1.SubnetId": subnetId,
      "NetworkInterface.1.SecurityGroupId.1": groupId,
    }),
    // A reservation has no groups in a VPC; the instance in it has.
    isOpen: (answer) => (answer.match(/<groupSet\/>/g) ?? []).length > 1,
  },
};
