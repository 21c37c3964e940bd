import { opensEveryPort, opensToInternet, UNKNOWN, type TrafficRule } from "../model";
import { fault, type Rule } from "./rule";

const ADMIN_PORTS = [
  { port: 22, name: "SSH" },
  { port: 3389, name: "RDP" },
];

export const internetReachesAdminPort: Rule = {
  code: "FY564",
  severity: "warning",
  subject: "a security group",
  allowed: "can't be open to the whole internet for SSH (22) or RDP (3389)",
  fix: "remove the rule, because ECS Exec and Session Manager need no open port; or allow only the addresses that need it",
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  judge: ({ securityGroups }) =>
    securityGroups.flatMap(({ rules }) =>
      rules
        .filter((rule) => opensToInternet(rule) && !opensEveryPort(rule))
        .flatMap((rule) => adminPorts(rule).map((what) => fault(rule, `open to everyone on ${what}`))),
    ),
};

function adminPorts({ ports }: TrafficRule): string[] {
  if (ports === UNKNOWN) return [];
  return ADMIN_PORTS.filter(({ port }) => ports.from <= port && port <= ports.to).map(
    ({ port, name }) => `port ${port} (${name})`,
  );
}
