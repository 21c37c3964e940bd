import { table } from "./row";

const REGISTER = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html";
const SERVICE = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html";
const CONTAINER = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html";
const SIZES = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html";
const QUOTAS = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html";

/** FY4: cluster, task definition, containers, service, logs. */
export const fargate = table({
  FY401: {
    subject: "a name in ECS",
    allowed: "has 1 to 255 letters, digits, hyphens and underscores",
    fix: "rename it",
    page: REGISTER,
  },
  FY402: {
    subject: "a container port",
    allowed: "is a whole number from 1 to 65535",
    fix: "use the port that the program listens on",
    page: CONTAINER,
  },
  FY403: {
    subject: "what the containers ask for",
    allowed: "fits a Fargate task: at most 16384 CPU units and 122880 MiB",
    fix: "ask for less, or split the containers over two services",
    page: SIZES,
  },
  FY404: {
    subject: "a task",
    allowed: "has 1 to 10 containers",
    fix: "split the containers over two services",
    page: QUOTAS,
  },
  FY405: {
    subject: "a container name",
    allowed: "is unique in its task",
    fix: "rename one of the containers",
    page: REGISTER,
  },
  FY406: {
    subject: "a task definition",
    allowed: "has at most 65536 bytes",
    fix: "move long values out of the environment, into SSM parameters or files in the image",
    page: QUOTAS,
  },
  FY407: {
    subject: "the target group's port",
    allowed: "is the port of the container that serves it",
    fix: "give both the same port: a load balancer sends to the task's own address",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
  },
  FY408: {
    subject: "desiredCount",
    allowed: "is a whole number from 0 to 5000 tasks",
    fix: "choose a value in range",
    page: QUOTAS,
  },
  FY409: {
    subject: "healthCheckGraceSec",
    allowed: "is a whole number from 0 to 2147483647 seconds",
    fix: "give the time that the container needs to start",
    page: SERVICE,
  },
  FY410: {
    subject: "logRetentionDays",
    allowed:
      "is 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653, or 0 to keep logs for ever",
    fix: "choose the next longer one",
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  },
  FY411: {
    subject: "a log group name",
    allowed: "has 1 to 512 characters of a-zA-Z0-9 . - _ / #",
    fix: "rename it",
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
  },
  FY412: {
    subject: "discoveryName",
    allowed: "has 1 to 63 lower-case letters, digits and hyphens, starting with a letter",
    fix: "choose a host name, such as backend",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html",
  },
  FY413: {
    subject: "stopTimeoutSec",
    allowed: "is a whole number from 2 to 120 seconds on Fargate",
    fix: "choose a value in range; the default here is 60",
    page: CONTAINER,
  },
  FY414: {
    subject: "an environment variable's name",
    allowed: "is letters, digits and _, not starting with a digit",
    fix: "rename it: most programs can't read another form",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html",
  },
  FY415: {
    subject: "a container image",
    allowed: "is a reference such as nginx:1.27 or 123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:…",
    fix: "give registry, repository (lower case) and a tag or digest, without spaces or scheme",
    page: CONTAINER,
  },
  FY416: {
    subject: "cpu",
    allowed: "is a whole number of CPU units from 1 to 16384 (1024 are 1 vCPU)",
    fix: "ask for what the container needs, or leave it out",
    page: SIZES,
  },
  FY417: {
    subject: "memoryMiB",
    allowed: "is a whole number of MiB from 6 to 122880",
    fix: "ask for what the container needs, or leave it out",
    page: SIZES,
  },
  FY418: {
    subject: "container ports",
    allowed: "are used once in a task: its containers share one address",
    fix: "let each container listen on a port of its own",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html",
  },
  FY419: {
    subject: "a service",
    allowed: "needs a free address for each task, twice as many while a deployment runs",
    fix: "lower desiredCount, add a zone, or use a larger VPC: size can't be changed later",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  FY420: {
    subject: "a service name",
    allowed: "is unique in its cluster",
    fix: "rename one of the services",
    page: SERVICE,
  },
  FY421: {
    subject: "discoveryName",
    allowed: "is offered by one service in a cluster",
    fix: "choose another name for one of them",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html",
  },
  FY422: {
    subject: "a container that takes traffic",
    allowed: "has a port",
    fix: "set the container's port, or give the service a target group to take it from",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
  },
  FY423: {
    subject: "user",
    allowed: "is a user or uid, optionally with :group or :gid",
    fix: 'write such as "1000:1000", or "root" if the container really needs it',
    page: CONTAINER,
  },
  FY424: {
    subject: "the url of a service",
    allowed: "needs a discoveryName to be found by",
    fix: "set discoveryName on the service",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html",
  },
  FY425: {
    subject: "a target group",
    allowed: "lies in the VPC of the service that it sends to",
    fix: "make both from one Network",
    page: SERVICE,
  },
  FY426: {
    subject: "a target group behind a service",
    allowed: "is used by a listener",
    fix: "make an HttpListener that forwards to it: ECS refuses a target group on no load balancer",
    page: SERVICE,
  },
  FY427: {
    subject: "capacity",
    allowed: "is on-demand or spot, or has a base and a spotPercent",
    fix: "choose one of the three",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html",
  },
  FY428: {
    subject: "containerInsights",
    allowed: "is disabled, enabled or enhanced",
    fix: "choose one of the three",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
  },
  FY429: {
    subject: "a cluster",
    allowed: "holds at most 5000 services",
    fix: "spread the services over two clusters",
    page: QUOTAS,
  },
  FY430: {
    subject: "a policy name",
    allowed: "has 1 to 128 characters of a-zA-Z0-9 _ + = , . @ - and is used once on a role",
    fix: "rename it",
    page: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
  },
  FY431: {
    subject: "an inline policy",
    allowed: "has 1 to 10240 characters with the role's other inline policies",
    fix: "merge statements, or use fewer resources by prefix",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  },
  FY432: {
    subject: "a cluster name",
    allowed: "is unique in its account and region",
    fix: "name one of the clusters: AWS would hand out the same cluster twice",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html",
  },
  FY433: {
    subject: "a policy",
    allowed: "has at least 1 statement, and each at least 1 action and 1 resource",
    fix: "name what is allowed and on what",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
  },
  FY434: {
    subject: "a service",
    allowed: "finds others in one cluster: a service is in one Service Connect namespace",
    fix: "put those it has to find into one cluster",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html",
  },
  FY498: {
    subject: "a service",
    allowed: "runs in at most 16 subnets: each zone has one, and another for each of additionalCidrBlocks",
    fix: "give the Network fewer zones, or one larger block in place of several",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
  },
});
