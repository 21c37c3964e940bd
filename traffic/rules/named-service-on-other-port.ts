import { listed } from "../reach/step";
import { namedServices } from "../reach/named-services";
import { fault, type Rule } from "./rule";

export const namedServiceOnOtherPort: Rule = {
  code: "FY577",
  severity: "error",
  subject: "a service whose container names another service",
  allowed: "must use the port on which that service is found",
  fix: "use the port of its client alias",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html",
  judge: (landscape) =>
    namedServices(landscape)
      .filter(({ ports }) => ports.length > 0)
      .map(({ client, server, setting, names, host, ports }) =>
        fault(
          client,
          `${setting} with ${names}, and ${server.name} is found on ${listed(ports.map(String))}`,
          {
            fix: `name ${listed(
              ports.map((port) => `${host}:${port}`),
              "or",
            )} in ${setting}`,
          },
        ),
      ),
};
