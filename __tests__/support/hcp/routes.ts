import type { HcpStandIn } from "./stand-in";
import { md5Of, StandInWorkspace, versionResource, type Resource } from "./workspace";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  answer(hcp: HcpStandIn, call: Call, parts: readonly string[]): Answer;
}

type OfWorkspace = (workspace: StandInWorkspace, hcp: HcpStandIn, call: Call) => Answer;

const data = (resource: Resource | Resource[], status = 200): Answer => ({
  status,
  body: JSON.stringify({ data: resource }),
});

const refusal = (status: number, detail: string): Answer => ({
  status,
  body: JSON.stringify({ errors: [{ status: String(status), title: detail, detail }] }),
});

const notFound = refusal(404, "not found");

const route = (method: string, path: string, answer: Route["answer"]): Route => ({
  method,
  path: new RegExp(`^/api/v2${path.replaceAll(/:\w+/g, "([^/]+)")}$`),
  answer,
});

/** A route of one workspace, told by its id. */
const ofWorkspace = (method: string, path: string, answer: OfWorkspace): Route =>
  route(method, `/workspaces/:id${path}`, (hcp, call, [id]) => {
    const workspace = [...hcp.workspaces.values()].find((each) => each.id === id);
    return workspace ? answer(workspace, hcp, call) : notFound;
  });

const ofOrganization = (method: string, path: string, answer: Route["answer"]): Route =>
  route(method, `/organizations/:name${path}`, (hcp, call, [name, ...parts]) =>
    name === hcp.organization ? answer(hcp, call, parts) : notFound,
  );

export const routes: readonly Route[] = [
  route("GET", "/ping", () => ({ status: 204, body: "" })),
  ofOrganization("GET", "/entitlement-set", () =>
    data({ id: "org-1", type: "entitlement-sets", attributes: { operations: false, "state-storage": true } }),
  ),
  ofOrganization("GET", "/projects", (_, { query }) => {
    const name = query.get("filter[names]") ?? "";
    return data([{ id: `prj-${name}`, type: "projects", attributes: { name } }]);
  }),
  ofOrganization("GET", "/workspaces", (hcp, { query }) => {
    const wanted = (query.get("search[tags]") ?? "").split(",").filter(Boolean);
    const found = [...hcp.workspaces.values()].filter(({ tags }) =>
      wanted.every((tag) => tags.includes(tag)),
    );
    return data(found.map((workspace) => workspace.resource()));
  }),
  ofOrganization("POST", "/workspaces", create),
  ofOrganization("GET", "/workspaces/:name", (hcp, _, [name = ""]) => {
    const workspace = hcp.workspaces.get(name);
    return workspace ? data(workspace.resource()) : notFound;
  }),
  ofWorkspace("PATCH", "", (workspace) => data(workspace.resource())), // the version of Terraform
  ofWorkspace("POST", "/actions/lock", (workspace, _, { body }) => {
    if (workspace.lockedBy !== undefined) return refusal(409, "workspace already locked");
    const { reason } = JSON.parse(body.toString()) as { reason?: string };
    workspace.lockedBy = reason ?? "";
    return data(workspace.resource());
  }),
  ofWorkspace("POST", "/actions/unlock", unlock),
  ofWorkspace("POST", "/actions/force-unlock", unlock),
  ofWorkspace("GET", "/current-state-version", (workspace, hcp) =>
    workspace.current ? data(versionResource(workspace.current, files(hcp))) : notFound,
  ),
  ofWorkspace("GET", "/current-state-version-outputs", (workspace) => data(workspace.outputs())),
  ofWorkspace("POST", "/state-versions", (workspace, hcp, { body }) => {
    if (workspace.lockedBy === undefined) return refusal(409, "workspace is not locked");
    const { attributes } = (JSON.parse(body.toString()) as { data: { attributes: AnnouncedState } }).data;
    const version = workspace.begin(attributes.serial, attributes.md5, attributes.lineage);
    if (attributes.state) version.content = Buffer.from(attributes.state, "base64");
    return data(versionResource(version, files(hcp)), 201);
  }),
  route("GET", "/state-versions/:id", (hcp, _, [id = ""]) => {
    const version = versionOf(hcp, id);
    return version ? data(versionResource(version, files(hcp))) : notFound;
  }),
  { method: "GET", path: /^\/files\/([^/]+)$/, answer: (hcp, _, [id = ""]) => download(hcp, id) },
  { method: "PUT", path: /^\/files\/[^/]+\.json$/, answer: () => ({ status: 200, body: "" }) },
  { method: "PUT", path: /^\/files\/([^/]+)$/, answer: (hcp, call, [id = ""]) => upload(hcp, call, id) },
];

interface AnnouncedState {
  readonly serial: number;
  readonly md5: string;
  readonly lineage: string;
  readonly state?: string;
}

function create(hcp: HcpStandIn, { body }: Call): Answer {
  const { attributes, relationships } = (JSON.parse(body.toString()) as { data: Created }).data;
  const tags = (relationships?.["tag-bindings"]?.data ?? []).map((tag) => tag.attributes?.key ?? "");
  const named = attributes["tag-names"] ?? tags;
  const project = relationships?.project?.data?.id;
  const workspace = new StandInWorkspace(attributes.name, project, named);
  hcp.workspaces.set(attributes.name, workspace);
  return data(workspace.resource(), 201);
}

interface Created {
  readonly attributes: { readonly name: string; readonly "tag-names"?: readonly string[] };
  readonly relationships?: {
    readonly project?: { readonly data?: { readonly id: string } };
    readonly "tag-bindings"?: {
      readonly data?: readonly { readonly attributes?: { readonly key: string } }[];
    };
  };
}

function unlock(workspace: StandInWorkspace): Answer {
  if (workspace.lockedBy === undefined) return refusal(409, "workspace already unlocked");
  workspace.lockedBy = undefined;
  return data(workspace.resource());
}

function versionOf(hcp: HcpStandIn, id: string): StandInWorkspace["versions"][number] | undefined {
  return [...hcp.workspaces.values()]
    .flatMap(({ versions }) => versions)
    .find((version) => version.id === id);
}

function download(hcp: HcpStandIn, id: string): Answer {
  const content = versionOf(hcp, id)?.content;
  return content ? { status: 200, body: content } : notFound;
}

/** What is uploaded has to be what was announced. */
function upload(hcp: HcpStandIn, { body }: Call, id: string): Answer {
  const version = versionOf(hcp, id);
  if (version === undefined) return notFound;
  if (md5Of(body) !== version.md5) return refusal(422, "md5 mismatch");
  version.content = body;
  return { status: 200, body: "" };
}

function files(hcp: HcpStandIn): string {
  return `${hcp.url}/files`;
}
