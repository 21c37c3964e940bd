import { problems } from "./tables";

const ZONE = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html";
const REQUEST = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";
const VALIDATION = "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html";
const ALIAS = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html";
const LISTENER =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html";

/** FY6: hosted zones, certificates, records. */
export const domain = problems({
  hostedZoneName: {
    code: "FY601",
    subject: "a hosted zone's name",
    allowed: "must be a domain name in lower case, without a trailing dot",
    fix: "write it like example.com",
    page: ZONE,
  },
  certificateName: {
    code: "FY602",
    subject: "a certificate's name",
    allowed: "must be a domain name in lower case, or one that starts with *.",
    fix: "write it like www.example.com or *.example.com",
    page: REQUEST,
  },
  firstCertificateNameTooLong: {
    code: "FY603",
    subject: "a certificate's first name",
    allowed: "can have at most 64 characters",
    fix: "put a shorter name first, and this one into alternativeNames",
    page: REQUEST,
  },
  certificateNameQuota: {
    code: "FY604",
    subject: "a certificate",
    allowed: "can have at most 10 names by default",
    fix: "use a wildcard or a second certificate, or raise quota namesPerCertificate after AWS raises it",
    page: "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html",
  },
  nameOutsideHostedZone: {
    code: "FY605",
    subject: "a name",
    allowed: "must be in its hosted zone",
    fix: "use the zone of that domain; names in another zone need their own certificate",
    page: VALIDATION,
  },
  certificateNameTwice: {
    code: "FY606",
    subject: "a certificate",
    allowed: "must have each name only once",
    fix: "remove the second one",
    page: REQUEST,
  },
  wildcardBesideName: {
    code: "FY607",
    subject: "a name and its wildcard",
    allowed: "must be on one certificate, because the same record proves both",
    fix: "put both into the names of one Certificate",
    page: VALIDATION,
  },
  certificateArn: {
    code: "FY608",
    subject: "a certificate's ARN",
    allowed: "must be the ARN of a certificate in ACM, or of a server certificate in IAM",
    fix: "copy it from the certificate's page: arn:aws:acm:REGION:ACCOUNT:certificate/ID",
    page: LISTENER,
  },
  certificateInOtherRegion: {
    code: "FY609",
    subject: "a certificate",
    allowed: "must be in its listener's Region",
    fix: "request it in that Region; only CloudFront needs certificates in us-east-1",
    page: LISTENER,
  },
  aliasRecordName: {
    code: "FY610",
    subject: "an alias record's name",
    allowed: "must be a domain name in lower case, or one that starts with *., without a trailing dot",
    fix: "write it in full, like www.example.com",
    page: ALIAS,
  },
  aliasRecordNameTaken: {
    code: "FY611",
    subject: "an alias record's name",
    allowed: "must point to one load balancer",
    fix: "rename one, or route by path or host on one load balancer",
    page: ALIAS,
  },
  hostedZoneTwice: {
    code: "FY612",
    subject: "a hosted zone's name",
    allowed: "must be unique in a stack: with two zones, resolvers find only one of them",
    fix: "create the zone once, and pass it on",
    page: ZONE,
  },
  alternativeNamesUnknown: {
    code: "FY613",
    subject: "alternativeNames",
    allowed: "must be a list that is known at synthesis, because each name needs its own record",
    fix: "write the list; each name in it can be a Terraform variable",
    page: VALIDATION,
  },
});
