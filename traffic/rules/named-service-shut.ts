import { namedServices, told } from "../reach/named-services";
import { fault, type Rule } from "./rule";

export const namedServiceShut: Rule = {
  code: "FY576",
  severity: "error",
  subject: "a service whose container names another service",
  allowed: "must be able to reach that service",
  fix: "allow it on the named service's port, and put both in one Service Connect namespace",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html",
  judge: (landscape) =>
    namedServices(landscape)
      .filter(({ shut }) => shut.length > 0)
      .map(({ client, server, setting, names, shut }) => {
        const { cause, fix } = told(shut);
        const inCode = client.constructPath === undefined ? "" : "; `allowFrom` does all of it in code";
        return fault(client, `${setting} with ${names} of ${server.name}, while ${cause}`, {
          fix: `${fix}${inCode}`,
        });
      }),
};
